package glia.chip.datapath;

import glia.core.bench.Entrant;
import glia.core.bench.Pace;
import glia.core.bench.Race;
import glia.core.bench.Table;
import glia.core.bench.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kernels against the roofline of the machine, which is the time that memory or arithmetic alone would take, and against
 * OpenBLAS.
 */
public final class KernelTable {
    private static final Pace SMALL = Pace.of(200, 20, 8, 3000);
    private static final Pace LARGE = Pace.of(200, 30, 8, 4000);
    /** Multiply-adds, multiplications and comparisons of a tanh, its division apart. */
    private static final int TANH_OPERATIONS = 14;

    private static final String NONE = "-";

    private KernelTable() {}

    /** All kernels, size by size. */
    public static Table kernels() {
        List<Trial> trials = new ArrayList<>(List.of(tanh()));
        trials.add(trial(128, 128, SMALL));
        trials.add(trial(784, 128, SMALL));
        trials.add(trial(1024, 1024, LARGE));
        trials.add(trial(4096, 4096, LARGE));
        return new Table(
                List.of(
                        "kernel",
                        "time",
                        "operations",
                        "roofline",
                        "bound by",
                        "ratio",
                        "OpenBLAS",
                        "ratio to OpenBLAS"),
                trials);
    }

    private static Trial tanh() {
        return new Trial(List.of(arithmetic("tanh"), arithmetic("divide"), arithmetic("fma")), SMALL, race -> {
            double roofline = TANH_OPERATIONS * race.seconds("fma") + race.seconds("divide");
            Rows rows = new Rows(race, "", 1);
            rows.add("tanh", "tanh", TANH_OPERATIONS + 1, roofline, "arithmetic", NONE);
            return rows.outcome();
        });
    }

    private static Entrant arithmetic(String method) {
        return Entrant.of(ArithmeticBenchmark.class, method);
    }

    private static Trial trial(int rows, int outputs, Pace pace) {
        String size = "size=" + rows + "x" + outputs;
        List<Entrant> entrants = new ArrayList<>(List.of(arithmetic("fma")));
        for (String memory : List.of("compare", "copy", "change")) {
            entrants.add(Entrant.of(MemoryBenchmark.class, memory, size));
        }
        for (Kernel kernel : Kernel.values()) {
            entrants.add(Entrant.of(KernelBenchmark.class, kernel.method, size));
            OpenBlas.entrant(kernel.blas, kernel.operation, rows, outputs).ifPresent(entrants::add);
        }
        entrants.add(Entrant.of(KernelBenchmark.class, "count", size));
        return new Trial(entrants, pace, race -> read(race, rows + "x" + outputs, (double) rows * outputs));
    }

    /** A kernel and what OpenBLAS has for it. */
    private enum Kernel {
        MULTIPLY("multiply", "m", "sgemv"),
        CHANGE("rankOne", "u", "sger"),
        UPDATE_THEN_READ("updateThenRead", "b", "sger, sgemv");

        private final String method;
        private final String operation;
        private final String blas;

        Kernel(String method, String operation, String blas) {
            this.method = method;
            this.operation = operation;
            this.blas = blas;
        }
    }

    private static Trial.Outcome read(Race race, String size, double weights) {
        double read = Math.min(race.seconds("compare"), race.seconds("copy"));
        double change = race.seconds("change");
        Rows rows = new Rows(race, " " + size, weights * Float.BYTES);
        rows.bound("multiply", "multiply", weights, read, 1, Kernel.MULTIPLY.blas);
        rows.bound("rankOne", "rank-one update", 2 * weights, change, 2, Kernel.CHANGE.blas);
        rows.bound("updateThenRead", "update then read", 3 * weights, change, 2, Kernel.UPDATE_THEN_READ.blas);
        rows.bound("count", "write counts of 64 samples", 4 * weights, 2 * change, 4, NONE);
        return rows.outcome();
    }

    /** The rows of one race. */
    private static final class Rows {
        private final Race race;
        private final String suffix;
        private final double bytes;
        private final List<String> lines = new ArrayList<>();
        private final Map<String, Double> ratios = new LinkedHashMap<>();

        Rows(Race race, String suffix, double bytes) {
            this.race = race;
            this.suffix = suffix;
            this.bytes = bytes;
        }

        /** A row of a kernel that moves all weights so many times, which takes memory some time. */
        void bound(String method, String title, double operations, double memory, int moves, String blas) {
            double compute = operations * race.seconds("fma");
            String bound =
                    compute > memory ? "arithmetic" : String.format("memory, %.0f GB/s", 1e-9 * moves * bytes / memory);
            add(method, title, operations, Math.max(compute, memory), bound, blas);
        }

        void add(String method, String title, double operations, double roofline, String bound, String blas) {
            double seconds = race.seconds(method);
            boolean beside = race.has(blas);
            ratios.put(title + suffix, roofline / seconds);
            if (beside) {
                ratios.put(title + suffix + " to OpenBLAS", race.ratio(method, blas));
            }
            lines.add(Table.row(
                    title + suffix,
                    time(seconds),
                    String.format("%.1f G/s", 1e-9 * operations / seconds),
                    time(roofline),
                    bound,
                    String.format("%.2f", roofline / seconds),
                    beside ? blas + " " + time(race.seconds(blas)) : blas.equals(NONE) ? NONE : "not installed",
                    beside ? String.format("%.2f", race.ratio(method, blas)) : NONE));
        }

        Trial.Outcome outcome() {
            return new Trial.Outcome(lines, ratios);
        }
    }

    private static String time(double seconds) {
        return seconds < 1e-7 ? String.format("%.2f ns", 1e9 * seconds) : String.format("%.1f µs", 1e6 * seconds);
    }
}
