package glia.cli.reproduce;

import glia.chip.build.Chip;
import glia.chip.build.Parameters;
import glia.chip.plasticity.HostSamples;
import glia.learning.measure.Snapshot;
import glia.learning.measure.TrueGradient;

/**
 * A chip whose parameters stay: what a sample changes is read and taken back. With rate 1 the change is the estimate of the gradient
 * that the rule formed, with a minus sign; over an update period it is what the registers integrated, divided by the period.
 */
final class FrozenChip {
    private final Chip chip;
    private final Snapshot frozen;

    /** Freezes a chip as it is. */
    FrozenChip(Chip chip) {
        this.chip = chip;
        frozen = Snapshot.of(chip);
    }

    /** The estimate from one sample, all its passes: weights row by row, then biases, layer after layer; rate 1. */
    double[] estimate(float[] input, int label, HostSamples host) {
        return change(input, label, 1, host);
    }

    /** What the sample changes with a rate, with a minus sign, divided by the rate. */
    double[] change(float[] input, int label, float rate, HostSamples host) {
        chip.learn(input, label, rate, host);
        double[] estimate = new double[(int) chip.shape().parameters()];
        int place = 0;
        Parameters now = chip.parameters();
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            float[][] before = frozen.weights()[layer];
            for (int i = 0; i < before.length; i++) {
                place = difference(before[i], now.weights(layer, i), rate, estimate, place);
            }
            place = difference(frozen.biases()[layer], now.biases(layer), rate, estimate, place);
        }
        frozen.load(chip);
        return estimate;
    }

    private static int difference(float[] before, float[] after, float rate, double[] out, int place) {
        for (int j = 0; j < before.length; j++) {
            out[place + j] = ((double) before[j] - after[j]) / rate;
        }
        return place + before.length;
    }

    /** The true gradient of a sample, in the same order. */
    double[] gradient(float[] input, int label) {
        TrueGradient exact = exact(input, label);
        double[] gradient = new double[(int) chip.shape().parameters()];
        int place = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            for (double[] row : exact.weights()[layer]) {
                System.arraycopy(row, 0, gradient, place, row.length);
                place += row.length;
            }
            double[] ofBiases = exact.biases()[layer];
            System.arraycopy(ofBiases, 0, gradient, place, ofBiases.length);
            place += ofBiases.length;
        }
        return gradient;
    }

    /** The true gradient of a sample by layer. */
    TrueGradient exact(float[] input, int label) {
        return frozen.gradient(input, label);
    }
}
