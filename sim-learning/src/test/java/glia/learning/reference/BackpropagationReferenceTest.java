package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Optimizer;
import glia.learning.part.BackpropagationParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackpropagationReferenceTest {
    private static BackpropagationReference rule(boolean signsOnly, int updatePeriod, ReferenceNetwork network) {
        return new BackpropagationReference(
                new BackpropagationParameters(signsOnly, updatePeriod, Optimizer.PLAIN), network, 2);
    }

    private static void step(ReferenceRule rule, float... input) {
        rule.step(0, input, 0, 0.5f, Networks.NO_EXEMPLARS);
    }

    @Test
    void stepOfOneLayerEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0f);
        BackpropagationReference rule = rule(false, 1, network);
        step(rule, 1f, -2f); // e = (2, 0)
        assertArrayEquals(new float[][] {{-1f, 0f}, {2f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {2f, 0f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {1, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{0, 0}, {1, 0}}, network.potentiations().synapses()[0]);
        assertArrayEquals(new long[2][2], network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {1, 0}, network.commits().biases()[0]);
        assertArrayEquals(new long[] {0, 0}, network.potentiations().biases()[0]);
        assertEquals(1, rule.forwardPasses());
        assertEquals(6, rule.gradientComponents());
        assertEquals(6, rule.gradientComponentsStrict());
    }

    @Test
    void stepBySignsEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(3, 3f, 0f);
        network.biases()[0][1] = -0.25f;
        step(rule(true, 1, network), 1f, -2f, -0f); // e = (2, -0.25)
        assertArrayEquals(new float[][] {{-0.5f, 0.5f}, {0.5f, -0.5f}, {0f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {2.5f, 0.25f}, network.biases()[0]);
        assertArrayEquals(
                new long[][] {{1, 1}, {1, 1}, {0, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(
                new long[][] {{0, 1}, {1, 0}, {0, 0}}, network.potentiations().synapses()[0]);
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivationFunction.class,
            names = {"IDENTITY", "RELU"})
    void stepOfTwoLayersEqualsHandComputedOne(ActivationFunction activation) {
        float[][][] weights = {new float[1][2], {{1f, 2f}, {3f, 4f}}};
        float[][] biases = {{0.5f, -0.5f}, {0f, 0f}};
        ReferenceNetwork network = new ReferenceNetwork(weights, biases, activation, CostFunction.MSE, 2);
        step(rule(false, 1, network), 1f);
        if (activation == ActivationFunction.IDENTITY) {
            // z = (0.5 - 1.5, 1 - 2); e = (-2, -1); δ below = (-2 - 2, -6 - 4)
            assertArrayEquals(new float[][] {{2f, 5f}}, network.weights()[0]);
            assertArrayEquals(new float[] {2.5f, 4.5f}, network.biases()[0]);
            assertArrayEquals(new float[][] {{1.5f, 2.25f}, {2.5f, 3.75f}}, network.weights()[1]);
            assertArrayEquals(new float[] {1f, 0.5f}, network.biases()[1]);
        } else {
            // a = (0.5, 0); z = (0.5, 1); e = (-0.5, 1); δ below = (-0.5 + 2, 0)
            assertArrayEquals(new float[][] {{-0.75f, 0f}}, network.weights()[0]);
            assertArrayEquals(new float[] {-0.25f, -0.5f}, network.biases()[0]);
            assertArrayEquals(new float[][] {{1.125f, 1.75f}, {3f, 4f}}, network.weights()[1]);
            assertArrayEquals(new float[] {0.25f, -0.5f}, network.biases()[1]);
        }
    }

    @ParameterizedTest
    @EnumSource(CostFunction.class)
    void changesEqualFiniteDifferencesOfTheCost(CostFunction costFunction) {
        ReferenceNetwork network = ReferenceNetworkTest.waves(ActivationFunction.TANH, costFunction, 3, 5, 4, 3);
        float[] input = {0.5f, -1f, 0.25f};
        float[][][] before = Networks.parameters(network);
        double[][][] gradient = Networks.gradient(network, input, 1);
        rule(false, 1, network).step(0, input, 1, 1f, Networks.NO_EXEMPLARS);
        float[][][] after = Networks.parameters(network);
        for (int l = 0; l < 3; l++) {
            for (int i = 0; i < before[l].length; i++) {
                for (int j = 0; j < before[l][i].length; j++) {
                    double change = after[l][i][j] - before[l][i][j];
                    assertEquals(-gradient[l][i][j], change, 0.001, l + " " + i + " " + j);
                }
            }
        }
    }

    @Test
    void transposedReadsAreSummedBySegmentsOfNeurons() {
        float[] sums = new float[4];
        for (int s = 1; s <= 4; s++) {
            float[][][] weights = {{{0f}}, {{1e8f, 1f, -1e8f, 1f}}};
            float[][] biases = {{0f}, {2f, 1f, 1f, 1f}}; // e = (1, 1, 1, 1)
            ReferenceNetwork network =
                    new ReferenceNetwork(weights, biases, ActivationFunction.IDENTITY, CostFunction.MSE, 1);
            BackpropagationParameters numbers = new BackpropagationParameters(false, 1, Optimizer.PLAIN);
            step(new BackpropagationReference(numbers, network, s), 0f);
            sums[s - 1] = network.biases()[0][0];
        }
        assertArrayEquals(new float[] {-0.5f, 0f, -0.5f, -0.5f}, sums);
    }

    @Test
    void deltasThatAreZeroAreSkipped() {
        float[][][] weights = {{{0f}}, {{1f, Float.NaN}}};
        float[][] biases = {{0f}, {2f, 0f}};
        ReferenceNetwork network =
                new ReferenceNetwork(weights, biases, ActivationFunction.IDENTITY, CostFunction.MSE, 1);
        step(rule(false, 1, network), 0f); // the input of the NaN is 0 as well
        assertEquals(-0.5f, network.biases()[0][0]);
    }

    @Test
    void changesOfSeveralSamplesAreIntegratedWithoutTheRate() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0f);
        BackpropagationReference rule = rule(false, 2, network);
        rule.step(0, new float[] {1f, 0f}, 0, 8f, Networks.NO_EXEMPLARS);
        assertArrayEquals(new float[2][2], network.weights()[0]);
        rule.step(1, new float[] {-3f, 0f}, 0, 0.5f, Networks.NO_EXEMPLARS); // G = -2 · (1 - 3), bias -4
        assertArrayEquals(new float[][] {{1f, 0f}, {0f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {2f, 0f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {0, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {0, 0}}, network.potentiations().synapses()[0]);
        assertEquals(2, rule.forwardPasses());
        assertEquals(12, rule.gradientComponents());
    }

    @Test
    void nothingIsWrittenAtRateZero() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0f);
        rule(false, 1, network).step(0, new float[] {1f, 1f}, 0, 0f, Networks.NO_EXEMPLARS);
        assertArrayEquals(new long[2][2], network.commits().synapses()[0]);
        assertArrayEquals(new long[2], network.commits().biases()[0]);
    }

    @Test
    void divergenceNamesTheSample() {
        ReferenceNetwork network = Networks.oneLayer(2, 1e30f, 0f);
        BackpropagationReference rule = rule(false, 1, network);
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class, () -> rule.step(17, new float[2], 0, 0.5f, Networks.NO_EXEMPLARS));
        assertEquals("diverged at sample 17: C0 is Infinity", thrown.getMessage());
    }
}
