package glia.cli.run;

import glia.chip.build.Chip;
import glia.chip.build.Parameters;
import glia.chip.datapath.WriteCounter;
import java.util.function.IntFunction;

/** Totals and maxima of a chip's write counts; those of biases apart. */
final class WriteTotals {
    private final Chip chip;

    WriteTotals(Chip chip) {
        this.chip = chip;
        chip.ledger();
    }

    long commits() {
        return total(chip.parameters()::commits);
    }

    long maximumCommits() {
        return maximum(chip.parameters()::commits);
    }

    long toggles() {
        return total(chip.parameters()::toggles);
    }

    long maximumToggles() {
        return maximum(chip.parameters()::toggles);
    }

    long potentiations() {
        return total(chip.parameters()::potentiations);
    }

    long biasCommits() {
        Parameters parameters = chip.parameters();
        long total = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            WriteCounter writes = parameters.biasWrites(layer);
            total += writes.totalCommits();
        }
        return total;
    }

    private long total(IntFunction<int[][]> counts) {
        long total = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            for (int[] row : counts.apply(layer)) {
                for (int count : row) {
                    total += count;
                }
            }
        }
        return total;
    }

    private long maximum(IntFunction<int[][]> counts) {
        long maximum = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            for (int[] row : counts.apply(layer)) {
                for (int count : row) {
                    maximum = Math.max(maximum, count);
                }
            }
        }
        return maximum;
    }
}
