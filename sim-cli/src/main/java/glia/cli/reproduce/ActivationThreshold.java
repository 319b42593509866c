package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Series;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.List;

/** [D] Fig. 5c: accuracy of Hebbian MGD against the threshold of the activations, by value and by sign. */
final class ActivationThreshold implements Reproduction {
    private static final double[] THRESHOLDS = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double[] QUICK = {0, 0.1, 0.3, 0.5, 0.7, 0.9};

    /** How activations and bias gradients count. */
    private enum Precision {
        FULL("by value", "0.0001", "0"),
        TERNARY("by sign, δ > 0.3 largest", "0.00001", "0.3"),
        TERNARY_ALL("by sign, every δ", "0.00001", "0");

        private final String title;
        private final String rate;
        private final String deltaThreshold;

        Precision(String title, String rate, String deltaThreshold) {
            this.title = title;
            this.rate = rate;
            this.deltaThreshold = deltaThreshold;
        }

        private Scenarios scenario(Workbench bench, double threshold) {
            Scenarios all = Scenarios.of("mnist", "learning.rule=hebbian-mgd", "learning.epsilon=0.001")
                    .with(bench.dataSettings("mnist"))
                    .with(bench.full() ? List.of("run.epochs=10") : Shared.QUICK)
                    .with("learning.rate=" + rate, "learning.deltaThreshold=" + deltaThreshold);
            return all.with("learning.precision=" + (this == FULL ? "full" : "ternary"))
                    .with("learning.activationThreshold=" + threshold);
        }
    }

    @Override
    public Subject subject() {
        return new Subject(
                "threshold",
                Paper.DELTA,
                "Fig. 5c, activation threshold",
                "Hebbian MGD keeps its accuracy when small activations do not count, also where only signs do",
                2,
                75,
                List.of("mnist"));
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        double[] thresholds = bench.full() ? THRESHOLDS : QUICK;
        List<Scenarios> scenarios = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            for (double threshold : thresholds) {
                scenarios.add(precision.scenario(bench, threshold));
            }
        }
        List<Spread> accuracies = Trainings.accuracies(bench, scenarios);
        List<Finding> findings = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        DataTable data = new DataTable("precision", "activationThreshold", "accuracy", "low", "high");
        for (Precision precision : Precision.values()) {
            int from = precision.ordinal() * thresholds.length;
            List<Spread> own = accuracies.subList(from, from + thresholds.length);
            series.add(Shared.series(precision.title, thresholds, own));
            for (int i = 0; i < thresholds.length; i++) {
                findings.add(Shared.accuracyTrend(precision.title + ", threshold " + thresholds[i], own.get(i)));
                data.row(
                        precision.title,
                        thresholds[i],
                        own.get(i).median(),
                        own.get(i).low(),
                        own.get(i).high());
            }
        }
        Chart chart = chart(Shared.dataName(bench, "mnist"), accuracies, series);
        return new Outcome(findings, chart, data, settings(scenarios), differences(bench));
    }

    private static Chart chart(String data, List<Spread> accuracies, List<Series> series) {
        return new Chart(
                "Hebbian MGD, " + data,
                "Test accuracy against the threshold that an activation must exceed to count.",
                Axis.linear("activation threshold", 0, 1),
                Shared.percentAxis(accuracies),
                series);
    }

    private static List<String> settings(List<Scenarios> scenarios) {
        int each = scenarios.size() / Precision.values().length;
        List<String> lines =
                new ArrayList<>(List.of("learning.activationThreshold as on the axis; run.seed as below; else"));
        for (int i = 0; i < scenarios.size(); i += each) {
            lines.add(scenarios.get(i).command());
        }
        return lines;
    }

    private static List<String> differences(Workbench bench) {
        List<String> lines = new ArrayList<>(Shared.differences(bench, "mnist"));
        lines.add("The curves of Fig. 5c are not at hand; the trend is compared.");
        lines.add("The δ are exact, by transposed reads; the paper takes finite differences over the biases.");
        lines.add(
                "By sign, the δ need a threshold as well (0.3 of the layer's largest): without one, every small δ counts as much as"
                        + " the largest. The third curve shows that.");
        return lines;
    }
}
