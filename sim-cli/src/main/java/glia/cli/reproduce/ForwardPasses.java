package glia.cli.reproduce;

import glia.chip.build.Chip;
import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.figure.Series;
import glia.cli.reproduce.Workbench.Task;
import glia.learning.data.TrainAndTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** [D] Table I: forward passes for one estimate of the gradient, counted by chips of growing networks. */
final class ForwardPasses implements Reproduction {
    private static final int PERIOD = 5000;
    private static final int CLASSES = 10;

    /** A way to estimate a gradient, with its passes for a network. */
    private enum Way {
        WEIGHTS("finite difference, one weight after the other", "K + 1"),
        SIGNS("random signs on all weights, to cosine 0.95", "9.26 (K - 1) + 1"),
        BIASES("finite difference, one bias after the other", "N + 1"),
        DELTA("δ-MGD, probes spread over " + PERIOD + " samples", "2 + 10 (N + 1) / " + PERIOD);

        private final String title;
        private final String form;

        Way(String title, String form) {
            this.title = title;
            this.form = form;
        }
    }

    /** A network of two hidden layers: K parameters, N neurons, and the passes of each way. */
    record Row(int width, long parameters, long neurons, double[] passes) {}

    @Override
    public Subject subject() {
        return new Subject(
                "forward-passes",
                Paper.DELTA,
                "Table I, forward passes",
                "perturbing weights needs forward passes in proportion to the weights, perturbing neurons to the neurons; δ-MGD"
                        + " amortises its probes",
                0.5,
                3,
                List.of());
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        int[] widths = bench.full() ? new int[] {4, 8, 16, 32, 64, 128} : new int[] {4, 8, 16, 32};
        TrainAndTest glyphs = bench.data(Scenarios.of("mnist", "data.set=glyphs", "data.train=100", "data.test=10")
                .load());
        List<Task<Row>> tasks = new ArrayList<>();
        for (int width : widths) {
            tasks.add(new Task<>("width " + width, () -> count(width, glyphs)));
        }
        List<Row> rows = bench.all(tasks);
        return new Outcome(findings(rows), figure(rows), data(rows), settings(), differences());
    }

    private static Scenarios network(int width) {
        return Scenarios.of("mnist", "data.set=glyphs").withLayers(784, width, width, CLASSES);
    }

    static Row count(int width, TrainAndTest glyphs) {
        long parameters = network(width).load().shape().parameters();
        long neurons = 2L * width + CLASSES;
        double[] passes = new double[Way.values().length];
        passes[Way.WEIGHTS.ordinal()] = sequential(width, parameters, glyphs).forwardPasses();
        passes[Way.SIGNS.ordinal()] = GradientAngle.PASSES_PER_PARAMETER * (parameters - 1) + 1;
        Chip probing = learnt(network(width).with("learning.deltaVecPeriod=1"), 1, glyphs);
        passes[Way.BIASES.ordinal()] = (probing.forwardPasses() - 2) / (double) CLASSES;
        Chip delta = learnt(network(width).with("learning.deltaVecPeriod=" + PERIOD), PERIOD, glyphs);
        passes[Way.DELTA.ordinal()] = (double) delta.forwardPasses() / PERIOD;
        return new Row(width, parameters, neurons, passes);
    }

    private static Chip sequential(int width, long parameters, TrainAndTest glyphs) {
        return learnt(
                network(width)
                        .with("learning.rule=undirected-mgd", "learning.pattern=sequential")
                        .with("learning.samplePeriod=" + parameters, "learning.updatePeriod=" + parameters),
                1,
                glyphs);
    }

    private static Chip learnt(Scenarios scenario, int samples, TrainAndTest glyphs) {
        Chip chip = scenario.load().chip();
        for (int i = 0; i < samples; i++) {
            int index = i % glyphs.train().size();
            chip.learn(
                    glyphs.train().input(index),
                    glyphs.train().label(index),
                    1e-4f,
                    label -> glyphs.train().input(glyphs.train().indicesOf(label)[0]));
        }
        return chip;
    }

    private static List<Finding> findings(List<Row> rows) {
        Row largest = rows.get(rows.size() - 1);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.unpublished(
                "network 784-" + largest.width() + "-" + largest.width() + "-10",
                "K " + Text.count(largest.parameters()) + ", N " + largest.neurons(),
                "parameters, neurons"));
        for (Way way : Way.values()) {
            double passes = largest.passes()[way.ordinal()];
            findings.add(Finding.trend(
                    way.title,
                    way == Way.DELTA ? Text.three(passes) : Text.count(Math.round(passes)),
                    (way == Way.SIGNS ? "" : "counted; ") + way.form));
        }
        return findings;
    }

    private static Figure figure(List<Row> rows) {
        double[] x = rows.stream().mapToDouble(Row::parameters).toArray();
        List<Series> series = Arrays.stream(Way.values())
                .map(way -> Series.of(
                        way.title,
                        way == Way.SIGNS ? Series.Mark.DASHED : Series.Mark.POINTS_AND_LINE,
                        x,
                        rows.stream()
                                .mapToDouble(row -> row.passes()[way.ordinal()])
                                .toArray()))
                .toList();
        return new Chart(
                "Forward passes for one estimate of the gradient",
                "Forward passes against parameters, for each way.",
                Axis.logAround("parameters K", DoubleStream.of(x)),
                Axis.logAround("forward passes", series.stream().flatMapToDouble(each -> DoubleStream.of(each.y()))),
                series);
    }

    private static DataTable data(List<Row> rows) {
        DataTable table = new DataTable("width", "parameters", "neurons", "weights", "signs", "biases", "deltaMgd");
        for (Row row : rows) {
            double[] p = row.passes();
            table.row(row.width(), row.parameters(), row.neurons(), p[0], p[1], p[2], p[3]);
        }
        return table;
    }

    private static List<String> settings() {
        return List.of(
                "networks [784, n, n, 10] on glyphs, chip.forwardPasses of",
                "learning.rule=undirected-mgd learning.pattern=sequential learning.samplePeriod=K learning.updatePeriod=K: one"
                        + " sample",
                "learning.rule=delta-mgd learning.deltaVecPeriod=1: one sample, less its two passes, divided by 10 classes",
                "learning.rule=delta-mgd learning.deltaVecPeriod=" + PERIOD + ": " + PERIOD
                        + " samples, divided by them");
    }

    private static List<String> differences() {
        return List.of(
                "The printed figures of Table I are not at hand; the growth with network size is compared.",
                "The row of random signs is the closed form of the scaling paper's eq. 21; the reproduction \"iterations\" measures"
                        + " it.",
                "Two passes a sample of δ-MGD are the learning itself; what probing adds is 10 (N + 1) / " + PERIOD
                        + ".");
    }
}
