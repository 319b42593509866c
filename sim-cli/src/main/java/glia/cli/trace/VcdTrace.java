package glia.cli.trace;

import glia.chip.build.BlockKind;
import glia.chip.build.TraceTap.Quantity;
import glia.core.trace.TraceEvent;
import glia.core.trace.TraceWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A value change dump (IEEE Std 1364-2005, 18.2) for GTKWave or Surfer: the phase as a string, C0 and ΔC as reals, words heard over the
 * broadcast bus by all listeners together, and for each block a line that is 1 while it works. One cycle is one nanosecond of its time
 * axis.
 *
 * <p>What a phase did is written when it ends; every value is written when it changes.
 */
final class VcdTrace implements TraceWriter {
    private static final int PHASE = 0;
    private static final int BUS_WORDS = 1;
    private static final int FIRST_QUANTITY = 2;
    private static final int FIRST_BLOCK = FIRST_QUANTITY + Quantity.values().length;

    /** A signal takes a value at a cycle; of one cycle the last counts. */
    private record Change(long cycle, int signal, String value) {}

    private final Writer out;
    private final TraceModel model;
    private final List<Change> changes = new ArrayList<>();
    private final List<TraceEvent.Work> works = new ArrayList<>();
    private final Map<Integer, String> values = new HashMap<>();
    private long cycle = -1;

    /** Starts a trace. */
    VcdTrace(OutputStream stream, TraceModel model) throws IOException {
        this.model = model;
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write(
                "$comment one cycle is 1 ns; the clock is " + model.clockHertz().toPlainString() + " Hz $end\n");
        out.write("$timescale 1 ns $end\n$scope module chip $end\n");
        declare("string 1", PHASE, "phase");
        declare("wire 32", BUS_WORDS, "bus_words_heard");
        declare("real 64", FIRST_QUANTITY + Quantity.BASELINE_COST.ordinal(), "C0");
        declare("real 64", FIRST_QUANTITY + Quantity.COST_CHANGE.ordinal(), "delta_C");
        int layer = 0;
        while (declareBlocks(layer)) {
            layer++;
        }
        out.write("$upscope $end\n$enddefinitions $end\n");
        initialise();
    }

    private boolean declareBlocks(int layer) throws IOException {
        boolean any = false;
        for (int block = 0; block < model.blocks().size(); block++) {
            if (model.layer(block) == layer) {
                String name = model.blocks().get(block).name();
                String local = layer == 0 ? name : name.substring(name.indexOf('.') + 1);
                if (!any && layer > 0) {
                    out.write("$scope module layer" + layer + " $end\n");
                }
                any = true;
                declare("wire 1", FIRST_BLOCK + block, local.replace('.', '_') + "_busy");
            }
        }
        if (any && layer > 0) {
            out.write("$upscope $end\n");
        }
        return any;
    }

    private void declare(String type, int signal, String name) throws IOException {
        out.write("$var " + type + " " + code(signal) + " " + name + " $end\n");
    }

    /** Printable characters from ! on. */
    private static String code(int signal) {
        StringBuilder code = new StringBuilder();
        int rest = signal;
        do {
            code.append((char) ('!' + rest % 94));
            rest = rest / 94 - 1;
        } while (rest >= 0);
        return code.toString();
    }

    private void initialise() {
        change(0, PHASE, "sIDLE ");
        words(0, 0);
        for (Quantity quantity : Quantity.values()) {
            real(0, FIRST_QUANTITY + quantity.ordinal(), 0);
        }
        for (int block = 0; block < model.blocks().size(); block++) {
            change(0, FIRST_BLOCK + block, "0");
        }
    }

    private void change(long at, int signal, String value) {
        changes.add(new Change(at, signal, value));
    }

    private void words(long at, long words) {
        change(at, BUS_WORDS, "b" + Long.toBinaryString(words) + " ");
    }

    private void real(long at, int signal, double value) {
        change(at, signal, "r" + value + " ");
    }

    @Override
    public void write(TraceEvent event) throws IOException {
        if (event instanceof TraceEvent.Work work) {
            works.add(work);
        } else if (event instanceof TraceEvent.Value value) {
            real(value.cycle(), FIRST_QUANTITY + value.quantity(), value.value());
        } else if (event instanceof TraceEvent.Phase phase) {
            change(phase.startCycle(), PHASE, "s" + model.phases().get(phase.phase()) + " ");
            change(phase.endCycle(), PHASE, "sIDLE ");
            busy();
            flush();
        }
    }

    /** A line is 1 from the start of work that finds it 0 to the end of the last work that overlaps it. */
    private void busy() {
        works.sort(Comparator.comparingLong(TraceEvent.Work::startCycle));
        Map<Integer, Long> until = new HashMap<>();
        for (TraceEvent.Work work : works) {
            Long busyUntil = until.get(work.block());
            if (busyUntil == null || busyUntil < work.startCycle()) {
                if (busyUntil != null) {
                    rest(work.block(), busyUntil);
                }
                change(work.startCycle(), FIRST_BLOCK + work.block(), "1");
            }
            until.merge(work.block(), work.doneCycle(), Math::max);
            if (model.blocks().get(work.block()).kind() == BlockKind.BUS) {
                words(work.startCycle(), work.times());
            }
        }
        for (int block = 0; block < model.blocks().size(); block++) {
            Long busyUntil = until.get(block);
            if (busyUntil != null) {
                rest(block, busyUntil);
            }
        }
        works.clear();
    }

    private void rest(int block, long at) {
        change(at, FIRST_BLOCK + block, "0");
        if (model.blocks().get(block).kind() == BlockKind.BUS) {
            words(at, 0);
        }
    }

    /** Sorting keeps the order of changes of one cycle; a value that a signal has already is left out. */
    private void flush() throws IOException {
        changes.sort(Comparator.comparingLong(Change::cycle));
        Map<Integer, String> present = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            present.put(change.signal, change.value);
            boolean last = i + 1 == changes.size() || changes.get(i + 1).cycle > change.cycle;
            if (last) {
                writeAt(change.cycle, present);
                present.clear();
            }
        }
        changes.clear();
    }

    private void writeAt(long at, Map<Integer, String> present) throws IOException {
        for (Map.Entry<Integer, String> value :
                present.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            if (!value.getValue().equals(values.put(value.getKey(), value.getValue()))) {
                if (at != cycle) {
                    out.write("#" + at + "\n");
                    cycle = at;
                }
                out.write(value.getValue() + code(value.getKey()) + "\n");
            }
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
