package glia.learning.measure;

import glia.chip.build.NetworkShape;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import java.util.Arrays;

/**
 * The gradient of the cost of a sample by backpropagation, in {@code double}: no hardware, no order of segments, no rounding to
 * {@code float}. The rectified linear unit has slope 0 at 0.
 *
 * <p>Kept apart from the references of the rules, which are {@code float} in the chip's order and count writes.
 *
 * @param weights dC/dW by layer, inputs x neurons
 * @param biases dC/db by layer
 */
public record TrueGradient(double[][][] weights, double[][] biases) {
    /**
     * The gradient at some parameters.
     *
     * @param weights by layer, inputs x neurons
     * @param biases by layer
     * @param activation of the layers below the last
     * @param input one value an input
     * @param label its class
     */
    public static TrueGradient of(
            float[][][] weights,
            float[][] biases,
            ActivationFunction activation,
            CostFunction cost,
            float[] input,
            int label) {
        int layers = weights.length;
        double[][] activations = activations(weights, biases, activation, input);
        double[][][] weightGradients = new double[layers][][];
        double[][] deltas = new double[layers][];
        double[] delta = outputError(cost, activations[layers], label);
        for (int l = layers - 1; l >= 0; l--) {
            deltas[l] = delta;
            weightGradients[l] = outerProduct(activations[l], delta);
            if (l > 0) {
                delta = deltaBelow(weights[l], delta, activation, activations[l]);
            }
        }
        return new TrueGradient(weightGradients, deltas);
    }

    /** A gradient of zeros, to add others to. */
    static TrueGradient zeros(NetworkShape shape) {
        double[][][] weights = new double[shape.layers()][][];
        double[][] biases = new double[shape.layers()][];
        for (int l = 0; l < weights.length; l++) {
            weights[l] = new double[shape.inputs(l)][shape.neurons(l)];
            biases[l] = new double[shape.neurons(l)];
        }
        return new TrueGradient(weights, biases);
    }

    /** Adds another gradient times a factor to this one. */
    void add(double factor, TrueGradient other) {
        for (int l = 0; l < weights.length; l++) {
            for (int i = 0; i < weights[l].length; i++) {
                add(factor, other.weights[l][i], weights[l][i]);
            }
            add(factor, other.biases[l], biases[l]);
        }
    }

    /** a_0 .. a_L, with a_0 the input and a_L the outputs z_L. */
    private static double[][] activations(
            float[][][] weights, float[][] biases, ActivationFunction activation, float[] input) {
        double[][] activations = new double[weights.length + 1][];
        activations[0] = doubles(input);
        for (int l = 0; l < weights.length; l++) {
            double[] z = doubles(biases[l]);
            for (int i = 0; i < weights[l].length; i++) {
                addProducts(activations[l][i], weights[l][i], z);
            }
            activations[l + 1] = l == weights.length - 1 ? z : activated(activation, z);
        }
        return activations;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static void addProducts(double x, float[] weights, double[] sums) {
        if (x != 0) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += x * weights[j];
            }
        }
    }

    private static double[] activated(ActivationFunction activation, double[] z) {
        return Arrays.stream(z)
                .map(value -> switch (activation) {
                    case TANH -> StrictMath.tanh(value);
                    case RELU -> Math.max(0, value);
                    case IDENTITY -> value;
                })
                .toArray();
    }

    private static double slope(ActivationFunction activation, double a) {
        return switch (activation) {
            case TANH -> 1 - a * a;
            case RELU -> a > 0 ? 1 : 0;
            case IDENTITY -> 1;
        };
    }

    /** dC/dz_L = p - t, with the one-hot target t. */
    private static double[] outputError(CostFunction cost, double[] outputs, int label) {
        double[] error = switch (cost) {
            case CROSS_ENTROPY -> softmax(outputs);
            case MSE -> outputs.clone();
            case LINEAR -> {
                double[] signs = new double[outputs.length];
                Arrays.fill(signs, 1);
                signs[label] = 0;
                yield signs;
            }
        };
        error[label] -= 1;
        return error;
    }

    private static double[] softmax(double[] outputs) {
        double maximum = Arrays.stream(outputs).max().orElseThrow();
        double[] shares = Arrays.stream(outputs)
                .map(output -> StrictMath.exp(output - maximum))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    private static double[][] outerProduct(double[] activations, double[] deltas) {
        double[][] product = new double[activations.length][deltas.length];
        for (int i = 0; i < activations.length; i++) {
            add(activations[i], deltas, product[i]);
        }
        return product;
    }

    /** δ_(l-1) = f'(z_(l-1)) ∘ (W_l δ_l). */
    private static double[] deltaBelow(
            float[][] weights, double[] deltas, ActivationFunction activation, double[] activations) {
        double[] below = new double[weights.length];
        for (int i = 0; i < below.length; i++) {
            double sum = 0;
            for (int j = 0; j < deltas.length; j++) {
                sum += weights[i][j] * deltas[j];
            }
            below[i] = slope(activation, activations[i]) * sum;
        }
        return below;
    }

    private static void add(double factor, double[] values, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * values[j];
        }
    }
}
