package glia.cli.report;

import glia.chip.ChipAction;
import glia.chip.build.BlockKind;
import glia.chip.build.Chip;
import glia.chip.device.ElementParameters;
import glia.chip.message.Phase;
import glia.chip.plasticity.HostSamples;
import glia.cli.scenario.Scenario;
import glia.core.account.ActionLedger;
import glia.core.account.EnergyReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The energy of a sample without a refresh of the DeltaVecs, predicted: its closed-form counts, from one sample on a chip whose
 * astrocytes know nothing yet, and a write of every synapse.
 */
final class SampleEnergy {
    private SampleEnergy() {}

    /** Shows a sample to a new chip of a scenario. */
    static String of(Scenario scenario, Chip chip) {
        boolean probes = scenario.rule().phases(0).contains(Phase.PROBE);
        if (probes) {
            chip.startAt(1);
        }
        float[] input = new float[chip.shape().inputs(0)];
        chip.learn(input, 0, 0f, HostSamples.always(input, 0));
        List<ActionLedger.Entry> counts = new ArrayList<>(chip.ledger().entries());
        counts.removeIf(entry -> entry.action().equals(ChipAction.WRITE_SYNAPSE.name()));
        List<Phase> phases = scenario.rule().phases(1);
        boolean writes = scenario.rule().integration().isEmpty() || phases.contains(Phase.COMMIT);
        counts.add(new ActionLedger.Entry(
                "all tiles",
                BlockKind.TILE.label(),
                ChipAction.WRITE_SYNAPSE.name(),
                writesOfASynapse(scenario, chip, phases, writes)
                        * chip.shape().synapses()
                        * scenario.chipConfig().schedule().copies()));
        EnergyReport energy = EnergyReport.of(
                counts,
                chip.staticBlocks(),
                scenario.energyTable(),
                chip.cycles(),
                scenario.chipConfig().clockHertz());
        boolean refreshes = phases.contains(Phase.PROBE);
        String refresh = refreshes ? ", a refresh of the DeltaVecs with it" : " (a refresh of the DeltaVecs apart)";
        return "Predicted energy of a sample" + (writes ? " if every synapse is written: " : " without a commit: ")
                + Quantities.energy(energy.totalPicojoules())
                + (probes ? refresh : "");
    }

    /** A commit, if there is one, and in place each perturbation and its restore, which may be one with the commit. */
    private static long writesOfASynapse(Scenario scenario, Chip chip, List<Phase> phases, boolean commits) {
        ElementParameters element = scenario.chipConfig().programming().element();
        boolean perturbed = chip.floorplan().layers().stream()
                .anyMatch(layer -> scenario.rule()
                        .synapse(
                                layer,
                                chip.floorplan().tiles().get(layer.layer()).get(0))
                        .setsElements());
        if (!element.inPlace() || !perturbed) {
            return commits ? 1 : 0;
        }
        long rewrites = 2L * Collections.frequency(phases, Phase.PERTURB);
        return rewrites + (commits && !element.mergedRestore() ? 1 : 0);
    }
}
