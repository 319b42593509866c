package glia.learning.train;

import glia.core.bench.Measured;
import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures whole runs beside the bare loop of the same arithmetic. */
final class RunTable {
    private static final int MILLIS = 1000;

    private RunTable() {}

    static void print(PrintStream out) throws RunnerException {
        List<RunCase> runs = DataFolder.isGiven()
                ? List.of(RunCase.values())
                : List.of(RunCase.TINY, RunCase.GLYPHS, RunCase.GLYPHS_128_128);
        Measured measured = Measured.of(
                RunBenchmark.class, MILLIS, "run", runs.stream().map(Enum::name).toList());
        out.println("| δ-MGD training, one core | network | samples/s | every step simulated | bare Java loop"
                + " | ratio | ratio, simulated |");
        out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (RunCase run : runs) {
            double replayed = measured.seconds("replayed", run);
            double simulated = measured.seconds("simulated", run);
            double bare = measured.seconds("bare", run);
            out.printf(
                    "| %s | %s | %,.0f | %,.0f | %,.0f | %.2f | %.2f |%n",
                    run.title(),
                    run.network(),
                    run.chunk() / replayed,
                    run.chunk() / simulated,
                    run.chunk() / bare,
                    bare / replayed,
                    bare / simulated);
        }
        out.println();
    }
}
