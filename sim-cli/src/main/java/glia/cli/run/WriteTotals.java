package glia.cli.run;

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
