package glia.learning.train;

import glia.chip.datapath.KernelTable;
import glia.core.event.EventTable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the speed of all modules and prints tables with ratios taken in the same run. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs the parts that the property glia.bench names. */
    public static void main(String[] arguments) throws RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> parts = Arrays.asList(
                System.getProperty("glia.bench", "events,kernels,runs").split(","));
        out.printf("Java %s, %s%n%n", System.getProperty("java.version"), System.getProperty("os.arch"));
        if (parts.contains("events")) {
            EventTable.print(out);
        }
        if (parts.contains("kernels")) {
            KernelTable.print(out);
        }
        if (parts.contains("runs")) {
            RunTable.print(out);
        }
    }
}
