package glia.cli.report;

import glia.chip.build.Chip;
import glia.cli.scenario.Scenario;
import glia.core.account.ActionLedger;
import glia.core.account.EnergyReport;
import glia.core.random.RandomStream;
import glia.learning.train.Trainer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The energy of one sample, predicted by running one whose inputs are all non-zero, so that every synapse is written. */
final class SampleEnergy {
    private SampleEnergy() {}

    static String of(Scenario scenario) {
        Chip chip = scenario.chip();
        Trainer.initialise(chip, scenario.seed());
        float[] input = new float[chip.shape().inputs(0)];
        RandomStream stream = RandomStream.of(scenario.seed(), 0);
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) (0.5 + 0.5 * stream.uniform(i));
        }
        chip.learn(input, 0, 0f, label -> input);
        Snapshot refresh = Snapshot.of(chip);
        chip.learn(input, 0, 0.001f, label -> input);
        Snapshot both = Snapshot.of(chip);
        BigDecimal energy = price(scenario, chip, both.minus(refresh), both.cycles() - refresh.cycles());
        return "Predicted energy of a sample, every synapse written: " + Quantities.energy(energy)
                + " (a refresh of the DeltaVecs apart)";
    }

    private static BigDecimal price(Scenario scenario, Chip chip, List<ActionLedger.Entry> counts, long cycles) {
        return EnergyReport.of(
                        counts,
                        chip.staticBlocks(),
                        scenario.technology().energyTable(),
                        cycles,
                        scenario.chipConfig().clockHertz())
                .totalPicojoules();
    }

    /** A ledger at a cycle. */
    private record Snapshot(List<ActionLedger.Entry> counts, long cycles) {
        static Snapshot of(Chip chip) {
            return new Snapshot(chip.ledger().entries(), chip.cycles());
        }

        List<ActionLedger.Entry> minus(Snapshot earlier) {
            Map<String, Long> before = new HashMap<>();
            earlier.counts.forEach(entry -> before.put(entry.block() + "/" + entry.action(), entry.count()));
            List<ActionLedger.Entry> difference = new ArrayList<>();
            for (ActionLedger.Entry entry : counts) {
                long old = before.getOrDefault(entry.block() + "/" + entry.action(), 0L);
                difference.add(
                        new ActionLedger.Entry(entry.block(), entry.kind(), entry.action(), entry.count() - old));
            }
            return difference;
        }
    }
}
