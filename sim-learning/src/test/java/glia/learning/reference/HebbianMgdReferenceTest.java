package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.datapath.Optimizer;
import glia.learning.part.HebbianMgdParameters;
import glia.learning.part.HebbianMgdParameters.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HebbianMgdReferenceTest {
    private static HebbianMgdReference rule(
            Source source, boolean ternary, float activationThreshold, float deltaThreshold, ReferenceNetwork network) {
        HebbianMgdParameters numbers = new HebbianMgdParameters(
                source, ternary, activationThreshold, deltaThreshold, 0.5f, 0.5f, 1, Optimizer.PLAIN);
        return new HebbianMgdReference(numbers, network, 2);
    }

    private static void step(ReferenceRule rule, long sample, float... input) {
        rule.step(sample, input, 0, 0.5f, Networks.NO_EXEMPLARS);
    }

    @Test
    void stepInFullPrecisionEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0.5f);
        HebbianMgdReference rule = rule(Source.BACKWARD, false, 0f, 0f, network);
        step(rule, 0, 1f, -2f);
        // e = (2, 0.5); z~ = (3 + 5 + 1, 0.5 + 1.25 + 0.25); ΔC = 34 - 2.125; c = 63.75; f = -31.875
        assertArrayEquals(new float[][] {{-63.75f, -15.9375f}, {127.5f, 31.875f}}, network.weights()[0]);
        assertArrayEquals(new float[] {-60.75f, -15.4375f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{0, 0}, {1, 1}}, network.potentiations().synapses()[0]);
        assertEquals(2, rule.forwardPasses());
        assertEquals(2, rule.gradientComponents());
        assertEquals(2, rule.gradientComponentsStrict());
    }

    @Test
    void stepBySignsAboveThresholdsEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0.5f);
        step(rule(Source.BACKWARD, true, 1f, 0.25f, network), 0, 1f, -2f);
        // neither |1| > 1 nor |0.5| > 0.25 · 2; z~ = (3 + 1 + 0.5, 0.5); ΔC = 6.25 - 2.125; c = 8.25; f = -4.125
        assertArrayEquals(new float[][] {{0f, 0f}, {4.125f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {-1.125f, 0.5f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{0, 0}, {1, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{0, 0}, {1, 0}}, network.potentiations().synapses()[0]);
        assertArrayEquals(new long[][] {{0, 0}, {1, 0}}, network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {1, 0}, network.commits().biases()[0]);
        assertArrayEquals(new long[] {0, 0}, network.potentiations().biases()[0]);
        assertArrayEquals(new long[] {1, 0}, network.toggles().biases()[0]);
    }

    @Test
    void thresholdsInFullPrecisionKeepWhatCountsAsItIs() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0.5f);
        step(rule(Source.BACKWARD, false, 1f, 0.25f, network), 0, 1f, -2f);
        // r = (0, -2), d = (2, 0); z~ = (3 + 4 + 1, 0.5); ΔC = 24.625 - 2.125; c = 45; f = -22.5
        assertArrayEquals(new float[][] {{0f, 0f}, {90f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {-42f, 0.5f}, network.biases()[0]);
    }

    @Test
    void stepWithProbedDeltasEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0.5f);
        HebbianMgdReference rule = rule(Source.FINITE_DIFFERENCE, false, 0f, 0f, network);
        step(rule, 0, 1f, 0f);
        // δ = (1.125 / 0.5, 0.375 / 0.5); z~ = (5.25, 1.25); ΔC = 9.8125 - 2.125; f = -7.6875
        assertArrayEquals(new float[][] {{-17.296875f, -5.765625f}, {0f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {-14.296875f, -5.265625f}, network.biases()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
        assertEquals(1 + 2 + 2, rule.forwardPasses());
        assertEquals(2, rule.gradientComponents());
        assertEquals(2, rule.gradientComponentsStrict());
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void smallStepsFollowTheGradient(Source source) {
        ReferenceNetwork network = Networks.waves(2, 4, 2);
        float[] input = {1f, -0.5f};
        float[][][] before = Networks.parameters(network);
        double[][][] gradient = Networks.gradient(network, input, 0);
        HebbianMgdParameters numbers =
                new HebbianMgdParameters(source, false, 0f, 0f, 0.0005f, 0.0005f, 1, Optimizer.PLAIN);
        new HebbianMgdReference(numbers, network, 2).step(0, input, 0, 1f, Networks.NO_EXEMPLARS);
        float[][][] after = Networks.parameters(network);
        double squares = 0;
        for (double[][] layer : gradient) {
            for (double[] row : layer) {
                for (double value : row) {
                    squares += value * value;
                }
            }
        }
        for (int l = 0; l < 2; l++) {
            for (int i = 0; i < before[l].length; i++) {
                for (int j = 0; j < before[l][i].length; j++) {
                    double change = after[l][i][j] - before[l][i][j];
                    assertEquals(-squares * gradient[l][i][j], change, 0.005, l + " " + i + " " + j);
                }
            }
        }
    }

    @Test
    void thresholdsConcernEachLayerByItself() {
        ReferenceNetwork network = Networks.waves(2, 4, 2);
        float[] input = {1f, -0.5f};
        float[][] deltas = BackwardPass.deltas(network, BaselinePass.of(network, input, 0), 2);
        step(rule(Source.BACKWARD, true, 0f, 0.75f, network), 0, input);
        for (int l = 0; l < 2; l++) {
            float largest = 0f;
            for (float delta : deltas[l]) {
                largest = Math.max(largest, Math.abs(delta));
            }
            for (int j = 0; j < deltas[l].length; j++) {
                long expected = Math.abs(deltas[l][j]) > 0.75f * largest ? 1 : 0;
                assertEquals(expected, network.toggles().biases()[l][j], l + " " + j);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void passesAndComponentsHaveAClosedForm(Source source) {
        ReferenceNetwork network = Networks.waves(2, 4, 2);
        HebbianMgdParameters numbers = new HebbianMgdParameters(source, true, 0f, 0f, 0.1f, 0.1f, 4, Optimizer.PLAIN);
        HebbianMgdReference rule = new HebbianMgdReference(numbers, network, 2);
        for (int n = 0; n < 10; n++) {
            rule.step(n, new float[] {1f, -0.5f}, 0, 0.001f, Networks.NO_EXEMPLARS);
        }
        int probes = source == Source.FINITE_DIFFERENCE ? 1 + 6 : 0;
        assertEquals(10 * (2 + probes), rule.forwardPasses());
        assertEquals(10 * 6, rule.gradientComponents());
        assertArrayEquals(new long[] {10, 10}, network.toggles().biases()[1]);
        assertArrayEquals(new long[] {2, 2}, network.commits().biases()[1]);
    }
}
