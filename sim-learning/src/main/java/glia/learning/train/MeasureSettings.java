package glia.learning.train;

import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipSettings;
import glia.chip.build.Technology;
import glia.chip.message.Phase;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.ValueType;
import glia.learning.measure.DriftMeasure;
import glia.learning.measure.GradientMeasure;
import glia.learning.measure.IterationsMeasure;
import glia.learning.measure.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of what watches a run while it trains, and how the measures are made of them. */
public final class MeasureSettings {
    private static final String GRADIENT = "measures.gradient";
    private static final String DRIFT = "measures.drift";
    private static final String ITERATIONS = "measures.iterations";
    private static final String LIMIT = "measures.iterationsLimit";
    private static final String SCHEDULE = "chip.schedule";
    private static final String DELTA_VEC_PERIOD = "learning.deltaVecPeriod";

    /** The longest update period there is; passes on a chip beside end before it. */
    private static final int ENDLESS = 1_000_000_000;

    private static final ValueType SAMPLES = ValueType.whole(0, Long.MAX_VALUE);

    /** The keys in order. */
    public static final List<Key> KEYS = List.of(
            new Key(
                    GRADIENT,
                    SAMPLES,
                    "0",
                    "training samples between two comparisons of a step with the true gradient: cosine, agreement of signs,"
                            + " norm ratio; 0 makes none"),
            new Key(
                    DRIFT,
                    ValueType.flag(),
                    "false",
                    "whether it is measured how far DeltaVecs move at each refresh: cosine and relative change"),
            new Key(
                    ITERATIONS,
                    SAMPLES,
                    "0",
                    "training samples between two counts of the perturbed passes that an integrated estimate needs to reach"
                            + " cosine 0.95 with the true gradient, on a chip beside; 0 makes none"),
            new Key(LIMIT, ValueType.whole(1, ENDLESS - 1L), "100000", "passes after which such a count is given up"));

    private MeasureSettings() {}

    /** The measures that are asked for, in order; none by default. */
    public static List<Measure> measures(Settings settings, LearningRules rules, Technology technology, Chip chip) {
        List<Measure> measures = new ArrayList<>();
        if (settings.whole(GRADIENT) > 0) {
            measures.add(new GradientMeasure(chip, rules.rule(settings), settings.whole(GRADIENT)));
        }
        if (settings.flag(DRIFT)) {
            if (!rules.rule(settings).phases(0).contains(Phase.LEARN)) {
                throw settings.complaint(DRIFT, "false with a rule or recall that refreshes no DeltaVecs");
            }
            measures.add(new DriftMeasure(chip));
        }
        if (settings.whole(ITERATIONS) > 0) {
            if (!settings.isWord(SCHEDULE, "barrier")) {
                throw settings.complaint(ITERATIONS, "0 unless " + SCHEDULE + " is barrier, which learns the same");
            }
            // a rule without a sample period shows each sample once, because another pass would say the same
            int limit = has(settings, PeriodSettings.SAMPLE.name()) ? settings.integer(LIMIT) : 1;
            measures.add(new IterationsMeasure(
                    chip, sample -> sideChip(settings, rules, technology, sample), settings.whole(ITERATIONS), limit));
        }
        return measures;
    }

    private static boolean has(Settings settings, String name) {
        return settings.keys().stream().anyMatch(key -> key.name().equals(name));
    }

    /** A chip that integrates without an end, one pass a sample, with draws of its own; it never refreshes DeltaVecs. */
    private static Chip sideChip(Settings settings, LearningRules rules, Technology technology, long sample) {
        Map<String, String> replaced = new LinkedHashMap<>();
        replaced.put(PeriodSettings.UPDATE.name(), String.valueOf(ENDLESS));
        replaced.put("run.seed", String.valueOf((settings.whole("run.seed") + sample) & Long.MAX_VALUE));
        if (has(settings, PeriodSettings.SAMPLE.name())) {
            replaced.put(PeriodSettings.SAMPLE.name(), "1");
        }
        if (has(settings, DELTA_VEC_PERIOD)) {
            replaced.put(DELTA_VEC_PERIOD, String.valueOf(Long.MAX_VALUE));
            replaced.put("learning.deltaVecSource", "exemplars");
        }
        Settings side = settings.with(replaced);
        Chip chip = ChipBuilder.buildUncounted(
                ChipSettings.shape(side),
                ChipSettings.config(side, side.whole("run.seed")),
                technology,
                rules.rule(side));
        if (has(side, DELTA_VEC_PERIOD)) {
            chip.startAt(1);
        }
        return chip;
    }
}
