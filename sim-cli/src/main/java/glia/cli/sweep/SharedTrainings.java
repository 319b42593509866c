package glia.cli.sweep;

import glia.chip.build.ChipSettings;
import glia.cli.retime.Retiming;
import glia.cli.retime.TrainingFunction;
import glia.cli.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trainings of a sweep that later points can share: as many as fit, those used last. */
final class SharedTrainings {
    private static final int MOST = 1_000;
    /** The part of the memory that they may take. */
    private static final int SHARE = 4;

    private static final long BYTES = 300_000;
    private static final long BYTES_A_SYNAPSE = 40;

    /** Whether an axis of the sweep changes time and cost at most, so that points can have the same training. */
    private final boolean any;

    private final LinkedHashMap<String, SharedTraining> kept = new LinkedHashMap<>(16, 0.75f, true);

    SharedTrainings(Sweep sweep) {
        List<String> axes = sweep.columns().stream().map(Column::name).toList();
        any = sweep.base().settings().keys().stream()
                .anyMatch(key -> axes.contains(key.name())
                        && !ChipSettings.trains(key, sweep.base().rule()));
    }

    /** A training that a scenario can have its own from. */
    Optional<SharedTraining> of(Scenario scenario) {
        if (!any) {
            return Optional.empty();
        }
        String function = TrainingFunction.of(scenario).digest();
        synchronized (this) {
            return Optional.ofNullable(kept.get(function))
                    .filter(known -> Retiming.obstacle(
                                    known.session(), known.writes().writes(), scenario)
                            .isEmpty());
        }
    }

    /** Keeps a training for later points. */
    void keep(SharedTraining training) {
        if (!any || training.session().divergence().isPresent()) {
            return;
        }
        Scenario scenario = training.session().scenario();
        long bytes = BYTES + BYTES_A_SYNAPSE * scenario.shape().synapses();
        long most = Math.max(1, Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE / bytes));
        String function = TrainingFunction.of(scenario).digest();
        synchronized (this) {
            kept.putIfAbsent(function, training);
            for (Map.Entry<String, SharedTraining> oldest =
                            kept.entrySet().iterator().next();
                    kept.size() > most;
                    oldest = kept.entrySet().iterator().next()) {
                kept.remove(oldest.getKey());
            }
        }
    }
}
