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
import glia.chip.datapath.Slope;
import glia.chip.plasticity.HostSamples;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Recall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceDeltaVecsTest {
    private static final float[] INPUT = {1f, -0.5f};
    private static final float STEP = 0.01f;

    /** One layer that hands on its input, with cost ½ Σ (z - t)²: δ = x - t + h / 2. */
    private static ReferenceNetwork identity() {
        float[][][] weights = {{{1f, 0f}, {0f, 1f}}};
        return new ReferenceNetwork(weights, new float[1][2], ActivationFunction.IDENTITY, CostFunction.MSE, 2);
    }

    private static ReferenceDeltaVecs deltaVecsOf(ReferenceNetwork network, DeltaVecParameters numbers) {
        return new ReferenceDeltaVecs(numbers, network, network.layers());
    }

    /** What is recalled for the input, or another one of the same class, by layer and neuron. */
    private static float[][] recalled(ReferenceDeltaVecs deltaVecs, ReferenceNetwork network, int label) {
        return deltaVecs.directions(BaselinePass.of(network, INPUT, label));
    }

    /** (C(b_lj + h) - C(b_lj)) / h, with the bias itself changed. */
    private static float delta(ReferenceNetwork network, float[] x, int label, int l, int j) {
        float[] biases = network.biases()[l];
        float bias = biases[j];
        float cost = network.cost(network.forward(x)[network.layers()], label);
        biases[j] = bias + STEP;
        float above = network.cost(network.forward(x)[network.layers()], label);
        biases[j] = bias;
        return (above - cost) / STEP;
    }

    @Test
    void aBatchTeachesEachClassTheMeanOfItsSamples() {
        ReferenceNetwork network = identity();
        DeltaVecParameters numbers = deltaVecs(Recall.LABEL, Slope.NONE, CURRENT_BATCH, 3, 0.75f, 1f);
        ReferenceDeltaVecs deltaVecs = deltaVecsOf(network, numbers);
        deltaVecs.beginSample(0, ShownSamples.of(new float[][] {{2f, 4f}, {-1f, 3f}, {0f, 8f}}, 0, 1, 0));
        assertArrayEquals(new float[][] {{0.5f, 6.5f}}, recalled(deltaVecs, network, 0)); // (1, 6) - (1, 0) + ½
        assertArrayEquals(new float[][] {{-0.5f, 2.5f}}, recalled(deltaVecs, network, 1)); // (-1, 3) - (0, 1) + ½
        deltaVecs.beginSample(1, Networks.NO_EXEMPLARS);
        deltaVecs.beginSample(2, Networks.NO_EXEMPLARS);
        assertEquals(3 * (1 + 2), deltaVecs.forwardPasses());
        assertEquals(3 * 2, deltaVecs.gradientComponents());
        deltaVecs.beginSample(3, ShownSamples.of(new float[][] {{4f, 2f}, {3f, 2f}, {2f, 2f}}, 1, 1, 1));
        assertArrayEquals(new float[][] {{0.5f, 6.5f}}, recalled(deltaVecs, network, 0));
        assertArrayEquals(new float[][] {{0.5f, 2.25f}}, recalled(deltaVecs, network, 1)); // ¾ old + ¼ (3.5, 1.5)
        assertEquals(6 * (1 + 2), deltaVecs.forwardPasses());
        assertEquals(6 * 2, deltaVecs.gradientComponents());
    }

    @Test
    void exemplarsTeachTheirClasses() {
        ReferenceNetwork network = identity();
        DeltaVecParameters numbers = deltaVecs(Recall.LABEL, Slope.NONE, EXEMPLARS, 7, 0.75f, 1f);
        ReferenceDeltaVecs deltaVecs = deltaVecsOf(network, numbers);
        deltaVecs.beginSample(14, k -> new float[] {2f + k, 4f});
        assertArrayEquals(new float[][] {{1.5f, 4.5f}}, recalled(deltaVecs, network, 0));
        assertArrayEquals(new float[][] {{3.5f, 3.5f}}, recalled(deltaVecs, network, 1));
    }

    @Test
    void theRunnerUpIsTheFirstOfTheLargestOtherOutputs() {
        ReferenceNetwork network = Networks.oneLayer(2, 0.5f, 2f, 2f);
        DeltaVecParameters numbers = deltaVecs(Recall.RUNNER_UP, Slope.NONE, EXEMPLARS, 1, 0f, 1f);
        ReferenceDeltaVecs deltaVecs = deltaVecsOf(network, numbers);
        deltaVecs.beginSample(0, k -> INPUT);
        assertArrayEquals(new float[][] {{-1f, 1f, 0f}}, recalled(deltaVecs, network, 0));
        assertArrayEquals(new float[][] {{0f, -1f, 1f}}, recalled(deltaVecs, network, 1));
        assertArrayEquals(new float[][] {{0f, 1f, -1f}}, recalled(deltaVecs, network, 2));
    }

    @Test
    void sparseProbesTakeHiddenNeuronsByTurns() {
        boolean[][] firsts = {{true, true, true, false, false}, {true, false, false, true, true}};
        for (long period = 1; period <= 2; period++) {
            for (int number = 0; number < 2; number++) {
                assertProbed(firsts[number], period, period * number);
            }
            assertProbed(new boolean[] {false, true, true, true, false}, period, period * 2);
            assertProbed(firsts[1], period, period * 3_000_000_001L); // 9,000,000,003 mod 5 = 3
        }
    }

    /** Layers of 5 and 2 hidden neurons, 3 probes each: the smaller one and the last, of 4, are always probed whole. */
    private static void assertProbed(boolean[] first, long period, long sample) {
        ReferenceNetwork network = Networks.waves(2, 5, 2, 4);
        DeltaVecParameters numbers = deltaVecs(Recall.LABEL, Slope.NONE, SPARSE, period, 0f, STEP);
        ReferenceDeltaVecs deltaVecs = deltaVecsOf(network, numbers);
        deltaVecs.beginSample(sample, ShownSamples.of(new float[][] {INPUT}, 1));
        float[][] recalled = recalled(deltaVecs, network, 1);
        for (int l = 0; l < 3; l++) {
            for (int j = 0; j < recalled[l].length; j++) {
                float expected = l > 0 || first[j] ? delta(network, INPUT, 1, l, j) : 0f;
                assertEquals(expected, recalled[l][j], sample + ": layer " + l + " neuron " + j);
                assertTrue(expected != 0f || l == 0 && !first[j], "no δ to see: layer " + l + " neuron " + j);
            }
        }
        assertEquals(1 + 3 + 2 + 4, deltaVecs.forwardPasses());
        assertEquals(3 + 2 + 4, deltaVecs.gradientComponents());
    }

    @Test
    void sparseProbesEnterAMovingAverageFromTheFirst() {
        ReferenceNetwork network = identity();
        DeltaVecParameters numbers = deltaVecs(Recall.LABEL, Slope.NONE, SPARSE, 2, 0.75f, 1f);
        ReferenceDeltaVecs deltaVecs = deltaVecsOf(network, numbers);
        deltaVecs.beginSample(0, ShownSamples.of(new float[][] {{2.5f, 7.5f}}, 0));
        assertArrayEquals(new float[][] {{0.5f, 2f}}, recalled(deltaVecs, network, 0)); // ¼ (2, 8)
        deltaVecs.beginSample(1, Networks.NO_EXEMPLARS);
        deltaVecs.beginSample(2, ShownSamples.of(new float[][] {{6.5f, 1.5f}}, 0));
        assertArrayEquals(new float[][] {{1.875f, 2f}}, recalled(deltaVecs, network, 0)); // ¾ old + ¼ (6, 2)
        assertArrayEquals(new float[][] {{0f, 0f}}, recalled(deltaVecs, network, 1));
    }

    @ParameterizedTest
    @EnumSource(DeltaVecSource.class)
    void targetsAreDividedByTheSlopeOfTheirOwnNeuron(DeltaVecSource source) {
        ReferenceNetwork network = Networks.waves(2, 5, 2);
        network.biases()[0][3] = 3f; // |a| so near to 1 that the floor of 0.05 holds
        DeltaVecParameters numbers = deltaVecs(Recall.LABEL, Slope.EXACT, source, 1, 0f, STEP);
        ReferenceDeltaVecs deltaVecs = deltaVecsOf(network, numbers);
        float[] probed = {0.25f, 0.75f};
        deltaVecs.beginSample(1, new ShownSamples(k -> probed, i -> probed, i -> 1));
        float[][] recalled = recalled(deltaVecs, network, 1);
        float[] probedActivations = network.forward(probed)[1];
        float[] activations = network.forward(INPUT)[1];
        for (int j = 0; j < 5; j++) {
            float probedSlope = 1f - probedActivations[j] * probedActivations[j];
            assertEquals(j == 3, probedSlope < 0.05f);
            float target = delta(network, probed, 1, 0, j) / Math.max(0.05f, probedSlope);
            float expected = (1f - activations[j] * activations[j]) * target;
            boolean spared = source == SPARSE && (j == 1 || j == 2); // refresh 1 takes 3, 4, 0
            assertEquals(spared ? 0f : expected, recalled[0][j], "neuron " + j);
        }
        assertEquals(delta(network, probed, 1, 1, 0), recalled[1][0]);
    }

    @Test
    void sparseFitsTouchProbedNeuronsOnly() {
        ReferenceNetwork network = Networks.waves(2, 5, 2);
        DeltaVecParameters numbers =
                new DeltaVecParameters(Recall.ERROR, Slope.NONE, SPARSE, 1, 3, 0.8f, STEP, 1, 0.5f, 0);
        ReferenceDeltaVecs deltaVecs = new ReferenceDeltaVecs(numbers, network, 1); // the last layer is exact
        deltaVecs.beginSample(1, ShownSamples.of(new float[][] {{0.25f, 0.75f}}, 0));
        BaselinePass baseline = BaselinePass.of(network, INPUT, 1);
        float[][] recalled = deltaVecs.directions(baseline);
        double[] measured = new double[2];
        double product = 0;
        double energy = 1e-4;
        for (int k = 0; k < 2; k++) {
            measured[k] = delta(network, new float[] {0.25f, 0.75f}, 0, 1, k);
            product += measured[k] * baseline.error()[k];
            energy += measured[k] * measured[k];
        }
        assertEquals(1, recalled.length);
        for (int j = 0; j < 5; j++) {
            double delta = j == 1 || j == 2 ? 0 : delta(network, new float[] {0.25f, 0.75f}, 0, 0, j);
            assertEquals(0.5 * delta * product / energy, recalled[0][j], j == 1 || j == 2 ? 0 : 1e-6, "neuron " + j);
        }
        assertEquals(3 + 2, deltaVecs.gradientComponents());
    }

    @ParameterizedTest
    @EnumSource(ActivationFunction.class)
    void probedDeltasEqualBackpropagatedOnes(ActivationFunction activation) {
        for (CostFunction costFunction : CostFunction.values()) {
            ReferenceNetwork network = ReferenceNetworkTest.waves(activation, costFunction, 2, 5, 4, 3);
            DeltaVecParameters numbers = DeltaVecParameters.measuredForEachSample(STEP);
            ReferenceDeltaVecs deltaVecs = deltaVecsOf(network, numbers);
            deltaVecs.beginSample(17, ShownSamples.of(new float[][] {INPUT}, 1));
            float[][] recalled = recalled(deltaVecs, network, 1);
            double[][] expected = Networks.backpropagated(network, network.forward(INPUT), 1);
            for (int l = 0; l < 3; l++) {
                for (int j = 0; j < recalled[l].length; j++) {
                    assertEquals(expected[l][j], recalled[l][j], 0.01, costFunction + " layer " + l + " neuron " + j);
                }
            }
        }
    }

    @Test
    void badNumbersAndLabelsAreRefused() {
        ReferenceNetwork network = identity();
        DeltaVecParameters never = deltaVecs(Recall.LABEL, Slope.NONE, EXEMPLARS, 0, 0f, 1f);
        assertRefused("deltaVecPeriod is 0; expected at least 1", () -> deltaVecsOf(network, never));
        DeltaVecParameters none = new DeltaVecParameters(Recall.LABEL, Slope.NONE, SPARSE, 1, 0, 0f, 1f, 1, 0f, 0);
        assertRefused("probes is 0; expected at least 1", () -> deltaVecsOf(network, none));
        ReferenceDeltaVecs deltaVecs = deltaVecsOf(network, DeltaVecParameters.measuredForEachSample(1f));
        HostSamples host = ShownSamples.of(new float[][] {INPUT}, 2);
        assertRefused("label is 2; expected 0 to 1", () -> deltaVecs.beginSample(0, host));
    }

    private static void assertRefused(String message, Runnable what) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, what::run).getMessage());
    }
}
