package glia.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.chip.build.Chip;

/** Totals and maxima of a chip's write counts; those of biases apart. */
final class WriteTotals {
    private final Chip chip;

    /**
     * Counts of one kind over all synapses.
     *
     * @param total their sum
     * @param maximum the largest one
     */
    record Tally(long total, long maximum) {}

    /** The counts of the synapses of one input. */
    private interface Counts {
        int[] of(int layer, int input);
    }

    WriteTotals(Chip chip) {
        this.chip = chip;
        chip.ledger();
    }

    Tally commits() {
        return tally(chip.parameters()::commits);
    }

    Tally potentiations() {
        return tally(chip.parameters()::potentiations);
    }

    Tally toggles() {
        return tally(chip.parameters()::toggles);
    }

    Tally raisingPulses() {
        return tally(chip.parameters()::raisingPulses);
    }

    /** Pulses of both directions. */
    Tally pulses() {
        long total = 0;
        long maximum = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            for (int input = 0; input < chip.shape().inputs(layer); input++) {
                int[] raising = chip.parameters().raisingPulses(layer, input);
                int[] lowering = chip.parameters().loweringPulses(layer, input);
                for (int j = 0; j < raising.length; j++) {
                    long pulses = (long) raising[j] + lowering[j];
                    total += pulses;
                    maximum = Math.max(maximum, pulses);
                }
            }
        }
        return new Tally(total, maximum);
    }

    long biasCommits() {
        long total = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            total += chip.parameters().biasWrites(layer).totalCommits();
        }
        return total;
    }

    /** Commits, pulses, toggles and writes of biases, in all and of the synapse most often written. */
    ObjectNode summary() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode commits = node.putObject("commits");
        Tally all = commits();
        long raising = potentiations().total();
        commits.put("total", all.total());
        commits.put("max", all.maximum());
        commits.put("potentiation", raising);
        commits.put("depression", all.total() - raising);
        Tally applied = pulses();
        long raised = raisingPulses().total();
        ObjectNode pulses = node.putObject("pulses");
        pulses.put("total", applied.total());
        pulses.put("max", applied.maximum());
        pulses.put("raising", raised);
        pulses.put("lowering", applied.total() - raised);
        Tally driven = toggles();
        ObjectNode toggles = node.putObject("perturbationToggles");
        toggles.put("total", driven.total());
        toggles.put("max", driven.maximum());
        node.putObject("biasCommits").put("total", biasCommits());
        return node;
    }

    private Tally tally(Counts counts) {
        long total = 0;
        long maximum = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            for (int input = 0; input < chip.shape().inputs(layer); input++) {
                for (int count : counts.of(layer, input)) {
                    total += count;
                    maximum = Math.max(maximum, count);
                }
            }
        }
        return new Tally(total, maximum);
    }
}
