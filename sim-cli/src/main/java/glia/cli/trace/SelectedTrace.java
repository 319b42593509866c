package glia.cli.trace;

import glia.core.trace.TraceEvent;
import glia.core.trace.TraceWriter;
import java.io.IOException;
import java.util.BitSet;
import java.util.function.LongSupplier;

/** Hands on what a request asks for, until the trace has reached its limit; it then stops at the end of a phase. */
final class SelectedTrace implements TraceWriter {
    private final TraceRequest request;
    private final TraceWriter writer;
    private final LongSupplier bytes;
    private final BitSet blocks = new BitSet();
    private final BitSet kinds = new BitSet();
    private boolean sampleWanted;
    private long sample;
    private volatile long stoppedAt = -1;

    /**
     * Makes a selection.
     *
     * @param bytes how many were written so far
     */
    SelectedTrace(TraceRequest request, TraceModel model, TraceWriter writer, LongSupplier bytes) {
        this.request = request;
        this.writer = writer;
        this.bytes = bytes;
        for (int block = 0; block < model.blocks().size(); block++) {
            blocks.set(block, request.wantsBlock(model.blocks().get(block).name()));
        }
        for (int kind = 0; kind < model.kinds().size(); kind++) {
            kinds.set(kind, request.wantsKind(model.kinds().get(kind)));
        }
    }

    /** The request. */
    TraceRequest request() {
        return request;
    }

    /** The sample at which the trace reached its limit; -1 if it did not. */
    long stoppedAt() {
        return stoppedAt;
    }

    @Override
    public void write(TraceEvent event) throws IOException {
        if (event instanceof TraceEvent.Sample next) {
            sample = next.sample();
            sampleWanted = request.wantsSample(sample, next.cycle());
        }
        if (sampleWanted && stoppedAt < 0 && wants(event)) {
            writer.write(event);
            if (event instanceof TraceEvent.Phase && bytes.getAsLong() > request.limit()) {
                stoppedAt = sample;
            }
        }
    }

    private boolean wants(TraceEvent event) {
        TraceRequest.Range cycles = request.cycles();
        if (event instanceof TraceEvent.Work work) {
            return blocks.get(work.block()) && cycles.meets(work.startCycle(), work.doneCycle());
        } else if (event instanceof TraceEvent.Message message) {
            return kinds.get(message.kind())
                    && (blocks.get(message.sender()) || blocks.get(message.receiver()))
                    && cycles.meets(message.sentCycle(), message.arrivalCycle());
        } else if (event instanceof TraceEvent.Count count) {
            return blocks.get(count.block()) && cycles.meets(count.startCycle(), count.doneCycle());
        } else if (event instanceof TraceEvent.Phase phase) {
            return cycles.meets(phase.startCycle(), phase.endCycle());
        } else if (event instanceof TraceEvent.Value value) {
            return cycles.contains(value.cycle());
        } else if (event instanceof TraceEvent.Vector vector) {
            return cycles.contains(vector.cycle());
        } else if (event instanceof TraceEvent.Update update) {
            return cycles.contains(update.cycle());
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
