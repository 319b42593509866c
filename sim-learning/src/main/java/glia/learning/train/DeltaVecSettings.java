package glia.learning.train;

import glia.chip.datapath.Slope;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Recall;
import java.util.List;
import java.util.Locale;

/** The keys of how astrocytes come to their DeltaVecs. */
final class DeltaVecSettings {
    private static final String AUTO = "auto";

    static final Key PROBE_STEP = new Key(
            "learning.probeStep",
            ValueType.decimal(1e-6, 100),
            "0.01",
            "step of a neuron's bias in a finite-difference probe");

    static final List<Key> KEYS = List.of(
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
                    "learning.deltaVecSource",
                    ValueType.choice(List.of("exemplars", "current-batch", "sparse")),
                    "exemplars",
                    "what is probed: an exemplar of each class; the samples of the update period that begins, which"
                            + " puts the present sample's own gradients into the table; or the present sample with few"
                            + " neurons by turns, so that astrocytes learn while the network does"),
            new Key(
                    "learning.deltaVecPeriod",
                    ValueType.or(AUTO, ValueType.whole(1, Long.MAX_VALUE)),
                    AUTO,
                    "training samples between two refreshes of the DeltaVecs; auto is 5000, or 10 for sparse;"
                            + " current-batch takes the update period"),
            new Key(
                    "learning.deltaVecMemory",
                    ValueType.or(AUTO, ValueType.decimal(0, 1)),
                    AUTO,
                    "share of the old DeltaVec that a refresh keeps; auto is 0.8 for recall expected or sparse probes"
                            + " (but not the current batch), 0 for others"),
            new Key(
                    "learning.probes",
                    ValueType.whole(1, 1_000_000),
                    "4",
                    "neurons of each hidden layer that a sparse refresh probes, by turns"),
            PROBE_STEP,
            new Key(
                    "learning.sweeps",
                    ValueType.or(AUTO, ValueType.whole(0, 10_000)),
                    AUTO,
                    "sweeps of the fit over the probed pairs; auto is 10, or 1 for sparse"),
            new Key("learning.fitRate", ValueType.decimal(0, 2), "0.3", "rate of the fit"));

    private DeltaVecSettings() {}

    static DeltaVecParameters parameters(Settings settings) {
        Recall recall = Recall.valueOf(constant(settings.word("learning.recall")));
        DeltaVecSource source = DeltaVecSource.valueOf(constant(settings.word("learning.deltaVecSource")));
        if (source != DeltaVecSource.EXEMPLARS && recall.isRandom()) {
            throw settings.complaint(
                    "learning.deltaVecSource",
                    "exemplars with recall " + settings.word("learning.recall") + ", which is never probed");
        }
        return new DeltaVecParameters(
                recall,
                Slope.valueOf(constant(settings.word("learning.slope"))),
                source,
                period(settings, source),
                settings.integer("learning.probes"),
                memory(settings, recall, source),
                (float) settings.decimal(PROBE_STEP.name()),
                sweeps(settings, source),
                (float) settings.decimal("learning.fitRate"),
                settings.whole("run.seed"));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static long period(Settings settings, DeltaVecSource source) {
        if (source == DeltaVecSource.CURRENT_BATCH) {
            return settings.integer(PeriodSettings.UPDATE.name());
        }
        if (!settings.isWord("learning.deltaVecPeriod", AUTO)) {
            return settings.whole("learning.deltaVecPeriod");
        }
        return source == DeltaVecSource.SPARSE ? 10 : 5000;
    }

    private static float memory(Settings settings, Recall recall, DeltaVecSource source) {
        if (!settings.isWord("learning.deltaVecMemory", AUTO)) {
            return (float) settings.decimal("learning.deltaVecMemory");
        }
        return switch (source) {
            case EXEMPLARS -> recall == Recall.EXPECTED ? 0.8f : 0f;
            case CURRENT_BATCH -> 0f;
            case SPARSE -> 0.8f;
        };
    }

    private static int sweeps(Settings settings, DeltaVecSource source) {
        if (!settings.isWord("learning.sweeps", AUTO)) {
            return settings.integer("learning.sweeps");
        }
        return source == DeltaVecSource.SPARSE ? 1 : 10;
    }
}
