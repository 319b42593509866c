package glia.cli.trace;

import glia.core.account.ActionBins;
import glia.core.trace.TraceEvent;
import glia.core.trace.TraceQueue;
import glia.core.trace.TraceWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The traces of a run, written side by side into one folder by a thread of their own. */
public final class TraceFiles implements Consumer<TraceEvent>, AutoCloseable {
    /** Bins of power, where no width is asked for. */
    private static final int BINS = 1024;

    private final List<SelectedTrace> traces = new ArrayList<>();
    private final TraceQueue queue;

    /** Counts bytes on their way. */
    private static final class Counted extends BufferedOutputStream {
        private final AtomicLong bytes;

        Counted(OutputStream out, AtomicLong bytes) {
            super(out, 1 << 16);
            this.bytes = bytes;
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) throws IOException {
            bytes.addAndGet(length);
            super.write(from, offset, length);
        }

        @Override
        public synchronized void write(int value) throws IOException {
            bytes.incrementAndGet();
            super.write(value);
        }
    }

    /** Starts what some requests ask for. */
    public TraceFiles(List<TraceRequest> requests, TraceModel model, Path folder) throws IOException {
        for (TraceRequest request : requests) {
            AtomicLong bytes = new AtomicLong();
            TableTrace.Files files = name -> new Counted(Files.newOutputStream(folder.resolve(name)), bytes);
            traces.add(new SelectedTrace(request, model, writer(request, model, files), bytes::get));
        }
        queue = new TraceQueue(new TraceWriter() {
            @Override
            public void write(TraceEvent event) throws IOException {
                for (TraceWriter trace : traces) {
                    trace.write(event);
                }
            }

            @Override
            public void close() throws IOException {
                for (TraceWriter trace : traces) {
                    trace.close();
                }
            }
        });
    }

    private static TraceWriter writer(TraceRequest request, TraceModel model, TableTrace.Files files)
            throws IOException {
        int blocks = model.blocks().size();
        int actions = model.actions().size();
        ActionBins bins = request.bin()
                .map(width -> ActionBins.ofWidth(blocks, actions, width))
                .orElseGet(() -> ActionBins.ofNumber(blocks, actions, BINS));
        return switch (request.format()) {
            case PERFETTO -> new PerfettoTrace(files.open("trace.perfetto-trace"), model, bins);
            case VCD -> new VcdTrace(files.open("trace.vcd"), model);
            case PARQUET -> new TableTrace(TraceTable.PARQUET, files, model, bins);
            case CSV -> new TableTrace(TraceTable.CSV, files, model, bins);
        };
    }

    @Override
    public void accept(TraceEvent event) {
        queue.accept(event);
    }

    /** Whether a sample that starts at a cycle is to be told. */
    public boolean wantsSample(long sample, long cycle) {
        return traces.stream()
                .anyMatch(trace -> trace.stoppedAt() < 0 && trace.request().wantsSample(sample, cycle));
    }

    /** What is to be said at the end: which traces reached their limits. */
    public List<String> remarks() {
        return traces.stream()
                .filter(trace -> trace.stoppedAt() >= 0)
                .map(trace -> "the " + trace.request().format().label() + " trace stopped in sample "
                        + trace.stoppedAt() + ", at its limit of "
                        + trace.request().limit() + " bytes; the run went on")
                .toList();
    }

    /** Has everything written that was told. */
    @Override
    public void close() throws IOException {
        queue.close();
    }
}
