package glia.learning.train;

import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The keys of δ-MGD and how its parameters are made of them. */
final class DeltaMgdSettings {
    private static final List<Key> OWN = List.of(
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
        List<Key> keys = new ArrayList<>(DeltaVecSettings.KEYS);
        keys.addAll(OWN);
        keys.addAll(OptimizerSettings.KEYS);
        return keys;
    }

    private DeltaMgdSettings() {}

    static DeltaMgdParameters parameters(Settings settings) {
        return new DeltaMgdParameters(
                DeltaVecSettings.parameters(settings),
                settings.word("learning.lastLayer").equals("exact"),
                Norm.valueOf(settings.word("learning.norm").toUpperCase(Locale.ROOT)),
                (float) settings.decimal("learning.epsilon"),
                settings.isWord("learning.gamma", "off")
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(settings.decimal("learning.gamma")),
                settings.integer(PeriodSettings.UPDATE.name()),
                OptimizerSettings.optimizer(settings));
    }
}
