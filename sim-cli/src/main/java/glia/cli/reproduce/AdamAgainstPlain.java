package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Series;
import glia.cli.reproduce.Workbench.Task;
import glia.core.stat.Spread;
import glia.learning.train.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** [S] Fig. 6: Adam against plain descent on the estimates of undirected MGD. */
final class AdamAgainstPlain implements Reproduction {
    private static final int PERIOD = 100;

    /** What is done with G. */
    private enum Way {
        PLAIN("plain", "plain", List.of("0.003", "0.005")),
        MOMENTUM("momentum 0.9", "momentum", List.of("0.0003", "0.0005")),
        ADAM("Adam", "adam", List.of("0.003", "0.005"));

        private final String title;
        private final String optimizer;
        private final List<String> rates;

        Way(String title, String optimizer, List<String> rates) {
            this.title = title;
            this.optimizer = optimizer;
            this.rates = rates;
        }
    }

    @Override
    public Subject subject() {
        return new Subject(
                "adam",
                Paper.SCALING,
                "Fig. 6, Adam against plain",
                "estimates of MGD are a drop-in replacement for the gradient: optimization accelerators such as momentum and Adam can"
                        + " be used on them",
                2,
                40,
                List.of("mnist"));
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        List<BestRate.Candidate> candidates = new ArrayList<>();
        for (Way way : Way.values()) {
            candidates.add(
                    new BestRate.Candidate(scenario(bench).with("learning.optimizer=" + way.optimizer), way.rates));
        }
        List<BestRate> best = BestRate.of(bench, candidates, true, ChipRun::accuracy);
        List<List<List<Evaluation>>> curves = curves(bench, best);
        return new Outcome(
                findings(best),
                chart(bench, best, curves),
                data(best, curves),
                best.stream().map(each -> each.scenario().command()).toList(),
                differences(bench, best));
    }

    private static Scenarios scenario(Workbench bench) {
        return Scenarios.of("mnist", "learning.rule=undirected-mgd", "learning.updatePeriod=" + PERIOD)
                .with("learning.schedule=constant")
                .with(bench.dataSettings("mnist"))
                .with("data.train=20000", "data.test=2000", "run.epochs=" + (bench.full() ? 30 : 2))
                .withLayers(784, 32, 10);
    }

    /** Evaluations of the best runs again, by way and seed. */
    private static List<List<List<Evaluation>>> curves(Workbench bench, List<BestRate> best) {
        long every = bench.full() ? 20_000 : 4000;
        List<Task<List<Evaluation>>> tasks = new ArrayList<>();
        for (BestRate each : best) {
            for (long seed : bench.seeds()) {
                tasks.add(new Task<>(
                        each.scenario().last() + ", seed " + seed,
                        () -> new ChipRun(
                                        each.scenario().load(seed),
                                        bench.data(each.scenario().load()))
                                .evaluations(every, none -> false)));
            }
        }
        List<List<Evaluation>> all = bench.all(tasks);
        List<List<List<Evaluation>>> byWay = new ArrayList<>();
        int seeds = bench.seeds().size();
        for (int i = 0; i < best.size(); i++) {
            byWay.add(all.subList(i * seeds, (i + 1) * seeds));
        }
        return byWay;
    }

    private static List<Finding> findings(List<BestRate> best) {
        List<Finding> findings = new ArrayList<>();
        for (Way way : Way.values()) {
            BestRate each = best.get(way.ordinal());
            findings.add(Shared.accuracyTrend(way.title + ", rate " + each.rate(), each.spread()));
        }
        return findings;
    }

    /** The spread over the seeds of the evaluation with some number. */
    private static Spread spread(List<List<Evaluation>> seeds, int place) {
        return Spread.of(seeds.stream()
                .mapToDouble(each -> place < each.size() ? each.get(place).accuracy() * 100 : Double.NaN)
                .toArray());
    }

    private static Chart chart(Workbench bench, List<BestRate> best, List<List<List<Evaluation>>> curves) {
        List<Series> series = new ArrayList<>();
        List<Spread> everything = new ArrayList<>();
        for (Way way : Way.values()) {
            List<List<Evaluation>> seeds = curves.get(way.ordinal());
            List<Spread> spreads = new ArrayList<>();
            double[] x = seeds.get(0).stream().mapToDouble(Evaluation::samples).toArray();
            for (int i = 0; i < x.length; i++) {
                spreads.add(spread(seeds, i));
            }
            everything.addAll(spreads);
            series.add(Shared.series(
                    way.title + ", rate " + best.get(way.ordinal()).rate(), x, spreads));
        }
        return new Chart(
                "Optimizers on estimates of MGD, " + Shared.dataName(bench, "mnist"),
                "Test accuracy over training samples for plain descent, momentum and Adam.",
                Axis.linear(
                        "training samples", 0, series.get(0).x()[series.get(0).x().length - 1]),
                Shared.percentAxis(everything),
                series);
    }

    private static DataTable data(List<BestRate> best, List<List<List<Evaluation>>> curves) {
        DataTable table = new DataTable("optimizer", "rate", "samples", "accuracy", "low", "high");
        for (Way way : Way.values()) {
            List<List<Evaluation>> seeds = curves.get(way.ordinal());
            for (int i = 0; i < seeds.get(0).size(); i++) {
                Spread each = spread(seeds, i);
                long samples = seeds.get(0).get(i).samples();
                table.row(way.title, best.get(way.ordinal()).rate(), samples, each.median(), each.low(), each.high());
            }
        }
        return table;
    }

    private static List<String> differences(Workbench bench, List<BestRate> best) {
        List<String> lines = new ArrayList<>();
        if (!bench.full()) {
            lines.add("Quick: two epochs of 20,000 samples, far from the end of training.");
        }
        lines.add("Data: " + Shared.dataName(bench, "mnist")
                + ", the first 20,000 samples, tested on 2,000. The network is" + " 784-32-10, τθ = " + PERIOD
                + "; the paper's networks, data and rates are not at hand.");
        double plain = best.get(Way.PLAIN.ordinal()).spread().median();
        lines.add("Each with a rate of its own, momentum ends "
                + Shared.beside(best.get(Way.MOMENTUM.ordinal()).spread().median(), plain) + " plain descent, Adam "
                + Shared.beside(best.get(Way.ADAM.ordinal()).spread().median(), plain)
                + " (medians). At this τθ an estimate is mostly noise, of much the same size for every weight, which leaves Adam"
                + " little to adapt to.");
        for (Way way : Way.values()) {
            lines.add("Rates tried, " + way.title + ": " + String.join(", ", way.rates)
                    + "; the best final median counts.");
        }
        return lines;
    }
}
