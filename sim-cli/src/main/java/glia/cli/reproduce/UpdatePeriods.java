package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.figure.Panels;
import glia.cli.figure.Series;
import glia.core.stat.Spread;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** [S] Fig. 5: weight updates to a target accuracy against the update period τθ. */
final class UpdatePeriods implements Reproduction {
    private static final List<String> RATES = List.of("0.00003", "0.0001");
    private static final double LARGEST_RATE = 0.2;

    @Override
    public Subject subject() {
        return new Subject(
                "update-period",
                Paper.SCALING,
                "Fig. 5, weight updates against τθ",
                "integrating over a longer update period τθ reaches 80 % with fewer weight updates",
                3,
                60,
                List.of("mnist"));
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        int[] periods = bench.full() ? new int[] {1, 4, 16, 64, 256, 1024, 4096} : new int[] {1, 8, 64, 512, 4096};
        double target = TargetRun.target(bench);
        List<BestRate.Candidate> candidates = new ArrayList<>();
        for (int period : periods) {
            Scenarios run = TargetRun.scenario(bench).withLayers(784, 16, 10).with("learning.updatePeriod=" + period);
            candidates.add(new BestRate.Candidate(run, rates(period)));
        }
        List<BestRate> best = BestRate.of(bench, candidates, false, run -> TargetRun.samples(run, target));
        return new Outcome(
                findings(periods, best, target),
                figure(periods, best, target),
                data(periods, best),
                best.stream().map(each -> each.scenario().command()).toList(),
                differences(bench, target));
    }

    /** A commit over τθ passes takes a mean: the same step a pass needs τθ times the rate, up to a largest one. */
    static List<String> rates(int period) {
        return RATES.stream()
                .map(rate -> new BigDecimal(rate).multiply(BigDecimal.valueOf(period)))
                .map(rate -> rate.min(BigDecimal.valueOf(LARGEST_RATE)).toPlainString())
                .distinct()
                .toList();
    }

    private static List<Finding> findings(int[] periods, List<BestRate> best, double target) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < periods.length; i++) {
            int period = periods[i];
            Spread samples = best.get(i).spread();
            findings.add(Finding.trend(
                    "weight updates to " + Text.three(target) + " %, τθ = " + period,
                    TargetRun.text(samples.median() / period),
                    samples.range(each -> TargetRun.text(each / period)) + ", rate "
                            + best.get(i).rate() + ", " + TargetRun.text(samples.median()) + " samples"));
        }
        return findings;
    }

    private static Figure figure(int[] periods, List<BestRate> best, double target) {
        double[] x = Arrays.stream(periods).asDoubleStream().toArray();
        List<Spread> samples = BestRate.spreads(best);
        List<Spread> updates = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            Spread each = samples.get(i);
            updates.add(new Spread(each.median() / x[i], each.low() / x[i], each.high() / x[i]));
        }
        double[] inverse = DoubleStream.of(x)
                .map(period -> updates.get(0).median() * x[0] / period)
                .toArray();
        String to = " to " + Text.three(target) + " %";
        Axis across = Axis.logAround("update period τθ, passes", DoubleStream.of(x));
        Chart ofUpdates = new Chart(
                "Weight updates" + to,
                "Weight updates to the target against the update period, beside a line in proportion to its inverse.",
                across,
                Axis.logAround("weight updates", values(updates)),
                List.of(
                        Shared.series("measured", x, updates),
                        Series.of("in proportion to 1 / τθ", Series.Mark.DASHED, x, inverse)));
        return new Panels(
                "Weight updates and samples to an accuracy", List.of(ofUpdates, ofSamples(x, samples, to, across)));
    }

    private static Figure ofSamples(double[] x, List<Spread> samples, String to, Axis across) {
        return new Chart(
                "Samples" + to,
                "Samples to the target against the update period.",
                across,
                Axis.around("samples", DoubleStream.concat(DoubleStream.of(0), values(samples))),
                List.of(Shared.series("measured", x, samples)));
    }

    private static DoubleStream values(List<Spread> spreads) {
        return spreads.stream().flatMapToDouble(each -> DoubleStream.of(each.low(), each.high()));
    }

    private static DataTable data(int[] periods, List<BestRate> best) {
        DataTable table = new DataTable("updatePeriod", "rate", "samples", "low", "high");
        for (int i = 0; i < periods.length; i++) {
            Spread each = best.get(i).spread();
            table.row(periods[i], best.get(i).rate(), each.median(), each.low(), each.high());
        }
        return table;
    }

    private static List<String> differences(Workbench bench, double target) {
        List<String> lines = new ArrayList<>(TargetRun.differences(bench, target));
        lines.add("The network is 784-16-10; the paper's networks and rates are not at hand. Rates tried: "
                + String.join(" and ", RATES) + " times τθ, at most " + LARGEST_RATE
                + "; the one with the smallest median counts.");
        return lines;
    }
}
