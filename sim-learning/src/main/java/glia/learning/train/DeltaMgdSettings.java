package glia.learning.train;

import glia.chip.datapath.Slope;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The keys of δ-MGD and how its parameters are made of them. */
final class DeltaMgdSettings {
    private static final List<Key> KEYS = List.of(
            new Key(
                    "learning.recall",
                    ValueType.choice(List.of("error", "expected", "runner-up", "label", "random-map", "random-table")),
                    "error",
                    "what an astrocyte recalls from: a fitted map of the output error, all class DeltaVecs weighted by"
                            + " the expected error, the label's DeltaVec less that of the strongest other class, or the"
                            + " label's; random-map and random-table are controls that are drawn and never probed"),
            new Key(
                    "learning.slope",
                    ValueType.choice(List.of("exact", "two-level", "none")),
                    "exact",
                    "how neuron units tell the slope of their activation function to their astrocyte"),
            new Key(
                    "learning.lastLayer",
                    ValueType.choice(List.of("perturbed", "exact")),
                    "perturbed",
                    "whether the last layer is perturbed as the others, or takes the exact local rule"),
            new Key(
                    "learning.norm",
                    ValueType.choice(List.of("global", "deferred", "layer")),
                    "global",
                    "how the perturbation gets its length: over all layers, by dividing afterwards, or layer by layer"),
            new Key(
                    "learning.deltaVecPeriod",
                    ValueType.whole(1, Long.MAX_VALUE),
                    "5000",
                    "training samples between two refreshes of the DeltaVecs"),
            new Key(
                    "learning.deltaVecMemory",
                    ValueType.or("auto", ValueType.decimal(0, 1)),
                    "auto",
                    "share of the old DeltaVec that a refresh keeps; auto is 0.8 for recall expected, 0 for label"),
            new Key(
                    "learning.probeStep",
                    ValueType.decimal(1e-6, 100),
                    "0.01",
                    "step of a neuron's bias in a finite-difference probe"),
            new Key("learning.sweeps", ValueType.whole(0, 10_000), "10", "sweeps of the fit over the probed pairs"),
            new Key("learning.fitRate", ValueType.decimal(0, 2), "0.3", "rate of the fit"),
            new Key(
                    "learning.epsilon",
                    ValueType.decimal(1e-9, 1000),
                    "0.03",
                    "length of the perturbation over all perturbed parameters"),
            new Key(
                    "learning.gamma",
                    ValueType.or("off", ValueType.decimal(0, 1e9)),
                    "off",
                    "factor gamma of gamma * C0 in the update, or off"),
            PeriodSettings.UPDATE);

    /** All keys of the rule. */
    static List<Key> keys() {
        List<Key> keys = new ArrayList<>(KEYS);
        keys.addAll(OptimizerSettings.KEYS);
        return keys;
    }

    private DeltaMgdSettings() {}

    static DeltaMgdParameters parameters(Settings settings) {
        Recall recall = Recall.valueOf(
                settings.word("learning.recall").toUpperCase(Locale.ROOT).replace('-', '_'));
        return new DeltaMgdParameters(
                recall,
                slope(settings.word("learning.slope")),
                settings.word("learning.lastLayer").equals("exact"),
                Norm.valueOf(settings.word("learning.norm").toUpperCase(Locale.ROOT)),
                settings.whole("learning.deltaVecPeriod"),
                memory(settings, recall),
                (float) settings.decimal("learning.probeStep"),
                settings.integer("learning.sweeps"),
                (float) settings.decimal("learning.fitRate"),
                (float) settings.decimal("learning.epsilon"),
                settings.isWord("learning.gamma", "off")
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(settings.decimal("learning.gamma")),
                settings.integer(PeriodSettings.UPDATE.name()),
                OptimizerSettings.optimizer(settings),
                settings.whole("run.seed"));
    }

    private static Slope slope(String word) {
        return switch (word) {
            case "none" -> Slope.NONE;
            case "two-level" -> Slope.TWO_LEVEL;
            default -> Slope.EXACT;
        };
    }

    private static float memory(Settings settings, Recall recall) {
        if (!settings.isWord("learning.deltaVecMemory", "auto")) {
            return (float) settings.decimal("learning.deltaVecMemory");
        }
        return recall == Recall.EXPECTED ? 0.8f : 0f;
    }
}
