package glia.chip.datapath;

import glia.chip.kernel.Kernels;

/** What a neuron unit makes of its input, and the slope there as a function of what it made. */
public enum ActivationFunction {
    /** Hyperbolic tangent; slope 1 - a². */
    TANH {
        @Override
        public void apply(float[] inputs, float[] activations) {
            Kernels.fastest().tanh(inputs, activations);
        }

        @Override
        public float slope(float activation) {
            return 1f - activation * activation;
        }

        @Override
        public float twoLevelSlope(float activation) {
            return Math.abs(activation) < 0.8f ? 1f : 0.1f;
        }
    },
    /** max(0, z); slope 1 where the activation is positive, else 0. */
    RELU {
        @Override
        public void apply(float[] inputs, float[] activations) {
            for (int j = 0; j < activations.length; j++) {
                activations[j] = Math.max(0f, inputs[j]);
            }
        }

        @Override
        public float slope(float activation) {
            return activation > 0f ? 1f : 0f;
        }

        @Override
        public float twoLevelSlope(float activation) {
            return slope(activation);
        }
    },
    /** The input itself; slope 1. */
    IDENTITY {
        @Override
        public void apply(float[] inputs, float[] activations) {
            System.arraycopy(inputs, 0, activations, 0, activations.length);
        }

        @Override
        public float slope(float activation) {
            return 1f;
        }

        @Override
        public float twoLevelSlope(float activation) {
            return 1f;
        }
    };

    /** Writes the activations of some inputs z to {@code activations}. */
    public abstract void apply(float[] inputs, float[] activations);

    /** The slope f' where the activation has this value. */
    public abstract float slope(float activation);

    /** The slope as a circuit with two levels gives it: for tanh 1 where |a| is below 0.8, else 0.1; otherwise the slope. */
    public abstract float twoLevelSlope(float activation);
}
