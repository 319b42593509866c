package glia.cli.reproduce;

import glia.cli.figure.Axis;
import glia.cli.figure.Chart;
import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.figure.HeatMap;
import glia.cli.figure.Panels;
import glia.cli.figure.Series;
import glia.cli.reproduce.Workbench.Task;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** [D] Fig. 6: how long the mean bias gradient of a class stays what it is while the network learns. */
final class TemporalStability implements Reproduction {
    private static final int MEASURED = 20;
    private static final int LAYERS = 3;

    /** mean δ of the classes at each time, of one seed. */
    private record History(List<BiasGradients> times) {
        double cosine(int layer, int one, int other, int classesOn) {
            return times.get(one).meanCosine(times.get(other), layer, classesOn);
        }
    }

    @Override
    public Subject subject() {
        return new Subject(
                "stability",
                Paper.DELTA,
                "Fig. 6, temporal stability",
                "bias gradients of a class change slowly over training, so that DeltaVecs need not be probed often",
                0.5,
                3,
                List.of("mnist"));
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        Scenarios scenario = scenario(bench);
        long[] times = times(bench.full());
        bench.data(scenario.load());
        List<Task<History>> tasks = new ArrayList<>();
        for (long seed : bench.seeds()) {
            tasks.add(new Task<>("seed " + seed, () -> history(bench, scenario, times, seed)));
        }
        List<History> seeds = bench.all(tasks);
        return new Outcome(
                findings(seeds, times),
                figure(seeds, times),
                data(seeds, times),
                List.of(
                        scenario.command(),
                        "mean δ: mean exact gradient of the first " + MEASURED
                                + " test samples of each class, at the samples of the" + " figure"),
                differences(bench));
    }

    private static Scenarios scenario(Workbench bench) {
        return Scenarios.of("mnist", "learning.rate=0.02")
                .with(bench.dataSettings("mnist"))
                .with(bench.full() ? List.of("run.epochs=10") : Shared.QUICK);
    }

    private static long[] times(boolean full) {
        return full
                ? new long[] {0, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 300_000, 400_000, 500_000, 600_000}
                : new long[] {0, 500, 1000, 2000, 4000, 6000, 8000, 10_000, 12_500, 15_000, 20_000};
    }

    private static History history(Workbench bench, Scenarios scenario, long[] times, long seed) {
        ChipRun run = new ChipRun(scenario.load(seed), bench.data(scenario.load()));
        List<BiasGradients> history = new ArrayList<>();
        for (long time : times) {
            run.trainer().trainUntil(time);
            history.add(new BiasGradients(run.chip(), run.data().test(), MEASURED));
        }
        return new History(history);
    }

    /** The cosines of the seeds between two times. */
    private static Spread cosine(List<History> seeds, int layer, int one, int other, int classesOn) {
        return Spread.of(seeds.stream()
                .mapToDouble(each -> each.cosine(layer, one, other, classesOn))
                .toArray());
    }

    private static List<Finding> findings(List<History> seeds, long[] times) {
        List<Finding> findings = new ArrayList<>();
        int last = times.length - 1;
        for (int layer = 0; layer < LAYERS; layer++) {
            String name = layer == LAYERS - 1 ? "outputs" : "hidden layer " + (layer + 1);
            String span = Text.count(times[last - 1]) + " and " + Text.count(times[last]);
            findings.add(trend(name + ": cosine of mean δ at " + span, cosine(seeds, layer, last - 1, last, 0)));
            findings.add(trend(name + ": at 0 and " + Text.count(times[last]), cosine(seeds, layer, 0, last, 0)));
            Spread control = cosine(seeds, layer, last - 1, last, 1);
            findings.add(Finding.unpublished(
                    name + ": control, another class at " + span,
                    Text.three(control.median()),
                    control.range(Text::three)));
        }
        return findings;
    }

    private static Finding trend(String quantity, Spread spread) {
        return Finding.trend(quantity, Text.three(spread.median()), spread.range(Text::three));
    }

    private static Figure figure(List<History> seeds, long[] times) {
        List<Figure> panels = new ArrayList<>(List.of(overTime(seeds, times)));
        List<String> names =
                Arrays.stream(times).mapToObj(TemporalStability::name).toList();
        for (int layer = 0; layer < LAYERS - 1; layer++) {
            double[][] cosines = new double[times.length][times.length];
            for (int i = 0; i < times.length; i++) {
                for (int j = 0; j < times.length; j++) {
                    cosines[i][j] = cosine(seeds, layer, i, j, 0).median();
                }
            }
            panels.add(new HeatMap(
                    "Cosine of mean δ between two times, hidden layer " + (layer + 1),
                    "The mean over classes of the cosine between the mean bias gradients of a class at two times.",
                    "training samples",
                    "training samples",
                    cosines,
                    1,
                    names,
                    names));
        }
        return new Panels("Temporal stability of class-mean bias gradients", panels);
    }

    private static String name(long time) {
        return time < 1000 ? String.valueOf(time) : Text.three(time / 1000.0) + "k";
    }

    /** From each time to the next, beside another class. */
    private static Figure overTime(List<History> seeds, long[] times) {
        double[] x = Arrays.stream(times).skip(1).asDoubleStream().toArray();
        List<Series> series = new ArrayList<>();
        for (int layer = 0; layer < LAYERS - 1; layer++) {
            series.add(step("hidden layer " + (layer + 1), seeds, layer, x, 0));
            series.add(step("hidden layer " + (layer + 1) + ", another class", seeds, layer, x, 1));
        }
        return new Chart(
                "Cosine of mean δ between a time and the one before",
                "The cosine of the mean bias gradient of a class and what it was before, beside that of another class.",
                Axis.linear("training samples", 0, x[x.length - 1]),
                Axis.linear("cosine", -1, 1),
                series);
    }

    private static Series step(String name, List<History> seeds, int layer, double[] x, int classesOn) {
        List<Spread> spreads = new ArrayList<>();
        for (int i = 1; i <= x.length; i++) {
            spreads.add(cosine(seeds, layer, i - 1, i, classesOn));
        }
        return Shared.series(name, x, spreads);
    }

    private static DataTable data(List<History> seeds, long[] times) {
        DataTable table = new DataTable("layer", "one", "other", "cosine", "anotherClass");
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int i = 0; i < times.length; i++) {
                for (int j = i; j < times.length; j++) {
                    double same = cosine(seeds, layer, i, j, 0).median();
                    table.row(
                            layer + 1,
                            times[i],
                            times[j],
                            same,
                            cosine(seeds, layer, i, j, 1).median());
                }
            }
        }
        return table;
    }

    private static List<String> differences(Workbench bench) {
        List<String> lines = new ArrayList<>(Shared.differences(bench, "mnist"));
        lines.add(
                "The printed values of Fig. 6 are not at hand; the trend is compared. The network learns by δ-MGD, recall by error.");
        lines.add("Means are over " + MEASURED
                + " test samples of a class: a sample that the network is sure of has hardly any"
                + " gradient, so that late in training few samples decide the mean.");
        return lines;
    }
}
