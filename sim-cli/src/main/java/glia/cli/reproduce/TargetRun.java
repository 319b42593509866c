package glia.cli.reproduce;

import java.util.ArrayList;
import java.util.List;

/** Undirected MGD on its way to a target accuracy, as several figures of [S] show it. */
final class TargetRun {
    private static final long EVERY = 2000;

    private TargetRun() {}

    /** The target in percent: that of the paper; in the quick form one that some tens of thousands of samples reach. */
    static double target(Workbench bench) {
        if (bench.full()) {
            return 80;
        }
        return Shared.dataName(bench, "mnist").equals("mnist") ? 60 : 30;
    }

    /** The run, but for its network and rate: as many samples as it may need at most. */
    static Scenarios scenario(Workbench bench) {
        return Scenarios.of(
                        "mnist", "learning.rule=undirected-mgd", "learning.epsilon=0.001", "learning.schedule=constant")
                .with(bench.dataSettings("mnist"))
                .with("data.train=20000", "data.test=500")
                .with("run.epochs=" + (bench.full() ? 100 : 5));
    }

    /** Samples to a target accuracy; no number if it was not reached. */
    static double samples(ChipRun run, double target) {
        return run.samplesTo(target, EVERY).stream()
                .mapToDouble(count -> count)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** A number of samples as text. */
    static String text(double samples) {
        return Double.isNaN(samples) ? "not reached" : Text.count(Math.round(samples));
    }

    /** In what it differs from the paper. */
    static List<String> differences(Workbench bench, double target) {
        List<String> lines = new ArrayList<>();
        String data = Shared.dataName(bench, "mnist");
        if (!data.equals("mnist")) {
            lines.add("Data: the embedded glyphs, since mnist is not there (glia data fetch mnist, or --data).");
        }
        if (!bench.full()) {
            lines.add("Quick: the target is " + Text.three(target) + " %, not 80 %.");
        }
        lines.add("Accuracy is that of 500 test samples, looked at every " + EVERY
                + " training samples; training uses the first" + " 20,000.");
        return lines;
    }
}
