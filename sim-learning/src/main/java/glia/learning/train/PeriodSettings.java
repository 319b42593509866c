package glia.learning.train;

import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import glia.learning.part.Periods;

/** The keys of the time constants of multiplexed gradient descent. */
final class PeriodSettings {
    static final Key SAMPLE = new Key(
            "learning.samplePeriod",
            ValueType.whole(1, 1_000_000),
            "1",
            "perturbed passes for which a sample is shown (tau x)");
    static final Key PERTURBATION = new Key(
            "learning.perturbationPeriod",
            ValueType.whole(1, 1_000_000),
            "1",
            "perturbed passes for which a perturbation stays (tau p)");
    static final Key UPDATE = new Key(
            "learning.updatePeriod",
            ValueType.whole(1, 1_000_000_000),
            "1",
            "perturbed passes over which changes are integrated, in registers at every synapse, before they are committed"
                    + " (tau theta)");

    private PeriodSettings() {}

    static Periods periods(Settings settings) {
        return new Periods(
                settings.integer(SAMPLE.name()),
                settings.integer(PERTURBATION.name()),
                settings.integer(UPDATE.name()));
    }
}
