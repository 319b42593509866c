package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Slope;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeltaMgdReferenceTest {
    private static final float[][] CORNERS = {{-1f, -1f}, {1f, -1f}, {-1f, 1f}, {1f, 1f}};

    @Test
    void stepEqualsHandComputedStepWithDeferredNorm() {
        ReferenceNetwork network = zeros(2, 2);
        DeltaMgdReference rule = new DeltaMgdReference(handComputed(Norm.DEFERRED, OptionalDouble.empty()), network);
        rule.step(0, new float[] {1f, -0f}, 0, 0.5f, k -> new float[] {1f, 0f});
        // δ = D[0] = (-0.5, 0.5); |g|² = 0.5 · (1 + 1); p = (-0.25, 0.25); z~ = (-0.5, 0.5); ΔC = 1.25 - 0.5; c = 1.5
        assertArrayEquals(new float[] {0.375f, -0.375f}, network.weights()[0][0]);
        assertArrayEquals(new float[] {0f, 0f}, network.weights()[0][1]);
        assertArrayEquals(new float[] {0.375f, -0.375f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{1, 1}, {0, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {0, 0}}, network.potentiations().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 1}, {0, 0}}, network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {1, 1}, network.commits().biases()[0]);
        assertArrayEquals(new long[] {1, 0}, network.potentiations().biases()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
    }

    @ParameterizedTest
    @EnumSource(Norm.class)
    void normsAgreeWhereTheirLengthIsOne(Norm norm) {
        ReferenceNetwork network = zeros(2, 2);
        DeltaMgdReference rule = new DeltaMgdReference(handComputed(norm, OptionalDouble.empty()), network);
        rule.step(0, new float[] {1f, 0f}, 0, 0.5f, k -> new float[] {1f, 0f});
        assertArrayEquals(new float[] {0.375f, -0.375f}, network.weights()[0][0]);
    }

    @Test
    void gammaWeighsTheUpdateByTheCost() {
        ReferenceNetwork network = zeros(2, 2);
        DeltaMgdReference rule = new DeltaMgdReference(handComputed(Norm.DEFERRED, OptionalDouble.of(4)), network);
        rule.step(0, new float[] {1f, 0f}, 0, 0.5f, k -> new float[] {1f, 0f});
        assertArrayEquals(new float[] {0.75f, -0.75f}, network.weights()[0][0]); // γ C0 = 4 · 0.5
    }

    @Test
    void exactLastLayerTakesTheLocalRule() {
        ReferenceNetwork network = zeros(2, 2);
        DeltaMgdParameters numbers = parameters(Recall.LABEL, Slope.NONE, true, Norm.GLOBAL, 1);
        DeltaMgdReference rule = new DeltaMgdReference(numbers, network);
        rule.step(0, new float[] {2f, -0f}, 1, 0.5f, k -> new float[] {1f, 1f});
        assertArrayEquals(new float[][] {{0f, 1f}, {0f, 0f}}, network.weights()[0]); // e = (0, -1)
        assertArrayEquals(new float[] {0f, 0.5f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{0, 1}, {0, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{0, 1}, {0, 0}}, network.potentiations().synapses()[0]);
        assertArrayEquals(new long[][] {{0, 0}, {0, 0}}, network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {0, 1}, network.commits().biases()[0]);
        assertEquals(0, rule.gradientComponents());
        assertEquals(2, rule.gradientComponentsStrict());
    }

    @ParameterizedTest
    @CsvSource({"ERROR, false", "ERROR, true", "EXPECTED, false"})
    void costFallsOnExclusiveOr(Recall recall, boolean exactLastLayer) {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 8, 2);
        DeltaMgdParameters numbers = parameters(recall, Slope.EXACT, exactLastLayer, Norm.GLOBAL, 100);
        DeltaMgdReference rule = new DeltaMgdReference(numbers, network);
        float before = meanCost(network);
        train(rule, 2000, 0.1f);
        float after = meanCost(network);
        assertTrue(after < 0.2f * before, before + " fell to " + after);
    }

    @ParameterizedTest
    @EnumSource(ActivationFunction.class)
    void probedDeltasEqualBackpropagatedOnes(ActivationFunction activation) {
        for (CostFunction costFunction : CostFunction.values()) {
            ReferenceNetwork network = waves(activation, costFunction, 3, 5, 4, 3);
            DeltaMgdParameters numbers = parameters(Recall.ERROR, Slope.EXACT, false, Norm.GLOBAL, 1);
            DeltaMgdReference rule = new DeltaMgdReference(numbers, network);
            float[] input = {0.5f, -1f, 0.25f};
            float[][] activations = network.forward(input);
            float[][] probed = rule.probe(input, 1, network.cost(activations[3], 1));
            double[][] expected = backpropagated(network, activations, 1);
            for (int l = 0; l < 3; l++) {
                for (int j = 0; j < probed[l].length; j++) {
                    assertEquals(expected[l][j], probed[l][j], 0.01, costFunction + " layer " + l + " neuron " + j);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Norm.class)
    void smallStepsFollowTheGradientOnceTheMapIsFitted(Norm norm) {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 4, 2);
        float[][][] before = copy(network.weights());
        float[] input = {1f, -0.5f};
        float[][] activations = network.forward(input);
        double[][] delta = backpropagated(network, activations, 1);
        double[] length = {length(delta[0], activations[0]), length(delta[1], activations[1])};
        DeltaMgdParameters numbers = new DeltaMgdParameters(
                Recall.ERROR, Slope.EXACT, false, norm, 1, 0f, 0.002f, 10, 0.3f, 0.001f, OptionalDouble.empty());
        new DeltaMgdReference(numbers, network).step(0, input, 1, 0.1f, k -> input);
        for (int l = 0; l < 2; l++) {
            double share = norm == Norm.LAYER ? (length[0] + length[1]) / (2 * length[l]) : 1;
            for (int i = 0; i < before[l].length; i++) {
                for (int j = 0; j < before[l][i].length; j++) {
                    double change = network.weights()[l][i][j] - before[l][i][j];
                    double expected = -0.1 * share * activations[l][i] * delta[l][j];
                    assertEquals(expected, change, 0.0005, l + " " + i + " " + j);
                }
            }
        }
    }

    @Test
    void slopeDoesNotConcernTheLastLayer() {
        ReferenceNetwork without = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 2);
        ReferenceNetwork with = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 2);
        train(new DeltaMgdReference(parameters(Recall.ERROR, Slope.NONE, false, Norm.GLOBAL, 3), without), 10, 0.1f);
        train(new DeltaMgdReference(parameters(Recall.ERROR, Slope.EXACT, false, Norm.GLOBAL, 3), with), 10, 0.1f);
        assertArrayEquals(without.weights(), with.weights());
    }

    @ParameterizedTest
    @CsvSource({"LABEL, false", "EXPECTED, false", "ERROR, false", "LABEL, true", "EXPECTED, true", "ERROR, true"})
    void countsHaveAClosedForm(Recall recall, boolean exactLastLayer) {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 3, 4, 2);
        DeltaMgdParameters numbers = parameters(recall, Slope.EXACT, exactLastLayer, Norm.LAYER, 4);
        DeltaMgdReference rule = new DeltaMgdReference(numbers, network);
        train(rule, 10, 0.01f);
        int probed = exactLastLayer && recall != Recall.ERROR ? 7 : 9;
        boolean usesError = exactLastLayer || recall != Recall.LABEL;
        assertEquals(3 * 2 * (probed + 1) + 2 * 10, rule.forwardPasses());
        assertEquals(3 * 2 * probed, rule.gradientComponents());
        assertEquals(3 * 2 * probed + (usesError ? 2 * 10 : 0), rule.gradientComponentsStrict());
    }

    @Test
    void synapsesOfSilentInputsAreNeitherWrittenNorToggled() {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 3, 4, 2);
        DeltaMgdParameters numbers = parameters(Recall.ERROR, Slope.EXACT, false, Norm.GLOBAL, 5);
        DeltaMgdReference rule = new DeltaMgdReference(numbers, network);
        for (int t = 0; t < 10; t++) {
            rule.step(t, new float[] {0f, -0f, 1f}, t % 2, 0.01f, k -> new float[] {0.5f, 1f, -k});
        }
        long[][][] toggles = network.toggles().synapses();
        assertArrayEquals(new long[][] {{0, 0, 0, 0}, {0, 0, 0, 0}, {10, 10, 10, 10}}, toggles[0]);
        assertArrayEquals(new long[] {10, 10, 10, 10}, network.toggles().biases()[0]);
        assertArrayEquals(new long[4], network.commits().synapses()[0][1]);
        assertArrayEquals(network.commits().biases()[0], network.commits().synapses()[0][2]);
        assertArrayEquals(
                network.potentiations().biases()[0], network.potentiations().synapses()[0][2]);
    }

    @Test
    void nothingIsWrittenAtRateZero() {
        ReferenceNetwork network = waves(ActivationFunction.RELU, CostFunction.MSE, 2, 4, 2);
        float[][][] before = copy(network.weights());
        DeltaMgdParameters numbers = parameters(Recall.EXPECTED, Slope.TWO_LEVEL, true, Norm.DEFERRED, 1);
        train(new DeltaMgdReference(numbers, network), 8, 0f);
        assertArrayEquals(before, network.weights());
        assertArrayEquals(new long[2][4], network.commits().synapses()[0]);
        assertArrayEquals(new long[4][2], network.commits().synapses()[1]);
        assertArrayEquals(new long[4], network.commits().biases()[0]);
        assertArrayEquals(new long[2], network.commits().biases()[1]);
    }

    @Test
    void divergenceNamesTheSample() {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.MSE, 2, 4, 2);
        DeltaMgdParameters numbers = parameters(Recall.ERROR, Slope.EXACT, false, Norm.GLOBAL, 1000);
        DeltaMgdReference rule = new DeltaMgdReference(numbers, network);
        network.weights()[1][0][0] = Float.MAX_VALUE;
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> rule.step(17, CORNERS[0], 0, 0.1f, k -> CORNERS[k]));
        assertTrue(thrown.getMessage().contains("sample 17"), thrown.getMessage());
    }

    private static DeltaMgdParameters handComputed(Norm norm, OptionalDouble gamma) {
        return new DeltaMgdParameters(Recall.LABEL, Slope.NONE, false, norm, 1, 0f, 1f, 1, 0f, 0.5f, gamma);
    }

    private static DeltaMgdParameters parameters(
            Recall recall, Slope slope, boolean exactLastLayer, Norm norm, long period) {
        return new DeltaMgdParameters(
                recall, slope, exactLastLayer, norm, period, 0.8f, 0.01f, 10, 0.3f, 0.03f, OptionalDouble.empty());
    }

    /** A layer without activation and cost ½ Σ (z - t)². */
    private static ReferenceNetwork zeros(int inputs, int outputs) {
        float[][][] weights = {new float[inputs][outputs]};
        float[][] biases = {new float[outputs]};
        return new ReferenceNetwork(weights, biases, ActivationFunction.IDENTITY, CostFunction.MSE, 1);
    }

    private static ReferenceNetwork waves(ActivationFunction activation, CostFunction costFunction, int... sizes) {
        return ReferenceNetworkTest.waves(activation, costFunction, sizes);
    }

    private static void train(ReferenceRule rule, int samples, float rate) {
        for (int t = 0; t < samples; t++) {
            float[] corner = CORNERS[(t * 7 + t / 4) % 4];
            int draw = t % 2;
            rule.step(t, corner, exclusiveOr(corner), rate, k -> k == 0 ? CORNERS[3 * draw] : CORNERS[1 + draw]);
        }
    }

    private static int exclusiveOr(float[] corner) {
        return corner[0] * corner[1] < 0f ? 1 : 0;
    }

    private static float meanCost(ReferenceNetwork network) {
        float sum = 0f;
        for (float[] corner : CORNERS) {
            sum += network.cost(network.forward(corner)[network.layers()], exclusiveOr(corner));
        }
        return sum / CORNERS.length;
    }

    private static double[][] backpropagated(ReferenceNetwork network, float[][] activations, int label) {
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

    /** |g_l| = |δ_l| √(|a_(l-1)|² + 1). */
    private static double length(double[] delta, float[] activations) {
        double squaredDelta = 0;
        for (double value : delta) {
            squaredDelta += value * value;
        }
        double squaredActivations = 1;
        for (float value : activations) {
            squaredActivations += value * value;
        }
        return StrictMath.sqrt(squaredDelta * squaredActivations);
    }

    private static double slope(ActivationFunction activation, double a) {
        return switch (activation) {
            case TANH -> 1 - a * a;
            case RELU -> a > 0 ? 1 : 0;
            case IDENTITY -> 1;
        };
    }

    private static float[][][] copy(float[][][] weights) {
        float[][][] copy = new float[weights.length][][];
        for (int l = 0; l < weights.length; l++) {
            copy[l] = new float[weights[l].length][];
            for (int i = 0; i < weights[l].length; i++) {
                copy[l][i] = weights[l][i].clone();
            }
        }
        return copy;
    }
}
