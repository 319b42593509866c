package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Series;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.List;

/** [D] Fig. 1 and 3: accuracy against the agreement Λ of perturbation and gradient, for MGD and for SignSGD. */
final class SignAgreement implements Reproduction {
    private static final double[] AGREEMENTS = {0, 0.1, 0.2, 0.4, 0.6, 0.8, 1};
    private static final double[] QUICK = {0, 0.2, 0.6, 1};

    /** What is made of signs. */
    private enum Way {
        MGD("MGD: signs weighed by ΔC", List.of("0.00003", "0.0001"), List.of("0.000005", "0.00002")),
        SIGN_SGD("SignSGD: signs alone", List.of("0.0005", "0.002"), List.of("0.00003", "0.0001"));

        private final String title;
        private final List<String> quickRates;
        private final List<String> fullRates;

        Way(String title, List<String> quickRates, List<String> fullRates) {
            this.title = title;
            this.quickRates = quickRates;
            this.fullRates = fullRates;
        }

        private List<String> rates(Workbench bench) {
            return bench.full() ? fullRates : quickRates;
        }

        private Scenarios scenario(Workbench bench, double agreement) {
            Scenarios common = Scenarios.of(
                            "mnist", this == MGD ? "learning.rule=aligned-mgd" : "learning.rule=sign-sgd")
                    .with(bench.dataSettings("mnist"));
            Scenarios sized = bench.full()
                    ? common.with("run.epochs=10")
                    : common.with("data.train=10000", "data.test=2000", "run.epochs=1")
                            .withLayers(784, 64, 10);
            return this == MGD ? sized.with("learning.agreement=" + agreement) : sized;
        }
    }

    @Override
    public Subject subject() {
        return new Subject(
                "agreement",
                Paper.DELTA,
                "Fig. 1 and 3, sign agreement",
                "accuracy grows with the agreement Λ between the signs of perturbation and gradient; MGD, which weighs by ΔC, needs"
                        + " less of it than SignSGD",
                4,
                400,
                List.of("mnist"));
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        double[] agreements = bench.full() ? AGREEMENTS : QUICK;
        List<Series> series = new ArrayList<>();
        List<Spread> everything = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        DataTable data = new DataTable("way", "agreement", "rate", "accuracy", "low", "high");
        for (Way way : Way.values()) {
            List<BestRate> best = way == Way.MGD ? chips(bench, agreements) : turned(bench, agreements);
            everything.addAll(BestRate.spreads(best));
            series.add(Shared.series(way.title, agreements, BestRate.spreads(best)));
            for (int i = 0; i < agreements.length; i++) {
                BestRate each = best.get(i);
                Spread spread = each.spread();
                findings.add(
                        Shared.accuracyTrend(way.title + ", Λ = " + agreements[i] + ", rate " + each.rate(), spread));
                settings.add(each.scenario().command() + (way == Way.MGD ? "" : turned(agreements[i])));
                data.row(way.name(), agreements[i], each.rate(), spread.median(), spread.low(), spread.high());
            }
        }
        Chart chart = new Chart(
                "Accuracy against sign agreement, " + Shared.dataName(bench, "mnist"),
                "Test accuracy against the agreement of the signs of perturbation and gradient.",
                Axis.linear("agreement Λ", 0, 1.05),
                Shared.percentAxis(everything),
                series);
        return new Outcome(findings, chart, data, settings, differences(bench, everything, agreements.length));
    }

    private static String turned(double agreement) {
        return ", and a share (1 - Λ) / 2 of its signs turned, Λ = " + agreement;
    }

    private static List<BestRate> chips(Workbench bench, double[] agreements) {
        List<BestRate.Candidate> candidates = new ArrayList<>();
        for (double agreement : agreements) {
            candidates.add(new BestRate.Candidate(Way.MGD.scenario(bench, agreement), Way.MGD.rates(bench)));
        }
        return BestRate.of(bench, candidates, true, ChipRun::accuracy);
    }

    private static List<BestRate> turned(Workbench bench, double[] agreements) {
        List<BestRate> best = new ArrayList<>();
        for (double agreement : agreements) {
            BestRate.Candidate candidate =
                    new BestRate.Candidate(Way.SIGN_SGD.scenario(bench, agreement), Way.SIGN_SGD.rates(bench));
            best.addAll(BestRate.of(bench, List.of(candidate), true, run -> accuracy(run, agreement)));
        }
        return best;
    }

    private static double accuracy(ChipRun run, double agreement) {
        new SignDescent(run.chip(), agreement).train(run.trainer().plan());
        return run.trainer().evaluate().accuracy() * 100;
    }

    private static List<String> differences(Workbench bench, List<Spread> accuracies, int agreements) {
        List<String> lines = new ArrayList<>();
        if (!bench.full()) {
            lines.add("Quick: 784-64-10, one epoch of 10,000 samples of " + Shared.dataName(bench, "mnist")
                    + ", tested on 2,000.");
        }
        lines.add("The curves of Fig. 1 and 3 are not at hand; the trend is compared.");
        for (Way way : Way.values()) {
            lines.add(
                    way.title + ", rates tried: " + String.join(", ", way.rates(bench)) + "; the best median counts.");
        }
        lines.add(
                "MGD and SignSGD run on the simulated chip; the signs of SignSGD are turned by the host, which takes a step back"
                        + " and makes it the other way.");
        lines.add("Control: at Λ = 0 a sign says nothing. MGD then reaches "
                + Text.percent(accuracies.get(0).median()) + ", since ΔC turns what led uphill, SignSGD "
                + Text.percent(accuracies.get(agreements).median()) + "; chance is 10 %.");
        return lines;
    }
}
