package glia.learning.part;

import glia.chip.datapath.Optimizer;
import glia.chip.message.Phase;
import glia.chip.plasticity.Integration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The phases of rules that perturb by time constants, and when changes are integrated. The baseline cost is measured anew whenever
 * the sample or the weights changed.
 *
 * @param periods the time constants
 * @param optimizer what is done with integrated changes
 * @param backward whether the output error goes back through the layers after each baseline pass
 */
public record PassSchedule(Periods periods, Optimizer optimizer, boolean backward) {
    /** The phases of a sample. */
    public List<Phase> phases(long sample) {
        List<Phase> phases = new ArrayList<>();
        for (int k = 0; k < periods.sample(); k++) {
            long pass = sample * periods.sample() + k;
            if (k == 0 || pass % periods.update() == 0) {
                phases.add(Phase.BASELINE);
                if (backward) {
                    phases.add(Phase.ERROR);
                }
            }
            if (pass % periods.perturbation() == 0) {
                phases.add(Phase.PERTURB);
            }
            phases.add(Phase.PERTURBED);
            phases.add(Phase.UPDATE);
            if (integration().isPresent() && (pass + 1) % periods.update() == 0) {
                phases.add(Phase.COMMIT);
            }
        }
        return phases;
    }

    /** How many baseline passes a sample has. */
    public long baselines(long sample) {
        return phases(sample).stream().filter(phase -> phase == Phase.BASELINE).count();
    }

    /** How changes are integrated; not at all where each pass is followed by a plain update. */
    public Optional<Integration> integration() {
        return integration(optimizer, periods.update());
    }

    /** How changes are integrated over an update period; not at all where a plain update follows at once. */
    public static Optional<Integration> integration(Optimizer optimizer, int updatePeriod) {
        boolean direct = updatePeriod == 1 && optimizer.kind() == Optimizer.Kind.PLAIN && optimizer.weightDecay() == 0f;
        return direct ? Optional.empty() : Optional.of(new Integration(optimizer, updatePeriod));
    }

    /** Whether what is integrated is committed after a sample, for rules with one pass a sample. */
    public static boolean commits(Optional<Integration> integration, long sample) {
        return integration.isPresent() && (sample + 1) % integration.get().updatePeriod() == 0;
    }
}
