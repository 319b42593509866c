package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.block.ProbePace;
import glia.chip.message.Phase;
import glia.chip.plasticity.LearningRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cycles of each phase in closed form, without an event: along every path the durations add up, where paths meet the
 * longest counts. Exact for a chip on which nothing waits for anything else and no cycle depends on data.
 */
public final class Prediction extends ProbeDurations {
    private final Optional<ProbePace> pace;

    private Prediction(Floorplan floorplan, ChipConfig config, Technology technology, LearningRule rule) {
        super(floorplan, config, technology, rule);
        pace = pace(floorplan, config, technology, rule);
    }

    /**
     * Cycles of every phase that a rule uses on a chip, those of an inference included. Of phases that overlap there are none: units
     * serve two passes in turn, and what waits for what depends on all times together.
     */
    public static Map<Phase, Long> of(NetworkShape shape, ChipConfig config, Technology technology, LearningRule rule) {
        Floorplan floorplan = Floorplan.of(shape, config.tileRows(), config.tileColumns());
        Prediction prediction = new Prediction(floorplan, config, technology, rule);
        Map<Phase, Long> cycles = new EnumMap<>(Phase.class);
        for (List<Phase> step : new PhaseSteps(config.schedule()).of(rule.phases(0))) {
            Phase phase = PhaseSteps.phase(step);
            if (phase != Phase.OVERLAPPED) {
                cycles.put(phase, prediction.cycles(phase));
            }
        }
        if (rule.integration().isPresent()) {
            cycles.put(Phase.COMMIT, prediction.cycles(Phase.COMMIT));
        }
        cycles.put(Phase.INFER, prediction.cycles(Phase.INFER));
        return cycles;
    }

    private long cycles(Phase phase) {
        return switch (phase) {
            case PROBE -> pace.map(this::probe).orElseGet(this::probe);
            case LEARN -> step(learn());
            case BASELINE -> Math.max(rate(), step(pass(fetch(1), true, true, false)));
            case ERROR -> step(error());
            case RECALL -> step(recall());
            case PERTURB -> step(perturb());
            case PERTURBED -> step(pass(0, false, false, true));
            case UPDATE -> step(update());
            case COMMIT -> commits();
            case INFER -> step(infer());
            case OVERLAPPED -> throw new IllegalStateException("overlapping phases have no closed form");
        };
    }

    /** A commit: its words come from the host first. */
    private long commits() {
        int words = rule().integration().orElseThrow().optimizer().words();
        return duration(BlockKind.SEQUENCER, ChipAction.FETCH_WORD, words)
                + broadcast(words)
                + commit()
                + duration(BlockKind.SEQUENCER, ChipAction.BARRIER, 1);
    }

    /** The learning rate's way, which starts with the phase, before its control word is on the bus. */
    private long rate() {
        if (rule().integration().isPresent()) {
            return 0;
        }
        return duration(BlockKind.SEQUENCER, ChipAction.FETCH_WORD, 1)
                + hop(1)
                + duration(BlockKind.SEQUENCER, ChipAction.BARRIER, 1);
    }

    private long infer() {
        long outputs = pass(fetch(0), false, false, false) - evaluate();
        return outputs + duration(BlockKind.COST, ChipAction.COMPARE, classes());
    }
}
