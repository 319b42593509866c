package glia.learning.reference;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Optimizer;
import java.util.function.IntFunction;

/** Networks, optimizers and gradients that several tests of reference rules need. */
final class Networks {
    static final IntFunction<float[]> NO_EXEMPLARS = k -> new float[0];

    private Networks() {}

    /** One layer of weights 0 with these biases, without activation, with cost ½ Σ (z - t)² and segments of one input. */
    static ReferenceNetwork oneLayer(int inputs, float... biases) {
        float[][][] weights = {new float[inputs][biases.length]};
        return new ReferenceNetwork(weights, new float[][] {biases}, ActivationFunction.IDENTITY, CostFunction.MSE, 1);
    }

    /** A tanh network with cross-entropy. */
    static ReferenceNetwork waves(int... sizes) {
        return ReferenceNetworkTest.waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, sizes);
    }

    static Optimizer plain(float weightDecay) {
        return new Optimizer(Optimizer.Kind.PLAIN, 0f, 0f, 0f, false, weightDecay);
    }

    /** Copies of the weights and, as the last row of each layer, the biases. */
    static float[][][] parameters(ReferenceNetwork network) {
        float[][][] copy = new float[network.layers()][][];
        for (int l = 0; l < copy.length; l++) {
            copy[l] = new float[network.size(l) + 1][];
            for (int i = 0; i < copy[l].length; i++) {
                copy[l][i] = row(network, l, i).clone();
            }
        }
        return copy;
    }

    static float[] row(ReferenceNetwork network, int l, int i) {
        return i < network.size(l) ? network.weights()[l][i] : network.biases()[l];
    }

    /** dC/dθ by central finite differences, by layer, row and neuron. */
    static double[][][] gradient(ReferenceNetwork network, float[] input, int label) {
        double[][][] gradient = new double[network.layers()][][];
        for (int l = 0; l < gradient.length; l++) {
            gradient[l] = new double[network.size(l) + 1][network.size(l + 1)];
            for (int i = 0; i < gradient[l].length; i++) {
                for (int j = 0; j < gradient[l][i].length; j++) {
                    gradient[l][i][j] = centralDifference(network, row(network, l, i), j, input, label);
                }
            }
        }
        return gradient;
    }

    private static double centralDifference(ReferenceNetwork network, float[] row, int j, float[] input, int label) {
        float value = row[j];
        row[j] = value + 0.01f;
        double above = network.cost(network.forward(input)[network.layers()], label);
        row[j] = value - 0.01f;
        double below = network.cost(network.forward(input)[network.layers()], label);
        row[j] = value;
        return (above - below) / 0.02;
    }
}
