package glia.learning.reference;

import static glia.learning.part.DeltaVecSource.CURRENT_BATCH;
import static glia.learning.part.DeltaVecSource.EXEMPLARS;
import static glia.learning.part.DeltaVecSource.SPARSE;
import static glia.learning.reference.Networks.deltaVecs;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.plasticity.HostSamples;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
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
    @CsvSource({
        "ERROR, EXEMPLARS, 100, false", "ERROR, EXEMPLARS, 100, true", "EXPECTED, EXEMPLARS, 100, false",
        "ERROR, CURRENT_BATCH, 100, true", "LABEL, CURRENT_BATCH, 1, false", "EXPECTED, SPARSE, 1, true"
    })
    void costFallsOnExclusiveOr(Recall recall, DeltaVecSource source, long period, boolean exactLastLayer) {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 8, 2);
        DeltaVecParameters deltaVecs = deltaVecs(recall, Slope.EXACT, source, period, 0.8f, 0.01f);
        DeltaMgdReference rule = new DeltaMgdReference(parameters(deltaVecs, exactLastLayer, Norm.GLOBAL), network);
        float before = meanCost(network);
        train(rule, 2000, 0.1f);
        float after = meanCost(network);
        assertTrue(after < 0.2f * before, before + " fell to " + after);
    }

    @ParameterizedTest
    @EnumSource(Norm.class)
    void smallStepsFollowTheGradientOnceTheMapIsFitted(Norm norm) {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 4, 2);
        float[][][] before = copy(network.weights());
        float[] input = {1f, -0.5f};
        float[][] activations = network.forward(input);
        double[][] delta = Networks.backpropagated(network, activations, 1);
        double[] length = {length(delta[0], activations[0]), length(delta[1], activations[1])};
        DeltaVecParameters deltaVecs = deltaVecs(Recall.ERROR, Slope.EXACT, EXEMPLARS, 1, 0f, 0.002f);
        DeltaMgdParameters numbers = numbers(deltaVecs, false, norm, 0.001f, OptionalDouble.empty());
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
    @CsvSource({
        "LABEL, EXEMPLARS, false", "EXPECTED, EXEMPLARS, false", "ERROR, EXEMPLARS, false",
        "LABEL, CURRENT_BATCH, true", "EXPECTED, CURRENT_BATCH, true", "ERROR, CURRENT_BATCH, true",
        "RUNNER_UP, SPARSE, false", "EXPECTED, SPARSE, true", "ERROR, SPARSE, true"
    })
    void countsHaveAClosedForm(Recall recall, DeltaVecSource source, boolean exactLastLayer) {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 3, 4, 2);
        DeltaVecParameters deltaVecs = deltaVecs(recall, Slope.EXACT, source, 4, 0.8f, 0.01f);
        DeltaMgdReference rule = new DeltaMgdReference(parameters(deltaVecs, exactLastLayer, Norm.LAYER), network);
        train(rule, 10, 0.01f);
        int shown = source == EXEMPLARS ? 2 : source == CURRENT_BATCH ? 4 : 1;
        int hidden = source == SPARSE ? 3 + 3 : 3 + 4;
        int probed = exactLastLayer && recall != Recall.ERROR ? hidden : hidden + 2;
        boolean usesError = exactLastLayer || !recall.usesLabel();
        assertEquals(3 * shown * (probed + 1) + 2 * 10, rule.forwardPasses());
        assertEquals(3 * shown * probed, rule.gradientComponents());
        assertEquals(3 * shown * probed + (usesError ? 2 * 10 : 0), rule.gradientComponentsStrict());
    }

    @ParameterizedTest
    @EnumSource(
            value = Recall.class,
            names = {"RANDOM_MAP", "RANDOM_TABLE"})
    void drawnDeltaVecsAreNeverProbed(Recall recall) {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 3, 2);
        DeltaVecParameters deltaVecs = deltaVecs(recall, Slope.EXACT, SPARSE, 1, 0f, 0.01f);
        DeltaMgdReference rule = new DeltaMgdReference(parameters(deltaVecs, false, Norm.GLOBAL), network);
        train(rule, 10, 0.01f);
        assertEquals(2 * 10, rule.forwardPasses());
        assertEquals(0, rule.gradientComponents());
        assertEquals(2 * 10, rule.gradientComponentsStrict());
    }

    @Test
    void aClassWithoutDeltaVecLeavesTheNetworkAsItIs() {
        ReferenceNetwork network = waves(ActivationFunction.TANH, CostFunction.CROSS_ENTROPY, 2, 3, 2);
        DeltaVecParameters deltaVecs = deltaVecs(Recall.LABEL, Slope.NONE, CURRENT_BATCH, 2, 0f, 0.01f);
        DeltaMgdReference rule = new DeltaMgdReference(parameters(deltaVecs, false, Norm.GLOBAL), network);
        HostSamples host = ShownSamples.of(CORNERS, 1, 1, 0, 0);
        rule.step(0, CORNERS[0], 0, 0.1f, host);
        assertArrayEquals(new long[3], network.toggles().biases()[0]);
        assertArrayEquals(new long[3], network.commits().biases()[0]);
        rule.step(1, CORNERS[1], 1, 0.1f, Networks.NO_EXEMPLARS);
        assertArrayEquals(new long[] {1, 1, 1}, network.toggles().biases()[0]);
        assertArrayEquals(new long[] {1, 1, 1}, network.commits().biases()[0]);
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
        return numbers(deltaVecs(Recall.LABEL, Slope.NONE, EXEMPLARS, 1, 0f, 1f), false, norm, 0.5f, gamma);
    }

    private static DeltaMgdParameters parameters(
            Recall recall, Slope slope, boolean exactLastLayer, Norm norm, long period) {
        return parameters(deltaVecs(recall, slope, EXEMPLARS, period, 0.8f, 0.01f), exactLastLayer, norm);
    }

    private static DeltaMgdParameters parameters(DeltaVecParameters deltaVecs, boolean exactLastLayer, Norm norm) {
        return numbers(deltaVecs, exactLastLayer, norm, 0.03f, OptionalDouble.empty());
    }

    private static DeltaMgdParameters numbers(
            DeltaVecParameters deltaVecs, boolean exactLastLayer, Norm norm, float epsilon, OptionalDouble gamma) {
        return new DeltaMgdParameters(deltaVecs, exactLastLayer, norm, epsilon, gamma, 1, Optimizer.PLAIN);
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
            int present = t;
            HostSamples host = new ShownSamples(
                    k -> k == 0 ? CORNERS[3 * (present % 2)] : CORNERS[1 + present % 2],
                    i -> corner(present + i),
                    i -> exclusiveOr(corner(present + i)));
            rule.step(t, corner(t), exclusiveOr(corner(t)), rate, host);
        }
    }

    private static float[] corner(int t) {
        return CORNERS[(t * 7 + t / 4) % 4];
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
