package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Series;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** [S] Fig. 4: training samples to a target accuracy against the size of the network, beside the iterations to a converged gradient. */
final class TimeToAccuracy implements Reproduction {
    private static final List<String> RATES = List.of("0.00003", "0.0001");
    private static final List<String> FULL_RATES = List.of("0.00001", "0.00002", "0.00004");

    @Override
    public Subject subject() {
        return new Subject(
                "time",
                Paper.SCALING,
                "Fig. 4, time to 80 %",
                "the time to reach a target accuracy does not follow the linear growth of the time to estimate the gradient, and"
                        + " often decreases with network size",
                3,
                90,
                List.of("mnist"));
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        int[] widths = bench.full() ? new int[] {8, 16, 32, 64, 128, 256} : new int[] {8, 16, 32, 64};
        double target = TargetRun.target(bench);
        List<BestRate.Candidate> candidates = new ArrayList<>();
        for (int width : widths) {
            candidates.add(new BestRate.Candidate(
                    TargetRun.scenario(bench).withLayers(784, width, 10), bench.full() ? FULL_RATES : RATES));
        }
        List<BestRate> best = BestRate.of(bench, candidates, false, run -> TargetRun.samples(run, target));
        double[] parameters = best.stream()
                .mapToDouble(each -> each.scenario().load().shape().parameters())
                .toArray();
        return new Outcome(
                findings(widths, parameters, best, target),
                chart(parameters, best, target),
                data(widths, parameters, best),
                best.stream().map(each -> each.scenario().command()).toList(),
                differences(bench, target));
    }

    private static List<Finding> findings(int[] widths, double[] parameters, List<BestRate> best, double target) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            Spread samples = best.get(i).spread();
            findings.add(Finding.trend(
                    "samples to " + Text.three(target) + " %, 784-" + widths[i] + "-10, K = "
                            + Text.count((long) parameters[i]),
                    TargetRun.text(samples.median()),
                    samples.range(TargetRun::text) + ", rate " + best.get(i).rate()));
        }
        double growth = best.get(widths.length - 1).spread().median()
                / best.get(0).spread().median();
        findings.add(new Finding(
                "samples, largest network / smallest",
                "no proportion; often below 1",
                Text.three(growth),
                "",
                "parameters " + Text.three(parameters[widths.length - 1] / parameters[0]) + " times as many"));
        return findings;
    }

    private static Chart chart(double[] parameters, List<BestRate> best, double target) {
        List<Spread> spreads = BestRate.spreads(best);
        double[] converged = Arrays.stream(parameters)
                .map(count -> GradientAngle.iterations((long) count))
                .toArray();
        return new Chart(
                "Time to accuracy, and time to a gradient",
                "Samples to the target accuracy, and iterations to a converged gradient, against the number of parameters.",
                Axis.logAround("parameters K", DoubleStream.of(parameters)),
                Axis.logAround(
                        "perturbed passes",
                        DoubleStream.concat(
                                DoubleStream.of(converged),
                                spreads.stream().flatMapToDouble(each -> DoubleStream.of(each.low(), each.high())))),
                List.of(
                        Shared.series("to " + Text.three(target) + " % test accuracy", parameters, spreads),
                        Series.of(
                                "one gradient to cosine 0.95: 9.26 (K - 1)",
                                Series.Mark.DASHED,
                                parameters,
                                converged)));
    }

    private static DataTable data(int[] widths, double[] parameters, List<BestRate> best) {
        DataTable table = new DataTable("width", "parameters", "rate", "samples", "low", "high");
        for (int i = 0; i < widths.length; i++) {
            Spread each = best.get(i).spread();
            table.row(widths[i], parameters[i], best.get(i).rate(), each.median(), each.low(), each.high());
        }
        return table;
    }

    private static List<String> differences(Workbench bench, double target) {
        List<String> lines = new ArrayList<>(TargetRun.differences(bench, target));
        lines.add("Networks have one hidden layer; the paper's sizes and rates are not at hand. Rates tried: "
                + String.join(", ", bench.full() ? FULL_RATES : RATES) + "; the one with the smallest median counts.");
        return lines;
    }
}
