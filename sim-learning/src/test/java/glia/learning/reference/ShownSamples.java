package glia.learning.reference;

import glia.chip.plasticity.HostSamples;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * What a test's host shows.
 *
 * @param exemplars the exemplar of a class
 * @param inputs the inputs of the present sample and of those ahead of it
 * @param labels their classes
 */
record ShownSamples(IntFunction<float[]> exemplars, IntFunction<float[]> inputs, IntUnaryOperator labels)
        implements HostSamples {
    private static final IntFunction<float[]> NO_EXEMPLARS = k -> {
        throw new AssertionError("exemplar " + k + " asked for");
    };

    /** Training samples from the present one on, without exemplars. */
    static ShownSamples of(float[][] inputs, int... labels) {
        return new ShownSamples(NO_EXEMPLARS, i -> inputs[i], i -> labels[i]);
    }

    @Override
    public float[] exemplar(int label) {
        return exemplars.apply(label);
    }

    @Override
    public float[] input(int ahead) {
        return inputs.apply(ahead);
    }

    @Override
    public int label(int ahead) {
        return labels.applyAsInt(ahead);
    }
}
