package glia.cli.report;

import glia.chip.message.Phase;
import glia.chip.plasticity.LearningRule;
import java.util.EnumMap;
import java.util.Map;

/** How often a rule's phases come in a sample, on average. */
final class PhaseShares {
    private static final int MOST_SAMPLES = 10_000;
    private static final int MOST_PHASES = 1_000_000;

    private final Map<Phase, Long> counts = new EnumMap<>(Phase.class);
    private long samples;

    private PhaseShares() {}

    /** Counts over the first samples of a run. */
    static PhaseShares of(LearningRule rule) {
        PhaseShares shares = new PhaseShares();
        long phases = 0;
        while (shares.samples < MOST_SAMPLES && phases < MOST_PHASES) {
            for (Phase phase : rule.phases(shares.samples++)) {
                shares.counts.merge(phase, 1L, Long::sum);
                phases++;
            }
        }
        return shares;
    }

    /** How often a phase comes in a sample. */
    double times(Phase phase) {
        return (double) counts.getOrDefault(phase, 0L) / samples;
    }

    /** The same in words; none where it is once. */
    String text(Phase phase) {
        double times = times(phase);
        if (times == 1) {
            return "";
        }
        return times > 1
                ? Quantities.number(times) + " times a sample"
                : "every " + Quantities.number(1 / times) + " samples";
    }
}
