package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.figure.Panels;
import glia.cli.figure.Series;
import glia.cli.reproduce.Workbench.Task;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why the letter of Algorithm 1 of [D] falls short: saturation, rank of the updates, mean update against mean gradient. */
final class LabelRecall implements Reproduction {
    private static final double PUBLISHED = 97.2;

    /** What learns. */
    private enum Way {
        LETTER(
                "label, no slope (the letter)",
                "0.002",
                "learning.recall=label",
                "learning.slope=none",
                "learning.lastLayer=exact",
                "learning.gamma=1"),
        SLOPE(
                "label, exact slope",
                "0.002",
                "learning.recall=label",
                "learning.slope=exact",
                "learning.lastLayer=exact",
                "learning.gamma=1"),
        RUNNER_UP("runner-up", "0.02", "learning.recall=runner-up"),
        EXPECTED("expected", "0.02", "learning.recall=expected"),
        ERROR("error", "0.02", "learning.recall=error"),
        RANDOM("random map (control)", "0.02", "learning.recall=random-map"),
        BACKPROPAGATION("backpropagation", "0.02", "learning.rule=backpropagation");

        private final String title;
        private final List<String> settings;

        Way(String title, String rate, String... settings) {
            this.title = title;
            this.settings = new ArrayList<>(List.of(settings));
            this.settings.add("learning.rate=" + rate);
        }

        private Scenarios scenario(Workbench bench) {
            return Scenarios.of("mnist")
                    .with(bench.dataSettings("mnist"))
                    .with(bench.full() ? List.of("run.epochs=10") : Shared.QUICK)
                    .with(settings);
        }
    }

    @Override
    public Subject subject() {
        return new Subject(
                "letter",
                Paper.DELTA,
                "Algorithm 1, to the letter",
                "recall by the class label alone reaches 97.2 % on MNIST",
                4,
                20,
                List.of("mnist"));
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        List<Task<Diagnosis>> tasks = new ArrayList<>();
        for (Way way : Way.values()) {
            Scenarios scenario = way.scenario(bench);
            bench.data(scenario.load());
            for (long seed : bench.seeds()) {
                tasks.add(new Task<>(
                        way.title + ", seed " + seed,
                        () -> Diagnosis.of(new ChipRun(scenario.load(seed), bench.data(scenario.load())))));
            }
        }
        List<Diagnosis> all = bench.all(tasks);
        int seeds = bench.seeds().size();
        List<List<Diagnosis>> byWay = new ArrayList<>();
        for (int i = 0; i < Way.values().length; i++) {
            byWay.add(all.subList(i * seeds, (i + 1) * seeds));
        }
        return new Outcome(
                findings(bench, byWay),
                figure(bench, byWay),
                data(byWay),
                Arrays.stream(Way.values())
                        .map(way -> way.scenario(bench).command())
                        .toList(),
                differences(bench, byWay));
    }

    private static Spread spread(List<Diagnosis> seeds, Function<Diagnosis, Double> value) {
        return Spread.of(seeds.stream().map(value).toList());
    }

    private static List<Finding> findings(Workbench bench, List<List<Diagnosis>> byWay) {
        List<Finding> findings = new ArrayList<>();
        for (Way way : Way.values()) {
            Spread accuracy = spread(byWay.get(way.ordinal()), Diagnosis::accuracy);
            String quantity = "test accuracy: " + way.title;
            findings.add(
                    way == Way.LETTER && Shared.dataName(bench, "mnist").equals("mnist")
                            ? Finding.accuracy(quantity, PUBLISHED, accuracy)
                            : Shared.accuracy(quantity, accuracy));
        }
        findings.addAll(findings("change of layer 1 in ten directions, %", byWay, Diagnosis::tenDirections));
        findings.addAll(findings("saturated hidden neurons, %", byWay, Diagnosis::lastSaturation));
        findings.addAll(findings("cosine of a sample's update and gradient", byWay, Diagnosis::sampleCosine));
        findings.addAll(findings("cosine of mean update and mean gradient", byWay, Diagnosis::meanCosine));
        return findings;
    }

    private static List<Finding> findings(
            String quantity, List<List<Diagnosis>> byWay, Function<Diagnosis, Double> value) {
        return Arrays.stream(Way.values())
                .map(way -> finding(quantity + ": " + way.title, spread(byWay.get(way.ordinal()), value)))
                .toList();
    }

    private static Finding finding(String quantity, Spread spread) {
        return Finding.unpublished(quantity, Text.three(spread.median()), spread.range(Text::three));
    }

    private static Figure figure(Workbench bench, List<List<Diagnosis>> byWay) {
        return new Panels(
                "Why the letter of Algorithm 1 falls short",
                List.of(
                        panel(bench, "Share of saturated hidden neurons, %", byWay, Diagnosis::saturation),
                        panel(bench, "Cosine of mean update and mean gradient", byWay, Diagnosis::meanCosines)));
    }

    private static Figure panel(
            Workbench bench, String title, List<List<Diagnosis>> byWay, Function<Diagnosis, double[]> curve) {
        List<Series> series = new ArrayList<>();
        for (Way way : Way.values()) {
            List<Diagnosis> seeds = byWay.get(way.ordinal());
            double[] x = seeds.get(0).samples();
            List<Spread> spreads = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                int place = i;
                spreads.add(spread(seeds, each -> curve.apply(each)[place]));
            }
            series.add(Shared.series(way.title, x, spreads));
        }
        double[] x = series.get(0).x();
        return new Chart(
                title + ", " + Shared.dataName(bench, "mnist"),
                title + " over training, by recall.",
                Axis.linear("training samples", 0, x[x.length - 1]),
                Axis.around(title, series.stream().flatMapToDouble(Series::values)),
                series);
    }

    private static DataTable data(List<List<Diagnosis>> byWay) {
        DataTable table = new DataTable("recall", "samples", "saturatedPercent", "sampleCosine", "meanCosine");
        for (Way way : Way.values()) {
            List<Diagnosis> seeds = byWay.get(way.ordinal());
            double[] x = seeds.get(0).samples();
            for (int i = 0; i < x.length; i++) {
                int place = i;
                table.row(
                        way.title,
                        x[i],
                        spread(seeds, each -> each.saturation()[place]).median(),
                        spread(seeds, each -> each.sampleCosines()[place]).median(),
                        spread(seeds, each -> each.meanCosines()[place]).median());
            }
        }
        return table;
    }

    private static List<String> differences(Workbench bench, List<List<Diagnosis>> byWay) {
        List<String> lines = new ArrayList<>(Shared.differences(bench, "mnist"));
        double letter = median(byWay, Way.LETTER, Diagnosis::accuracy);
        lines.add("The letter ends " + Shared.beside(letter, PUBLISHED) + " the published accuracy, "
                + Shared.beside(letter, median(byWay, Way.RANDOM, Diagnosis::accuracy))
                + " the control, a random map that is never probed, and "
                + Shared.beside(letter, median(byWay, Way.ERROR, Diagnosis::accuracy)) + " recall by error.");
        lines.add(
                "Line 17 of Algorithm 1 lacks the minus sign, the old weight and the division of eq. 1; they are filled in."
                        + " Recall label has an exact last layer and γC0; perturbed throughout it diverges at most settings.");
        lines.add("Rank: a DeltaVec a class lets the first layer move in about ten directions. They hold "
                + shares(byWay, Diagnosis::tenDirections) + " of its whole change.");
        lines.add("Saturation: at the end, |a| exceeds " + Diagnosis.SATURATED + " in "
                + shares(byWay, Diagnosis::lastSaturation) + " of hidden neurons and test samples.");
        lines.add(
                "Direction: at the end, a single update has cosine " + cosines(byWay, Diagnosis::sampleCosine)
                        + " with its gradient, the mean update " + cosines(byWay, Diagnosis::meanCosine)
                        + " with the mean gradient. Late in training, when few samples are still wrong, the cosine of means scatters.");
        lines.add("Cosines are over all layers, on " + Diagnosis.MEASURED
                + " training samples at each time, with frozen parameters; the run leaves these out.");
        return lines;
    }

    private static double median(List<List<Diagnosis>> byWay, Way way, Function<Diagnosis, Double> value) {
        return spread(byWay.get(way.ordinal()), value).median();
    }

    private static String shares(List<List<Diagnosis>> byWay, Function<Diagnosis, Double> value) {
        return told(byWay, value, " %");
    }

    private static String cosines(List<List<Diagnosis>> byWay, Function<Diagnosis, Double> value) {
        return told(byWay, value, "");
    }

    /** The medians of the letter, with a slope, of recall by error and of backpropagation. */
    private static String told(List<List<Diagnosis>> byWay, Function<Diagnosis, Double> value, String unit) {
        return Stream.of(Way.LETTER, Way.SLOPE, Way.ERROR, Way.BACKPROPAGATION)
                .map(way -> Text.three(median(byWay, way, value)) + unit + " (" + way.title + ")")
                .collect(Collectors.joining(", "));
    }
}
