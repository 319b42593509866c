package glia.cli.reproduce;

import glia.cli.figure.DataTable;
import glia.cli.figure.Figure;
import glia.cli.figure.HeatMap;
import glia.cli.figure.Panels;
import glia.cli.reproduce.Workbench.Task;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** [D] Fig. 7: bias gradients of samples sorted by class, as a picture and as cosines within and between classes. */
final class ClassGradients implements Reproduction {
    private static final int MEASURED = 20;
    private static final int SHOWN = 10;
    private static final int HIDDEN = 2;

    /** What a seed found, before and after training. */
    private record Found(BiasGradients before, BiasGradients after) {}

    @Override
    public Subject subject() {
        return new Subject(
                "class-gradients",
                Paper.DELTA,
                "Fig. 7, bias gradients by class",
                "bias gradients of samples of one class are alike, those of different classes are not",
                0.5,
                3,
                List.of("mnist"));
    }

    @Override
    public Outcome reproduce(Workbench bench) {
        Scenarios scenario = scenario(bench);
        bench.data(scenario.load());
        List<Task<Found>> tasks = new ArrayList<>();
        for (long seed : bench.seeds()) {
            tasks.add(new Task<>("seed " + seed, () -> found(bench, scenario, seed)));
        }
        List<Found> found = bench.all(tasks);
        DataTable data = new DataTable("layer", "time", "within", "between");
        for (int layer = 0; layer <= HIDDEN; layer++) {
            data.row(
                    layer + 1,
                    "start",
                    within(found, layer, false).median(),
                    between(found, layer, false).median());
            data.row(
                    layer + 1,
                    "end",
                    within(found, layer, true).median(),
                    between(found, layer, true).median());
        }
        return new Outcome(
                findings(found),
                figure(found.get(0).after()),
                data,
                List.of(
                        scenario.command(),
                        "δ: exact gradients of the first " + MEASURED + " test samples of each class"),
                differences(bench, found));
    }

    private static Scenarios scenario(Workbench bench) {
        return Scenarios.of("mnist", "learning.rate=0.02")
                .with(bench.dataSettings("mnist"))
                .with(bench.full() ? List.of("run.epochs=10") : Shared.QUICK);
    }

    private static Found found(Workbench bench, Scenarios scenario, long seed) {
        ChipRun run = new ChipRun(scenario.load(seed), bench.data(scenario.load()));
        BiasGradients before = new BiasGradients(run.chip(), run.data().test(), MEASURED);
        run.trainer().trainUntil(run.trainer().plan().samples());
        return new Found(before, new BiasGradients(run.chip(), run.data().test(), MEASURED));
    }

    private static Spread within(List<Found> found, int layer, boolean after) {
        return cosine(found, layer, after, true);
    }

    private static Spread between(List<Found> found, int layer, boolean after) {
        return cosine(found, layer, after, false);
    }

    private static Spread cosine(List<Found> found, int layer, boolean after, boolean same) {
        return Spread.of(found.stream()
                .mapToDouble(each -> (after ? each.after() : each.before()).cosine(layer, same))
                .toArray());
    }

    private static List<Finding> findings(List<Found> found) {
        List<Finding> findings = new ArrayList<>();
        for (int layer = 0; layer <= HIDDEN; layer++) {
            String name = layer == HIDDEN ? "outputs" : "hidden layer " + (layer + 1);
            for (boolean after : new boolean[] {false, true}) {
                String time = after ? ", trained" : ", before training";
                Spread within = within(found, layer, after);
                Spread between = between(found, layer, after);
                findings.add(Finding.trend(
                        name + time + ": cosine within a class",
                        Text.three(within.median()),
                        within.range(Text::three)));
                findings.add(Finding.trend(
                        name + time + ": between classes", Text.three(between.median()), between.range(Text::three)));
            }
        }
        return findings;
    }

    private static Figure figure(BiasGradients gradients) {
        List<Figure> panels = new ArrayList<>();
        for (int layer = 0; layer < HIDDEN; layer++) {
            double[][] all = gradients.rows(layer);
            int[] rows = IntStream.range(0, all.length)
                    .filter(row -> row % MEASURED < SHOWN)
                    .toArray();
            double[][] shown = BiasGradients.normalised(
                    Arrays.stream(rows).mapToObj(row -> all[row]).toArray(double[][]::new));
            panels.add(new HeatMap(
                    "Bias gradients of hidden layer " + (layer + 1) + ", trained",
                    "A row a sample, sorted by class, scaled to length 1.",
                    "neuron",
                    "class, " + SHOWN + " samples each",
                    shown,
                    0.25,
                    IntStream.range(0, all.length / MEASURED)
                            .mapToObj(String::valueOf)
                            .toList(),
                    List.of("1 to " + all[0].length)));
        }
        return new Panels("Bias gradients by class", panels);
    }

    private static List<String> differences(Workbench bench, List<Found> found) {
        List<String> lines = new ArrayList<>(Shared.differences(bench, "mnist"));
        lines.add("The picture of Fig. 7 is not at hand; we show seed "
                + bench.seeds().get(0) + " and give the cosines for all.");
        lines.add(
                "One DeltaVec a class holds what samples of a class have in common: trained, their cosine in hidden layer 1 is "
                        + Text.three(within(found, 0, true).median()) + " within a class, where 1 would be all, and "
                        + Text.three(between(found, 0, true).median()) + " between classes.");
        return lines;
    }
}
