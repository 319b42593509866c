package glia.learning.train;

import glia.chip.build.ChipSettings;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import glia.learning.part.AlignedMgdParameters;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.HebbianMgdParameters;
import glia.learning.part.NodePerturbationParameters;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys of the rules without DeltaVecs, and how their parameters are made of them. */
final class MgdSettings {
    private static final int MOST_SINUSOIDS = 4096;

    private static final Key EPSILON = new Key(
            "learning.epsilon", ValueType.decimal(1e-9, 1000), "0.001", "size of the perturbation of one parameter");
    private static final Key PATTERN = new Key(
            "learning.pattern",
            ValueType.choice(List.of("bernoulli", "walsh", "sequential", "sinusoid")),
            "bernoulli",
            "how parameters are perturbed: random signs, orthogonal codes, one after the other, or sines of different"
                    + " frequencies (up to " + MOST_SINUSOIDS + " parameters)");
    private static final Key LAYERS = new Key(
            "learning.layers",
            ValueType.choice(List.of("together", "in-turn")),
            "together",
            "whether all layers are perturbed at once, or one after the other (bernoulli only)");
    private static final Key NORMALIZATION = new Key(
            "learning.normalization",
            ValueType.choice(List.of("none", "gamma")),
            "none",
            "gamma multiplies updates by 1 / sqrt(1 + (K - 1) / updatePeriod) for K parameters");
    private static final Key AGREEMENT = new Key(
            "learning.agreement",
            ValueType.decimal(0, 1),
            "1",
            "mean of the products of the signs of perturbation and gradient: 1 all agree, 0 as drawn");
    private static final Key DELTA_SOURCE = new Key(
            "learning.deltaSource",
            ValueType.choice(List.of("backward", "finite-difference", "delta-vecs")),
            "backward",
            "where the bias gradients of a sample come from: transposed reads, exact; probes of all neurons with the"
                    + " sample itself; or recalled by astrocytes as with delta-mgd");
    private static final Key PRECISION = new Key(
            "learning.precision",
            ValueType.choice(List.of("full", "ternary")),
            "full",
            "whether activations and bias gradients count by value or by sign");
    private static final Key ACTIVATION_THRESHOLD = new Key(
            "learning.activationThreshold",
            ValueType.decimal(0, 1000),
            "0",
            "what the size of an activation must exceed to count; 0 counts all");
    private static final Key DELTA_THRESHOLD = new Key(
            "learning.deltaThreshold",
            ValueType.decimal(0, 1),
            "0",
            "the share of the layer's largest bias gradient that one must exceed to count; 0 counts all");

    static final List<Key> UNDIRECTED = keys(
            PATTERN,
            LAYERS,
            EPSILON,
            NORMALIZATION,
            PeriodSettings.SAMPLE,
            PeriodSettings.PERTURBATION,
            PeriodSettings.UPDATE);
    static final List<Key> NODE =
            keys(EPSILON, PeriodSettings.SAMPLE, PeriodSettings.PERTURBATION, PeriodSettings.UPDATE);
    static final List<Key> DESCENT = keys(PeriodSettings.UPDATE);
    static final List<Key> ALIGNED = keys(AGREEMENT, EPSILON, PeriodSettings.SAMPLE, PeriodSettings.UPDATE);
    static final List<Key> HEBBIAN = hebbianKeys();

    private MgdSettings() {}

    private static List<Key> hebbianKeys() {
        List<Key> keys =
                keys(DELTA_SOURCE, PRECISION, ACTIVATION_THRESHOLD, DELTA_THRESHOLD, EPSILON, PeriodSettings.UPDATE);
        keys.addAll(DeltaVecSettings.KEYS);
        return keys;
    }

    private static List<Key> keys(Key... own) {
        List<Key> keys = new ArrayList<>(List.of(own));
        keys.addAll(OptimizerSettings.KEYS);
        return keys;
    }

    static UndirectedMgdParameters undirected(Settings settings) {
        PerturbationPattern pattern =
                PerturbationPattern.valueOf(settings.word(PATTERN.name()).toUpperCase(Locale.ROOT));
        boolean inTurn = settings.word(LAYERS.name()).equals("in-turn");
        if (inTurn && pattern != PerturbationPattern.BERNOULLI) {
            throw settings.complaint(LAYERS.name(), "together with pattern " + settings.word(PATTERN.name()));
        }
        long parameters = ChipSettings.shape(settings).parameters();
        if (pattern == PerturbationPattern.SINUSOID && parameters > MOST_SINUSOIDS) {
            throw settings.complaint(
                    PATTERN.name(),
                    "another pattern for " + parameters + " parameters; sinusoid goes up to " + MOST_SINUSOIDS);
        }
        return new UndirectedMgdParameters(
                pattern,
                inTurn,
                (float) settings.decimal(EPSILON.name()),
                settings.word(NORMALIZATION.name()).equals("gamma"),
                PeriodSettings.periods(settings),
                OptimizerSettings.optimizer(settings),
                settings.whole("run.seed"));
    }

    static NodePerturbationParameters node(Settings settings) {
        return new NodePerturbationParameters(
                (float) settings.decimal(EPSILON.name()),
                PeriodSettings.periods(settings),
                OptimizerSettings.optimizer(settings),
                settings.whole("run.seed"));
    }

    static BackpropagationParameters descent(Settings settings, boolean signsOnly) {
        return new BackpropagationParameters(
                signsOnly, settings.integer(PeriodSettings.UPDATE.name()), OptimizerSettings.optimizer(settings));
    }

    static AlignedMgdParameters aligned(Settings settings) {
        return new AlignedMgdParameters(
                (float) settings.decimal(AGREEMENT.name()),
                (float) settings.decimal(EPSILON.name()),
                new Periods(
                        settings.integer(PeriodSettings.SAMPLE.name()),
                        1,
                        settings.integer(PeriodSettings.UPDATE.name())),
                OptimizerSettings.optimizer(settings),
                settings.whole("run.seed"));
    }

    static HebbianMgdParameters hebbian(Settings settings) {
        return new HebbianMgdParameters(
                deltaVecs(settings),
                settings.word(PRECISION.name()).equals("ternary"),
                (float) settings.decimal(ACTIVATION_THRESHOLD.name()),
                (float) settings.decimal(DELTA_THRESHOLD.name()),
                (float) settings.decimal(EPSILON.name()),
                settings.integer(PeriodSettings.UPDATE.name()),
                OptimizerSettings.optimizer(settings));
    }

    private static Optional<DeltaVecParameters> deltaVecs(Settings settings) {
        return switch (settings.word(DELTA_SOURCE.name())) {
            case "finite-difference" ->
                Optional.of(DeltaVecParameters.measuredForEachSample(
                        (float) settings.decimal(DeltaVecSettings.PROBE_STEP.name())));
            case "delta-vecs" -> Optional.of(DeltaVecSettings.parameters(settings));
            default -> Optional.empty();
        };
    }
}
