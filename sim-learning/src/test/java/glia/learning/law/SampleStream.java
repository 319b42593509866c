package glia.learning.law;

import glia.chip.build.NetworkShape;
import glia.chip.plasticity.HostSamples;
import glia.core.random.RandomStream;

/**
 * A stream of drawn samples, each a function of the seed and its number.
 *
 * @param seed of the draws
 * @param inputs values of an input
 * @param classes number of classes
 * @param whole whether inputs are -2, -1, 1 or 2, for sums without rounding; else between -1 and 1, a third of them 0
 */
public record SampleStream(long seed, int inputs, int classes, boolean whole) {
    /** Samples between -1 and 1 for a network. */
    public static SampleStream of(long seed, NetworkShape shape) {
        return new SampleStream(seed, shape.inputs(0), shape.classes(), false);
    }

    /** The input of a sample. */
    public float[] input(long sample) {
        RandomStream draws = RandomStream.of(seed, 1000).sub(sample);
        float[] input = new float[inputs];
        for (int i = 0; i < input.length; i++) {
            input[i] = whole ? wholeNumber(draws, i) : fraction(draws, i);
        }
        return input;
    }

    private static float wholeNumber(RandomStream draws, int i) {
        int size = 1 + draws.below(2L * i, 2);
        return draws.below(2L * i + 1, 2) == 0 ? size : -size;
    }

    private static float fraction(RandomStream draws, int i) {
        return draws.below(2L * i, 3) == 0 ? 0f : (float) (2 * draws.uniform(2L * i + 1) - 1);
    }

    /** The class of a sample. */
    public int label(long sample) {
        return RandomStream.of(seed, 1001).below(sample, classes);
    }

    /** The learning rate η of a sample; 0 once. */
    public float rate(long sample) {
        return sample == 3 ? 0f : 0.02f / (1 + sample);
    }

    /** The input of the exemplar of a class for a refresh at a sample. */
    public float[] exemplar(long sample, int label) {
        return input(1_000_000 + sample * classes + label);
    }

    /** What is shown for a refresh at a sample. */
    public HostSamples host(long sample) {
        return new HostSamples() {
            @Override
            public float[] exemplar(int label) {
                return SampleStream.this.exemplar(sample, label);
            }

            @Override
            public float[] input(int ahead) {
                return SampleStream.this.input(sample + ahead);
            }

            @Override
            public int label(int ahead) {
                return SampleStream.this.label(sample + ahead);
            }
        };
    }
}
