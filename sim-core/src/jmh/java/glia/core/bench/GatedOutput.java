package glia.core.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Waits for a byte before each iteration and answers a line with seconds and bytes an operation after it; else silent. */
final class GatedOutput implements OutputFormat {
    private static final String BYTES = "gc.alloc.rate.norm";

    private final InputStream gate;
    private final PrintStream replies;

    GatedOutput(InputStream gate, PrintStream replies) {
        this.gate = gate;
        this.replies = replies;
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams parameters, int iteration) {
        try {
            if (gate.read() < 0) {
                throw new IllegalStateException("nobody asks for more iterations");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams parameters, int iteration, IterationResult result) {
        Result<?> bytes = result.getSecondaryResults().entrySet().stream()
                .filter(each -> each.getKey().endsWith(BYTES))
                .map(each -> (Result<?>) each.getValue())
                .findFirst()
                .orElse(null);
        replies.println(Race.REPLY + result.getPrimaryResult().getScore() + " "
                + (bytes == null ? Double.NaN : bytes.getScore()));
        replies.flush();
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {}

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void print(String text) {}

    @Override
    public void println(String text) {}

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public void write(int one) {}

    @Override
    public void write(byte[] many) {}
}
