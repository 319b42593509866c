package glia.cli.report;

import glia.chip.ChipAction;
import glia.chip.build.BlockKind;
import glia.chip.build.Chip;
import glia.chip.message.Phase;
import glia.chip.plasticity.HostSamples;
import glia.cli.scenario.Scenario;
import glia.core.account.ActionLedger;
import glia.core.account.EnergyReport;
import java.util.ArrayList;
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
        List<Phase> phases = scenario.rule().phases(1);
        boolean writes = scenario.rule().integration().isEmpty() || phases.contains(Phase.COMMIT);
        counts.add(new ActionLedger.Entry(
                "all tiles",
                BlockKind.TILE.label(),
                ChipAction.WRITE_SYNAPSE.name(),
                writes ? chip.shape().synapses() : 0));
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
}
