package glia.cli.run;

import glia.chip.build.PhaseListener;
import glia.chip.message.Phase;
import glia.core.archive.Archive;
import glia.core.stat.Distribution;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** How long the phases of a run took: in all, and as distributions. */
public final class PhaseTimes implements PhaseListener {
    private final Distribution[] latencies = new Distribution[Phase.values().length];
    private final long[] cycles = new long[Phase.values().length];

    /** Makes the times of a run in which no phase has run yet. */
    public PhaseTimes() {
        for (Phase phase : Phase.values()) {
            latencies[phase.ordinal()] = new Distribution(phase.name());
        }
    }

    @Override
    public void onPhase(Phase phase, long startCycle, long endCycle) {
        latencies[phase.ordinal()].record(endCycle - startCycle);
        cycles[phase.ordinal()] += endCycle - startCycle;
    }

    /** Cycles spent in each phase that was used. */
    public Map<Phase, Long> cycles() {
        return ofUsedPhases(phase -> cycles[phase.ordinal()]);
    }

    /** The latency of each phase that was used, as a distribution. */
    public Map<Phase, Distribution> latencies() {
        return ofUsedPhases(phase -> latencies[phase.ordinal()]);
    }

    private <T> Map<Phase, T> ofUsedPhases(Function<Phase, T> value) {
        Map<Phase, T> values = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            if (latencies[phase.ordinal()].count() > 0) {
                values.put(phase, value.apply(phase));
            }
        }
        return values;
    }

    /** Saves or loads all. */
    void state(Archive archive) {
        archive.at(cycles);
        for (Distribution latency : latencies) {
            latency.state(archive);
        }
    }
}
