package glia.cli.reproduce;

import glia.cli.reproduce.Workbench.Task;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Many training runs at once: each scenario with each seed. */
final class Trainings {
    private Trainings() {}

    /** The spreads over the seeds of what runs are asked for, a scenario each; data are read before, by one thread. */
    static List<Spread> spreads(Workbench bench, List<Scenarios> scenarios, ToDoubleFunction<ChipRun> figure) {
        List<Task<Double>> tasks = new ArrayList<>();
        for (Scenarios scenario : scenarios) {
            bench.data(scenario.load());
            for (long seed : bench.seeds()) {
                tasks.add(new Task<>(
                        scenario.last() + ", seed " + seed,
                        () -> figure.applyAsDouble(new ChipRun(scenario.load(seed), bench.data(scenario.load())))));
            }
        }
        List<Double> values = bench.all(tasks);
        int seeds = bench.seeds().size();
        List<Spread> spreads = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            spreads.add(Spread.of(values.subList(i * seeds, (i + 1) * seeds)));
        }
        return spreads;
    }

    /** Final accuracies in percent. */
    static List<Spread> accuracies(Workbench bench, List<Scenarios> scenarios) {
        return spreads(bench, scenarios, ChipRun::accuracy);
    }
}
