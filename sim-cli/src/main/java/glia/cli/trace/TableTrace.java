package glia.cli.trace;

import glia.core.account.ActionBins;
import glia.core.trace.TraceEvent;
import glia.core.trace.TraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A trace as tables: blocks, phases, messages, actions by interval, updates, DeltaVecs. */
final class TableTrace implements TraceWriter {
    /** Opens the file of a table. */
    interface Files {
        /** Opens a file of some name. */
        OutputStream open(String name) throws IOException;
    }

    private final TraceModel model;
    private final ActionBins bins;
    private final TraceTable.Format format;
    private final Files files;
    private final List<TraceTable<?>> open = new ArrayList<>();
    private final TraceTable<TraceRow.Phase> phases;
    private final TraceTable<TraceRow.Message> messages;
    private final TraceTable<TraceRow.Update> updates;
    private final TraceTable<TraceRow.DeltaVec> deltaVecs;
    private long sample = -1;

    /**
     * Starts the tables.
     *
     * @param bins for actions, empty
     */
    TableTrace(TraceTable.Format format, Files files, TraceModel model, ActionBins bins) throws IOException {
        this.format = format;
        this.files = files;
        this.model = model;
        this.bins = bins;
        TraceTable<TraceRow.Block> blocks = table("blocks", TraceRow.Block.class);
        for (int block = 0; block < model.blocks().size(); block++) {
            Integer layer = model.layer(block) == 0 ? null : model.layer(block);
            String kind = model.blocks().get(block).kind().label();
            blocks.write(new TraceRow.Block(block, model.blocks().get(block).name(), kind, layer));
        }
        phases = table("phases", TraceRow.Phase.class);
        messages = table("messages", TraceRow.Message.class);
        updates = table("updates", TraceRow.Update.class);
        deltaVecs = table("deltavecs", TraceRow.DeltaVec.class);
    }

    private <R extends Record & TraceRow> TraceTable<R> table(String name, Class<R> kind) throws IOException {
        TraceTable<R> table = format.open(files.open("trace-" + name + format.extension()), kind);
        open.add(table);
        return table;
    }

    @Override
    public void write(TraceEvent event) throws IOException {
        if (event instanceof TraceEvent.Work work) {
            bins.add(work.block(), work.action(), work.times(), work.startCycle(), work.doneCycle());
        } else if (event instanceof TraceEvent.Count count) {
            bins.add(count.block(), count.action(), count.times(), count.startCycle(), count.doneCycle());
        } else if (event instanceof TraceEvent.Message message) {
            messages.write(row(message));
        } else if (event instanceof TraceEvent.Phase phase) {
            String name = model.phases().get(phase.phase());
            phases.write(new TraceRow.Phase(sample, name, phase.startCycle(), phase.endCycle()));
        } else if (event instanceof TraceEvent.Sample next) {
            if (sample < 0) {
                bins.startAt(next.cycle());
            }
            sample = next.sample();
        } else if (event instanceof TraceEvent.Update update) {
            updates.write(row(update));
        } else if (event instanceof TraceEvent.Vector vector) {
            for (int i = 0; i < vector.values().length; i++) {
                deltaVecs.write(new TraceRow.DeltaVec(
                        sample, vector.cycle(), vector.layer() + 1, vector.first() + i, vector.values()[i]));
            }
        }
    }

    private TraceRow.Update row(TraceEvent.Update update) {
        return new TraceRow.Update(
                sample,
                update.cycle(),
                update.layer() + 1,
                update.input(),
                update.neuron(),
                update.before(),
                update.after());
    }

    private TraceRow.Message row(TraceEvent.Message message) {
        long onItsWay = message.arrivalCycle() - message.readyCycle();
        return new TraceRow.Message(
                sample,
                model.kinds().get(message.kind()),
                message.sender(),
                message.receiver(),
                message.words(),
                message.sentCycle(),
                message.readyCycle(),
                message.arrivalCycle(),
                message.readyCycle() - message.sentCycle(),
                onItsWay - message.emptyCycles(),
                message.emptyCycles());
    }

    @Override
    public void close() throws IOException {
        TraceTable<TraceRow.Action> actions = table("actions", TraceRow.Action.class);
        bins.visit((startCycle, endCycle, block, action, times) -> actions.write(new TraceRow.Action(
                startCycle, endCycle, block, model.action(action), times, model.picojoules(action, times))));
        for (TraceTable<?> table : open) {
            table.close();
        }
    }
}
