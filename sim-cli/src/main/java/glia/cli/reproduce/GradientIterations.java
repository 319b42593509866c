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
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** [S] Fig. 3: iterations until the estimate of the gradient has cosine 0.95, against the size of the network. */
final class GradientIterations implements Reproduction {
    private static final int CLASSES = 10;
    private static final int FIXED_INPUTS = 784;

    /** Estimates of an expected convergence, so that its end is known to a half in so many. */
    private static final int CHUNKS = 200;

    /** Which rule on which networks. */
    private enum Kind {
        WEIGHTS("weight perturbation, [n, n, 10]", "undirected-mgd"),
        NODES_SCALED("node perturbation, inputs too: [n, n, 10]", "node-perturbation"),
        NODES_FIXED("node perturbation, inputs stay: [784, n, 10]", "node-perturbation");

        private final String title;
        private final String rule;

        Kind(String title, String rule) {
            this.title = title;
            this.rule = rule;
        }

        private Scenarios scenario(int width, int period) {
            return Scenarios.of(
                            "mnist",
                            "learning.rule=" + rule,
                            "learning.samplePeriod=" + period,
                            "learning.updatePeriod=" + period)
                    .withLayers(this == NODES_FIXED ? FIXED_INPUTS : width, width, CLASSES);
        }

        private int[] widths(boolean full) {
            int[] quick = this == WEIGHTS ? new int[] {16, 24, 32, 64, 96} : new int[] {32, 64, 128, 256};
            int[] more = this == WEIGHTS ? new int[] {128, 256} : new int[] {512, 1024};
            return full ? Stream.of(quick, more).flatMapToInt(Arrays::stream).toArray() : quick;
        }
    }

    /** Iterations of the seeds for one network, and what the closed form expects of the first seed. */
    private record Row(Kind kind, int width, long parameters, double expected, Spread measured) {}

    @Override
    public Subject subject() {
        return new Subject(
                "iterations",
                Paper.SCALING,
                "Fig. 3, iterations to cosine 0.95",
                "iterations to cosine 0.95 grow in proportion to the number K of perturbed parameters, about 9.26 (K - 1) for all"
                        + " weights at once; for node perturbation as the root of the network's size only if the input grows too",
                1,
                15,
                List.of());
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        List<Task<Row>> tasks = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int width : kind.widths(bench.full())) {
                tasks.add(new Task<>(kind.rule + ", width " + width, () -> row(kind, width, bench.seeds())));
            }
        }
        List<Row> rows = bench.all(tasks);
        return new Outcome(findings(rows), figure(rows), data(rows), settings(), differences());
    }

    private static Row row(Kind kind, int width, List<Long> seeds) {
        long parameters = kind.scenario(width, 1).load().shape().parameters();
        List<Double> measured = new ArrayList<>();
        double first = expected(kind, width, seeds.get(0));
        for (long seed : seeds) {
            measured.add(iterations(kind, width, seed));
        }
        return new Row(kind, width, parameters, first, Spread.of(measured));
    }

    private static double expected(Kind kind, int width, long seed) {
        FixedSample sample = new FixedSample(kind.scenario(width, 1), seed);
        long parameters = kind.scenario(width, 1).load().shape().parameters();
        return kind == Kind.WEIGHTS
                ? GradientAngle.iterations(parameters)
                : GradientAngle.nodeIterations(sample.exact());
    }

    private static double iterations(Kind kind, int width, long seed) {
        double expected = expected(kind, width, seed);
        int period = (int) Math.max(1, Math.round(expected / CHUNKS));
        return new FixedSample(kind.scenario(width, period), seed).iterations(period, expected);
    }

    private static List<Row> of(List<Row> rows, Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }

    private static List<Finding> findings(List<Row> rows) {
        List<Finding> findings = new ArrayList<>();
        for (Row row : of(rows, Kind.WEIGHTS)) {
            Spread each = row.measured();
            double k = row.parameters() - 1.0;
            findings.add(Finding.number(
                    "weights, K = " + Text.count(row.parameters()) + ": iterations / (K - 1)",
                    GradientAngle.PASSES_PER_PARAMETER,
                    each.median() / k,
                    Text.three(each.low() / k) + " to " + Text.three(each.high() / k)));
        }
        findings.add(exponent(rows, Kind.WEIGHTS, OptionalDouble.of(1)));
        findings.add(exponent(rows, Kind.NODES_SCALED, OptionalDouble.of(0.5)));
        findings.add(exponent(rows, Kind.NODES_FIXED, OptionalDouble.empty()));
        for (Kind kind : List.of(Kind.NODES_SCALED, Kind.NODES_FIXED)) {
            double[] ratios = of(rows, kind).stream()
                    .mapToDouble(row -> row.measured().median() / row.expected())
                    .toArray();
            Spread spread = Spread.of(ratios);
            findings.add(Finding.unpublished(
                    kind.title + ": iterations / closed form",
                    Text.three(spread.median()),
                    spread.range(Text::three) + " over sizes"));
        }
        return findings;
    }

    private static Finding exponent(List<Row> rows, Kind kind, OptionalDouble published) {
        double[] x = of(rows, kind).stream().mapToDouble(Row::parameters).toArray();
        double[] y = of(rows, kind).stream()
                .mapToDouble(row -> row.measured().median())
                .toArray();
        double[] expected = of(rows, kind).stream().mapToDouble(Row::expected).toArray();
        String quantity = kind.title + ": exponent";
        String how =
                "growth with parameters, " + x.length + " sizes; closed form " + Text.three(Fit.exponent(x, expected));
        double ours = Fit.exponent(x, y);
        return published.isPresent()
                ? Finding.number(quantity, published.getAsDouble(), ours, how)
                : Finding.trend(quantity, Text.three(ours), how);
    }

    private static Figure figure(List<Row> rows) {
        List<Figure> panels = new ArrayList<>();
        panels.add(panel("Weight perturbation, all layers at once", rows, List.of(Kind.WEIGHTS)));
        panels.add(panel("Node perturbation", rows, List.of(Kind.NODES_SCALED, Kind.NODES_FIXED)));
        return new Panels("Iterations to cosine 0.95", panels);
    }

    private static Figure panel(String title, List<Row> all, List<Kind> kinds) {
        List<Series> series = new ArrayList<>();
        for (Kind kind : kinds) {
            List<Row> rows = of(all, kind);
            double[] x = rows.stream().mapToDouble(Row::parameters).toArray();
            List<Spread> spreads = rows.stream().map(Row::measured).toList();
            series.add(new Series(
                    kind.title,
                    Series.Mark.POINTS,
                    x,
                    Spread.medians(spreads),
                    Spread.lows(spreads),
                    Spread.highs(spreads)));
            double[] expected = rows.stream().mapToDouble(Row::expected).toArray();
            String form = kind == Kind.WEIGHTS
                    ? "9.26 (K - 1)"
                    : "closed form, " + (kind == Kind.NODES_FIXED ? "inputs stay" : "inputs too");
            series.add(Series.of(form, Series.Mark.DASHED, x, expected));
        }
        return new Chart(
                title,
                "Iterations until the mean estimate has cosine 0.95 with the gradient, against the parameters of the network.",
                Axis.logAround(
                        "parameters of the network", series.stream().flatMapToDouble(each -> Arrays.stream(each.x()))),
                Axis.logAround("iterations", series.stream().flatMapToDouble(each -> Arrays.stream(each.y()))),
                series);
    }

    private static DataTable data(List<Row> rows) {
        DataTable table = new DataTable("kind", "width", "parameters", "closedForm", "median", "low", "high");
        for (Row row : rows) {
            Spread each = row.measured();
            table.row(
                    row.kind().title,
                    row.width(),
                    row.parameters(),
                    row.expected(),
                    each.median(),
                    each.low(),
                    each.high());
        }
        return table;
    }

    private static List<String> settings() {
        return List.of(
                "one drawn input N(0, 1) a seed, initial weights N(0, 1 / inputs), tanh, cross-entropy, rate 1, frozen parameters",
                "learning.rule=undirected-mgd | node-perturbation, learning.epsilon=0.001, learning.samplePeriod and"
                        + " learning.updatePeriod a " + CHUNKS + "th of the closed form");
    }

    private static List<String> differences() {
        return List.of(
                "The paper's convolutional networks are not simulated; its claim is compared as a trend on dense ones.",
                "Node perturbation depends on the number of neurons. With the input growing too, neurons are as the root of the"
                        + " parameters; with the input kept, they are in proportion to them, and the root is gone.",
                "The exponent 0.5 is that of large networks. The closed form takes in that the ten outputs are neurons too, and that"
                        + " layers count by the squared length of what they see.");
    }
}
