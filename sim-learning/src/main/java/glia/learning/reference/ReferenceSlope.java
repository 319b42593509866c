package glia.learning.reference;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.Slope;

/**
 * The slope f' that an astrocyte is told, from the activation a = f(z): for tanh 1 - a², for ReLU 1 where a is positive
 * and else 0, for the identity 1; by two levels for tanh 1 where |a| is below 0.8 and else 0.1, otherwise as exact.
 */
final class ReferenceSlope {
    private static final float LEVEL_BOUND = 0.8f;
    private static final float LOW_LEVEL = 0.1f;

    private ReferenceSlope() {}

    static float of(Slope slope, ActivationFunction activation, float a) {
        return switch (slope) {
            case NONE -> 1f;
            case TWO_LEVEL -> twoLevel(activation, a);
            case EXACT -> exact(activation, a);
        };
    }

    private static float exact(ActivationFunction activation, float a) {
        return switch (activation) {
            case TANH -> 1f - a * a;
            case RELU -> a > 0f ? 1f : 0f;
            case IDENTITY -> 1f;
        };
    }

    private static float twoLevel(ActivationFunction activation, float a) {
        return switch (activation) {
            case TANH -> Math.abs(a) < LEVEL_BOUND ? 1f : LOW_LEVEL;
            case RELU, IDENTITY -> exact(activation, a);
        };
    }
}
