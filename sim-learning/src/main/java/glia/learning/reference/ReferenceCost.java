package glia.learning.reference;

import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Numerics;
import java.util.Arrays;

/**
 * The cost of outputs z for a label y, and its slope e = dC/dz = p - t with the one-hot target t.
 *
 * <p>Cross-entropy: p = softmax(z), C = log Σ exp(z_k - max) + (max - z_y). Squared error: p = z, C = ½ Σ (z_k - t_k)².
 * Linear: p = 1 but for the label, C = Σ_{k≠y} z_k - z_y.
 */
final class ReferenceCost {
    private ReferenceCost() {}

    static float cost(CostFunction function, float[] z, int label) {
        return switch (function) {
            case CROSS_ENTROPY -> Numerics.log(sumOf(shiftedExponentials(z))) + (maximum(z) - z[label]);
            case MSE -> halfSquares(z, label);
            case LINEAR -> othersLessLabel(z, label);
        };
    }

    static float[] error(CostFunction function, float[] z, int label) {
        float[] p = switch (function) {
            case CROSS_ENTROPY -> softmax(z);
            case MSE -> z;
            case LINEAR -> othersOf(label, z.length);
        };
        float[] e = new float[z.length];
        for (int k = 0; k < z.length; k++) {
            e[k] = p[k] - target(k, label);
        }
        return e;
    }

    private static float target(int k, int label) {
        return k == label ? 1f : 0f;
    }

    private static float halfSquares(float[] z, int label) {
        float sum = 0f;
        for (int k = 0; k < z.length; k++) {
            float difference = z[k] - target(k, label);
            sum = Math.fma(difference, difference, sum);
        }
        return 0.5f * sum;
    }

    private static float othersLessLabel(float[] z, int label) {
        float sum = 0f;
        for (int k = 0; k < z.length; k++) {
            sum = k == label ? sum - z[k] : sum + z[k];
        }
        return sum;
    }

    private static float[] othersOf(int label, int classes) {
        float[] p = new float[classes];
        Arrays.fill(p, 1f);
        p[label] = 0f;
        return p;
    }

    private static float[] softmax(float[] z) {
        float[] p = shiftedExponentials(z);
        float sum = sumOf(p);
        for (int k = 0; k < p.length; k++) {
            p[k] = p[k] / sum;
        }
        return p;
    }

    private static float[] shiftedExponentials(float[] z) {
        float maximum = maximum(z);
        float[] exponentials = new float[z.length];
        for (int k = 0; k < z.length; k++) {
            exponentials[k] = Numerics.exp(z[k] - maximum);
        }
        return exponentials;
    }

    private static float maximum(float[] z) {
        float maximum = z[0];
        for (int k = 1; k < z.length; k++) {
            maximum = Math.max(maximum, z[k]);
        }
        return maximum;
    }

    private static float sumOf(float[] values) {
        float sum = 0f;
        for (float value : values) {
            sum = sum + value;
        }
        return sum;
    }
}
