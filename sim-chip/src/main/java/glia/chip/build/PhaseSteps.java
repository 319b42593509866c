package glia.chip.build;

import glia.chip.block.Schedule;
import glia.chip.message.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of the sequencer for the phases of a sample. Behind barriers each phase is one. Where phases overlap, all phases up to an
 * update are one; probes, learning from them, and a commit, which takes words of the host, stay steps of their own.
 */
final class PhaseSteps {
    private final Schedule schedule;
    private final Map<List<Phase>, List<List<Phase>>> known = new HashMap<>();

    PhaseSteps(Schedule schedule) {
        this.schedule = schedule;
    }

    /** The steps of some phases, in order. */
    List<List<Phase>> of(List<Phase> phases) {
        return known.computeIfAbsent(phases, this::divide);
    }

    private List<List<Phase>> divide(List<Phase> phases) {
        List<List<Phase>> steps = new ArrayList<>();
        List<Phase> step = new ArrayList<>();
        for (Phase phase : phases) {
            step.add(phase);
            boolean alone = phase == Phase.PROBE || phase == Phase.LEARN || phase == Phase.COMMIT;
            if (!schedule.overlaps() || alone || phase == Phase.UPDATE) {
                steps.add(List.copyOf(step));
                step.clear();
            }
        }
        if (!step.isEmpty()) {
            throw new IllegalArgumentException("phases " + step + " have no update");
        }
        return steps;
    }

    /** The phase that a step counts as. */
    static Phase phase(List<Phase> step) {
        return step.size() > 1 ? Phase.OVERLAPPED : step.get(0);
    }
}
