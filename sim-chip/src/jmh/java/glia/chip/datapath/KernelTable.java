package glia.chip.datapath;

import glia.core.bench.Measured;
import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the kernels against the roofline of the machine: the time that memory or arithmetic alone would take. */
public final class KernelTable {
    private static final int MILLIS = 300;
    /** Multiply-adds, multiplications and comparisons of a tanh, its division apart. */
    private static final int TANH_OPERATIONS = 14;

    private final PrintStream out;
    private final Measured arithmetic;
    private final Measured kernels;

    private KernelTable(PrintStream out, Measured arithmetic, Measured kernels) {
        this.out = out;
        this.arithmetic = arithmetic;
        this.kernels = kernels;
    }

    /** Runs the benchmarks of this module. */
    public static void print(PrintStream out) throws RunnerException {
        new KernelTable(out, Measured.of(ArithmeticBenchmark.class, MILLIS), Measured.of(KernelBenchmark.class, MILLIS))
                .print();
    }

    private void print() {
        double fma = arithmetic.seconds("fma");
        out.printf(
                "Arithmetic: %.1f thousand million multiply-adds a second, %.1f divisions.%n%n",
                1e-9 / fma, 1e-9 / arithmetic.seconds("divide"));
        out.println("| memory as large as the weights | read GB/s | changed in place GB/s | triad GB/s |");
        out.println("| --- | --- | --- | --- |");
        List<String> sizes = List.of("128x128", "784x128", "1024x1024", "4096x4096");
        sizes.forEach(this::printMemory);
        out.println();
        out.println("| kernel | time | operations | roofline | bound by | ratio |");
        out.println("| --- | --- | --- | --- | --- | --- |");
        for (String size : sizes) {
            double weights = weights(size);
            row("multiply " + size, "multiply", size, weights, readSeconds(size));
            row("writeRows " + size, "writeRows", size, 2 * weights, kernels.seconds("change", size));
        }
        for (String size : sizes) {
            double popcounts = 2 * 2 * weights(size);
            row("write counts of 64 samples " + size, "count", size, popcounts, 2 * kernels.seconds("change", size));
        }
        double tanh = TANH_OPERATIONS * fma + arithmetic.seconds("divide");
        print("tanh", arithmetic.seconds("tanh"), TANH_OPERATIONS + 1, tanh, "arithmetic");
        out.println();
    }

    private static double weights(String size) {
        String[] sides = size.split("x", 2);
        return Double.parseDouble(sides[0]) * Double.parseDouble(sides[1]);
    }

    private double readSeconds(String size) {
        return Math.min(kernels.seconds("compare", size), kernels.seconds("copy", size));
    }

    private void printMemory(String size) {
        double gigabytes = weights(size) * Float.BYTES * 1e-9;
        out.printf(
                "| %s, %.1f MB | %.0f | %.0f | %.0f |%n",
                size,
                1e3 * gigabytes,
                gigabytes / readSeconds(size),
                2 * gigabytes / kernels.seconds("change", size),
                gigabytes / kernels.seconds("triad", size));
    }

    private void row(String title, String method, String size, double operations, double memory) {
        double compute = operations * arithmetic.seconds("fma");
        print(
                title,
                kernels.seconds(method, size),
                operations,
                Math.max(compute, memory),
                compute > memory ? "arithmetic" : "memory");
    }

    private void print(String title, double seconds, double operations, double roofline, String bound) {
        out.printf(
                "| %s | %s | %.1f G/s | %s | %s | %.2f |%n",
                title, time(seconds), 1e-9 * operations / seconds, time(roofline), bound, roofline / seconds);
    }

    private static String time(double seconds) {
        return seconds < 1e-7 ? String.format("%.2f ns", 1e9 * seconds) : String.format("%.1f µs", 1e6 * seconds);
    }
}
