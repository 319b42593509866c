package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Bars;
import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.figure.Panels;
import glia.cli.figure.Series;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** [D] Table II, dense rows: accuracy of δ-MGD by every recall and slope, beside backpropagation and maps that are never probed. */
final class Recalls implements Reproduction {
    private static final List<String> RATES = List.of("0.02", "0.002");
    private static final List<String> CIFAR_RATES = List.of("0.0015", "0.0002");

    /** A rule of learning, as a bar of the picture. */
    enum Way {
        LABEL("label", "learning.recall=label", "learning.lastLayer=exact", "learning.gamma=1"),
        RUNNER_UP("runner-up", "learning.recall=runner-up"),
        EXPECTED("expected", "learning.recall=expected"),
        ERROR("error", "learning.recall=error"),
        RANDOM_TABLE("random table", "learning.recall=random-table"),
        RANDOM_MAP("random map", "learning.recall=random-map"),
        BACKPROPAGATION("backprop", "learning.rule=backpropagation");

        private final String title;
        private final List<String> settings;

        Way(String title, String... settings) {
            this.title = title;
            this.settings = List.of(settings);
        }

        private boolean control() {
            return this == RANDOM_TABLE || this == RANDOM_MAP;
        }
    }

    private static final List<String> SLOPES = List.of("none", "two-level", "exact");

    @Override
    public Subject subject() {
        return new Subject(
                "recalls",
                Paper.DELTA,
                "Table II, dense rows",
                "δ-MGD reaches 97.2 % on MNIST, 87.2 % on Fashion-MNIST and 51.2 % on CIFAR-10",
                3,
                400,
                List.of("mnist", "fashion-mnist", "cifar-10"));
    }

    /** A bar: which way, with which slope. */
    record Bar(Way way, String slope) {
        String title() {
            return way == Way.BACKPROPAGATION ? way.title : way.title + ", slope " + slope;
        }
    }

    private static List<Bar> bars(boolean full) {
        List<Bar> bars = new ArrayList<>();
        for (Way way : Way.values()) {
            List<String> slopes =
                    way == Way.BACKPROPAGATION ? List.of("exact") : full ? SLOPES : List.of("none", "exact");
            slopes.forEach(slope -> bars.add(new Bar(way, slope)));
        }
        return bars;
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        List<Finding> findings = new ArrayList<>();
        List<Figure> panels = new ArrayList<>();
        List<String> differences = differences(bench);
        List<String> settings = new ArrayList<>();
        DataTable data = new DataTable("set", "recall", "slope", "rate", "accuracy", "low", "high");
        for (String set : bench.full() ? subject().sets() : List.of("mnist")) {
            List<Bar> bars = bars(bench.full());
            List<BestRate> best = best(bench, set, bars);
            for (int i = 0; i < bars.size(); i++) {
                BestRate each = best.get(i);
                Spread spread = each.spread();
                findings.add(finding(bench, set, bars.get(i), each));
                settings.add(each.scenario().command());
                Bar bar = bars.get(i);
                data.row(set, bar.way().title, bar.slope(), each.rate(), spread.median(), spread.low(), spread.high());
            }
            panels.add(panel(Shared.dataName(bench, set), bars, best));
            differences.add(control(Shared.dataName(bench, set), bars, best));
        }
        return new Outcome(findings, new Panels("Accuracy by recall and slope", panels), data, settings, differences);
    }

    private static List<BestRate> best(Workbench bench, String set, List<Bar> bars) {
        boolean relu = set.equals("cifar-10");
        List<String> rates = relu ? CIFAR_RATES : RATES;
        List<BestRate.Candidate> candidates = new ArrayList<>();
        for (Bar bar : bars) {
            Scenarios run = Scenarios.of(
                            relu ? set : "mnist", relu ? "learning.epsilon=0.003" : "run.targetAccuracy=90")
                    .with(bench.dataSettings(set))
                    .with(bench.full() ? List.of("run.epochs=10") : Shared.QUICK);
            candidates.add(new BestRate.Candidate(run.with(settings(bar)), rates));
        }
        return BestRate.of(bench, candidates, true, ChipRun::accuracy);
    }

    private static List<String> settings(Bar bar) {
        List<String> settings = new ArrayList<>(bar.way().settings);
        if (bar.way() != Way.BACKPROPAGATION) {
            settings.add("learning.slope=" + bar.slope());
        }
        return settings;
    }

    private static Finding finding(Workbench bench, String set, Bar bar, BestRate best) {
        String quantity = Shared.dataName(bench, set) + ", " + bar.title() + ", rate " + best.rate();
        boolean unpublished = bar.way() == Way.BACKPROPAGATION || bar.way().control();
        return unpublished || !Shared.dataName(bench, set).equals(set)
                ? Shared.accuracy(quantity, best.spread())
                : Finding.accuracy(quantity, published(set), best.spread());
    }

    /** In percent, from Table II. */
    private static double published(String set) {
        return switch (set) {
            case "mnist" -> 97.2;
            case "fashion-mnist" -> 87.2;
            default -> 51.2;
        };
    }

    private static Figure panel(String set, List<Bar> bars, List<BestRate> best) {
        List<Series> series = new ArrayList<>();
        Way[] ways = Way.values();
        double[] x = new double[ways.length];
        for (String slope : bars.stream().map(Bar::slope).distinct().toList()) {
            double[] y = new double[ways.length];
            Arrays.fill(y, Double.NaN);
            for (int i = 0; i < bars.size(); i++) {
                if (bars.get(i).slope().equals(slope)) {
                    y[bars.get(i).way().ordinal()] = best.get(i).spread().median();
                }
            }
            series.add(Series.of("slope " + slope, Series.Mark.POINTS, x, y));
        }
        return new Bars(
                "Accuracy by recall and slope, " + set,
                "Test accuracy of each recall with each slope, of two controls and of backpropagation.",
                Arrays.stream(ways).map(way -> way.title).toList(),
                "recall; controls; yardstick",
                Axis.linear("test accuracy, %", 0, 100),
                series);
    }

    /** What is reached without any probing. */
    static String control(String set, List<Bar> bars, List<BestRate> best) {
        double control = best(bars, best, true);
        double probed = best(bars, best, false);
        return set + ": the best control, drawn and never probed, reaches " + Text.percent(control) + ", "
                + Shared.beside(control, probed) + " the best recall of probed DeltaVecs.";
    }

    private static double best(List<Bar> bars, List<BestRate> best, boolean control) {
        return IntStream.range(0, bars.size())
                .filter(i -> bars.get(i).way() != Way.BACKPROPAGATION
                        && bars.get(i).way().control() == control)
                .mapToDouble(i -> best.get(i).spread().median())
                .filter(median -> !Double.isNaN(median))
                .max()
                .orElse(Double.NaN);
    }

    private static List<String> differences(Workbench bench) {
        List<String> lines = new ArrayList<>(Shared.differences(bench, "mnist"));
        lines.add(
                "The letter of Algorithm 1 is recall label without a slope; the reproduction \"letter\" looks at it closely.");
        lines.add("Recall label has an exact last layer and γC0, without which it diverges at most settings.");
        lines.add("Rates tried: " + String.join(", ", RATES) + " (CIFAR-10: " + String.join(", ", CIFAR_RATES)
                + "); the best median on the test set counts, for every bar alike.");
        return lines;
    }
}
