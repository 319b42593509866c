package glia.learning.reference;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.plasticity.HostSamples;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Recall;

/** Networks, optimizers and gradients that several tests of reference rules need. */
final class Networks {
    static final HostSamples NO_EXEMPLARS = k -> new float[0];

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

    /** DeltaVecs with probes of 3 neurons, where they are sparse, and fits of 10 sweeps. */
    static DeltaVecParameters deltaVecs(
            Recall recall, Slope slope, DeltaVecSource source, long period, float memory, float probeStep) {
        return new DeltaVecParameters(recall, slope, source, period, 3, memory, probeStep, 10, 0.3f, 0);
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

    /** δ = dC/dz by the chain rule, by layer and neuron. */
    static double[][] backpropagated(ReferenceNetwork network, float[][] activations, int label) {
        int last = network.layers() - 1;
        double[][] delta = new double[last + 1][];
        float[] error = network.error(activations[last + 1], label);
        delta[last] = new double[error.length];
        for (int k = 0; k < error.length; k++) {
            delta[last][k] = error[k];
        }
        for (int l = last - 1; l >= 0; l--) {
            delta[l] = new double[network.size(l + 1)];
            for (int j = 0; j < delta[l].length; j++) {
                double sum = 0;
                for (int k = 0; k < delta[l + 1].length; k++) {
                    sum += network.weights()[l + 1][j][k] * delta[l + 1][k];
                }
                delta[l][j] = sum * slope(network.activation(), activations[l + 1][j]);
            }
        }
        return delta;
    }

    private static double slope(ActivationFunction activation, double a) {
        return switch (activation) {
            case TANH -> 1 - a * a;
            case RELU -> a > 0 ? 1 : 0;
            case IDENTITY -> 1;
        };
    }
}
