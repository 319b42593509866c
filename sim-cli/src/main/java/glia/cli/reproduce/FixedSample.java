package glia.cli.reproduce;

import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.chip.plasticity.HostSamples;
import glia.core.random.RandomStream;
import glia.learning.measure.Agreement;
import glia.learning.measure.TrueGradient;
import glia.learning.train.Trainer;

/** One drawn sample shown again and again to a frozen chip, and how far the estimates of its gradient have come. */
final class FixedSample {
    private static final long INPUTS = 40;

    private final FrozenChip chip;
    private final float[] input;
    private final int label;
    private final double[] gradient;

    /** Draws the initial weights and the input, N(0, 1), by a seed. */
    FixedSample(Scenarios scenario, long seed) {
        Chip fresh = scenario.load(seed).chip();
        Trainer.initialise(fresh, seed);
        NetworkShape shape = fresh.shape();
        chip = new FrozenChip(fresh);
        input = new float[shape.inputs(0)];
        RandomStream stream = RandomStream.of(seed, INPUTS);
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) stream.gaussian(i);
        }
        label = (int) (seed % shape.classes());
        gradient = chip.gradient(input, label);
    }

    /** The next estimate, of one update period. */
    double[] estimate() {
        return chip.estimate(input, label, HostSamples.always(input, label));
    }

    /** How an estimate agrees with the gradient. */
    Agreement agreement(double[] estimate) {
        return Agreement.of(estimate, gradient);
    }

    /** The gradient by layer. */
    TrueGradient exact() {
        return chip.exact(input, label);
    }

    /**
     * Iterations until the mean of all estimates so far has the cosine that counts as converged; no number if it never has within
     * ten times the expected number.
     *
     * @param period iterations of an estimate
     */
    double iterations(int period, double expected) {
        double[] sum = new double[gradient.length];
        for (long passes = period; passes <= 10 * expected + period; passes += period) {
            double[] next = estimate();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += next[i];
            }
            if (agreement(sum).cosine() >= GradientAngle.CONVERGED) {
                return passes - period / 2.0;
            }
        }
        return Double.NaN;
    }
}
