package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import org.junit.jupiter.api.Test;

class ReferenceNetworkTest {
    /** A network with weights of a formula, near ±1.5 / sqrt(fan-in), and small biases. */
    static ReferenceNetwork waves(ActivationFunction activation, CostFunction costFunction, int... sizes) {
        float[][][] weights = new float[sizes.length - 1][][];
        float[][] biases = new float[sizes.length - 1][];
        for (int l = 0; l < weights.length; l++) {
            weights[l] = new float[sizes[l]][sizes[l + 1]];
            biases[l] = new float[sizes[l + 1]];
            for (int j = 0; j < sizes[l + 1]; j++) {
                biases[l][j] = 0.1f * (j % 3 - 1);
                for (int i = 0; i < sizes[l]; i++) {
                    double wave = StrictMath.sin(1 + 12.9898 * i + 78.233 * j + 37.719 * l);
                    weights[l][i][j] = (float) (1.5 * wave / StrictMath.sqrt(sizes[l]));
                }
            }
        }
        return new ReferenceNetwork(weights, biases, activation, costFunction, 2);
    }

    private static ReferenceNetwork small(int segmentLength) {
        float[][][] weights = {{{1f, 2f}, {3f, -4f}, {0.5f, 0.25f}}, {{1f, -1f}, {2f, 1f}}};
        float[][] biases = {{0.5f, -1f}, {0f, 0.25f}};
        return new ReferenceNetwork(weights, biases, ActivationFunction.RELU, CostFunction.MSE, segmentLength);
    }

    @Test
    void forwardPassEqualsHandComputedOne() {
        float[][] activations = small(2).forward(new float[] {1f, 0.5f, 2f});
        assertArrayEquals(new float[] {1f, 0.5f, 2f}, activations[0]);
        assertArrayEquals(new float[] {4f, 0f}, activations[1]); // z = (0.5 + 2.5 + 1, -1 + 0 + 0.5)
        assertArrayEquals(new float[] {4f, -3.75f}, activations[2]);
    }

    @Test
    void biasPerturbationEntersBesideTheBias() {
        float[][] activations = small(2).forward(new float[] {1f, 0.5f, 2f}, new float[][] {{1f, 2f}, {0f, 0.5f}});
        assertArrayEquals(new float[] {5f, 1.5f}, activations[1]);
        assertArrayEquals(new float[] {8f, -2.75f}, activations[2]);
    }

    @Test
    void segmentsAreSummedByThemselvesAndThenAdded() {
        float[][][] weights = {{{1e8f}, {1f}, {-1e8f}, {1f}}};
        float[][] biases = {{0f}};
        float[] ones = {1f, 1f, 1f, 1f};
        float[] sums = new float[4];
        for (int s = 1; s <= 4; s++) {
            ReferenceNetwork network =
                    new ReferenceNetwork(weights, biases, ActivationFunction.TANH, CostFunction.MSE, s);
            sums[s - 1] = network.forward(ones)[1][0];
        }
        assertArrayEquals(new float[] {1f, 0f, 1f, 1f}, sums);
    }

    @Test
    void inputsThatAreZeroAreSkippedWhateverTheirSign() {
        ReferenceNetwork network = small(2);
        network.weights()[0][1][0] = Float.NaN;
        assertEquals(1.5f, network.forward(new float[] {1f, -0f, 0f})[1][0]);
    }

    @Test
    void costsEqualTheirFormulas() {
        assertEquals(0.5f * (9f + 14.0625f), small(3).cost(new float[] {4f, -3.75f}, 0));
        assertArrayEquals(new float[] {3f, -3.75f}, small(3).error(new float[] {4f, -3.75f}, 0));
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 3);
        float[] outputs = {1f, -0.5f, 2f};
        double sum = StrictMath.exp(1) + StrictMath.exp(-0.5) + StrictMath.exp(2);
        assertEquals(StrictMath.log(sum) + 0.5, network.cost(outputs, 1), 1e-6);
        assertEquals(StrictMath.exp(1) / sum, network.error(outputs, 1)[0], 1e-6);
        assertEquals(StrictMath.exp(-0.5) / sum - 1, network.error(outputs, 1)[1], 1e-6);
        ReferenceNetwork linear = waves(ActivationFunction.TANH, CostFunction.LINEAR, 2, 3);
        assertEquals(3.5f, linear.cost(outputs, 1));
        assertArrayEquals(new float[] {1f, -1f, 1f}, linear.error(outputs, 1));
    }

    @Test
    void arraysOfTheCallerAreNotChanged() {
        float[][][] weights = {{{1f}}};
        float[][] biases = {{2f}};
        ReferenceNetwork network = new ReferenceNetwork(weights, biases, ActivationFunction.TANH, CostFunction.MSE, 1);
        network.weights()[0][0][0] = 2f;
        network.biases()[0][0] = 3f;
        assertEquals(1f, weights[0][0][0]);
        assertEquals(2f, biases[0][0]);
    }

    @Test
    void shapesThatDoNotFitAreRejected() {
        float[][][] weights = {{{1f, 2f}}, {{1f}}};
        float[][] biases = {{0f, 0f}, {0f}};
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> new ReferenceNetwork(weights, biases, ActivationFunction.TANH, CostFunction.MSE, 1));
        assertEquals("weights[1] has length 1; expected 2", thrown.getMessage());
    }
}
