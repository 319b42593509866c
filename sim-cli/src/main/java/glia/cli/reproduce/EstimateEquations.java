package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.figure.Panels;
import glia.cli.figure.Series;
import glia.cli.reproduce.Workbench.Task;
import glia.core.stat.Spread;
import glia.learning.measure.Agreement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** [S] Eq. 16, 20, 21: mean, covariance, length and angle of the estimate that random signs make of a gradient. */
final class EstimateEquations implements Reproduction {
    private static final int[] SIZES = {16, 16, 10};

    /** K and τθ of the exact enumerations. */
    private static final int[][] ENUMERATED = {{2, 1}, {5, 1}, {10, 1}, {2, 2}, {6, 2}, {4, 3}};

    /** What a seed measured at each update period: |G|² / |∇C|², with Γ too, and the root mean square of the cosine. */
    private record Measured(double[] squares, double[] normalised, double[] cosines) {}

    @Override
    public Subject subject() {
        return new Subject(
                "equations",
                Paper.SCALING,
                "Eq. 16, 20, 21",
                "the estimate of the gradient has no bias, the covariance of eq. 16, and a length and an angle that depend on"
                        + " (K - 1) / τθ alone",
                0.3,
                2,
                List.of());
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        int[] periods = bench.full()
                ? new int[] {1, 4, 16, 64, 256, 1024, 4096, 16384, 65536}
                : new int[] {1, 4, 16, 64, 256, 1024, 4096};
        int repeats = bench.full() ? 100 : 20;
        List<Task<Measured>> tasks = new ArrayList<>();
        for (long seed : bench.seeds()) {
            tasks.add(new Task<>("seed " + seed, () -> measure(periods, repeats, seed)));
        }
        List<Measured> seeds = bench.all(tasks);
        List<Spread> squares =
                spreads(periods.length, seeds.stream().map(Measured::squares).toList());
        List<Spread> normalised =
                spreads(periods.length, seeds.stream().map(Measured::normalised).toList());
        List<Spread> cosines =
                spreads(periods.length, seeds.stream().map(Measured::cosines).toList());
        long parameters = scenario(1).load().shape().parameters();
        return new Outcome(
                findings(parameters, periods, squares, normalised, cosines),
                figure(parameters, periods, squares, cosines),
                data(parameters, periods, squares, normalised, cosines),
                settings(repeats),
                differences(parameters, periods, squares));
    }

    private static Scenarios scenario(int period) {
        return Scenarios.of("mnist", "learning.rule=undirected-mgd", "learning.samplePeriod=" + period)
                .with("learning.updatePeriod=" + period)
                .withLayers(SIZES);
    }

    private static Measured measure(int[] periods, int repeats, long seed) {
        Measured measured =
                new Measured(new double[periods.length], new double[periods.length], new double[periods.length]);
        for (int p = 0; p < periods.length; p++) {
            FixedSample plain = new FixedSample(scenario(periods[p]), seed);
            FixedSample scaled = new FixedSample(scenario(periods[p]).with("learning.normalization=gamma"), seed);
            for (int r = 0; r < repeats; r++) {
                Agreement agreement = plain.agreement(plain.estimate());
                measured.squares()[p] += square(agreement.normRatio()) / repeats;
                measured.cosines()[p] += square(agreement.cosine()) / repeats;
                measured.normalised()[p] +=
                        square(scaled.agreement(scaled.estimate()).normRatio()) / repeats;
            }
            measured.cosines()[p] = Math.sqrt(measured.cosines()[p]);
        }
        return measured;
    }

    private static double square(double value) {
        return value * value;
    }

    private static List<Spread> spreads(int count, List<double[]> seeds) {
        List<Spread> spreads = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            int place = p;
            spreads.add(
                    Spread.of(seeds.stream().mapToDouble(each -> each[place]).toArray()));
        }
        return spreads;
    }

    private static List<Finding> findings(
            long parameters, int[] periods, List<Spread> squares, List<Spread> normalised, List<Spread> cosines) {
        List<Finding> findings = new ArrayList<>();
        for (int[] each : ENUMERATED) {
            LinearCost exact = enumerated(each[0], each[1]);
            findings.add(Finding.number(
                    "linear cost, K = " + each[0] + ", τθ = " + each[1] + ": E|G|² / |∇C|²",
                    GradientAngle.squaredLength(each[0], each[1]),
                    exact.squaredLength(),
                    "bias " + exact.bias() + ", covariance less eq. 16 " + exact.covarianceError()));
        }
        for (int p = 0; p < periods.length; p++) {
            String where = "chip, K = " + parameters + ", τθ = " + periods[p] + ": ";
            findings.add(measured(
                    where + "|G|² / |∇C|²", GradientAngle.squaredLength(parameters, periods[p]), squares.get(p)));
            findings.add(measured(where + "cosine", GradientAngle.cosine(parameters, periods[p]), cosines.get(p)));
        }
        findings.add(measured("chip, with Γ, τθ = " + periods[2] + ": |ΓG|² / |∇C|²", 1, normalised.get(2)));
        return findings;
    }

    private static Finding measured(String quantity, double formula, Spread spread) {
        return Finding.number(quantity, formula, spread.median(), spread.range(Text::three));
    }

    /** The enumeration for g = (1, 2, ... K). */
    static LinearCost enumerated(int parameters, int updatePeriod) {
        int[] gradient = new int[parameters];
        for (int i = 0; i < parameters; i++) {
            gradient[i] = i + 1;
        }
        return new LinearCost(gradient, updatePeriod);
    }

    private static List<String> settings(int repeats) {
        return List.of(
                "enumeration: g = (1, 2, ... K), all 2^(K τθ) sign vectors, whole numbers",
                "measured: network.layers=[16, 16, 10], one drawn input N(0, 1), learning.rule=undirected-mgd"
                        + " learning.epsilon=0.001 learning.samplePeriod=τθ learning.updatePeriod=τθ, rate 1; what the"
                        + " registers commit is read and taken back, " + repeats + " times a seed");
    }

    private static List<String> differences(long parameters, int[] periods, List<Spread> squares) {
        double largest = 0;
        for (int p = 1; p < periods.length; p++) {
            double formula = GradientAngle.squaredLength(parameters, periods[p]);
            largest = Math.max(largest, Math.abs(squares.get(p).median() / formula - 1));
        }
        return List.of(
                "The median squared length on the chip lies at most " + Text.three(100 * largest)
                        + " % off the formula for τθ above 1. The enumerations are exact: a bias or a covariance error other than 0"
                        + " would be one of the formula.",
                "The equations hold for a linear cost; the network's cost is curved.",
                "The cosine shown is the root of the mean square, over the estimates of a seed. At τθ = 1 its square is 1 / K"
                        + " exactly; elsewhere 1 / (1 + (K - 1) / τθ) is an approximation for large K.");
    }

    private static Figure figure(long parameters, int[] periods, List<Spread> squares, List<Spread> cosines) {
        double[] x = Arrays.stream(periods).asDoubleStream().toArray();
        double[] lengths = DoubleStream.of(x)
                .map(period -> GradientAngle.squaredLength(parameters, period))
                .toArray();
        double[] angles = DoubleStream.of(x)
                .map(period -> GradientAngle.cosine(parameters, period))
                .toArray();
        Axis across = Axis.logAround("update period τθ, iterations", DoubleStream.of(x));
        Figure length = new Chart(
                "Squared length of the estimate over that of the gradient",
                "The measured squared length beside 1 + (K - 1) / τθ.",
                across,
                Axis.logAround("|G|² / |∇C|²", DoubleStream.of(lengths)),
                List.of(
                        Series.of("1 + (K - 1) / τθ, K = " + parameters, Series.Mark.DASHED, x, lengths),
                        measured("chip", x, squares)));
        Figure angle = new Chart(
                "Cosine of the angle between estimate and gradient",
                "The measured cosine beside one over the root of 1 + (K - 1) / τθ.",
                across,
                Axis.linear("cosine", 0, 1),
                List.of(
                        Series.of("1 / sqrt(1 + (K - 1) / τθ)", Series.Mark.DASHED, x, angles),
                        measured("chip", x, cosines)));
        return new Panels("Length and angle of the estimate", List.of(length, angle));
    }

    private static Series measured(String name, double[] x, List<Spread> spreads) {
        return new Series(
                name, Series.Mark.POINTS, x, Spread.medians(spreads), Spread.lows(spreads), Spread.highs(spreads));
    }

    private static DataTable data(
            long parameters, int[] periods, List<Spread> squares, List<Spread> normalised, List<Spread> cosines) {
        DataTable table = new DataTable(
                "parameters", "updatePeriod", "formula", "squaredLength", "withGamma", "cosineFormula", "cosine");
        for (int p = 0; p < periods.length; p++) {
            table.row(
                    parameters,
                    periods[p],
                    GradientAngle.squaredLength(parameters, periods[p]),
                    squares.get(p).median(),
                    normalised.get(p).median(),
                    GradientAngle.cosine(parameters, periods[p]),
                    cosines.get(p).median());
        }
        return table;
    }
}
