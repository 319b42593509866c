package glia.learning.reference;

import static glia.learning.part.DeltaVecSource.EXEMPLARS;
import static glia.learning.reference.Networks.deltaVecs;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.plasticity.HostSamples;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.HebbianMgdParameters;
import glia.learning.part.Recall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HebbianMgdReferenceTest {
    private static final Optional<DeltaVecParameters> MEASURED =
            Optional.of(DeltaVecParameters.measuredForEachSample(0.5f));

    private static HebbianMgdReference rule(
            boolean ternary, float activationThreshold, float deltaThreshold, ReferenceNetwork network) {
        return rule(Optional.empty(), ternary, activationThreshold, deltaThreshold, network);
    }

    private static HebbianMgdReference rule(
            Optional<DeltaVecParameters> deltaVecs,
            boolean ternary,
            float activationThreshold,
            float deltaThreshold,
            ReferenceNetwork network) {
        HebbianMgdParameters numbers = new HebbianMgdParameters(
                deltaVecs, ternary, activationThreshold, deltaThreshold, 0.5f, 1, Optimizer.PLAIN);
        return new HebbianMgdReference(numbers, network, 2);
    }

    /** A step with label 0. */
    private static void step(ReferenceRule rule, long sample, float... input) {
        rule.step(sample, input, 0, 0.5f, ShownSamples.of(new float[][] {input}, 0));
    }

    @Test
    void stepInFullPrecisionEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0.5f);
        HebbianMgdReference rule = rule(false, 0f, 0f, network);
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
        step(rule(true, 1f, 0.25f, network), 0, 1f, -2f);
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
        step(rule(false, 1f, 0.25f, network), 0, 1f, -2f);
        // r = (0, -2), d = (2, 0); z~ = (3 + 4 + 1, 0.5); ΔC = 24.625 - 2.125; c = 45; f = -22.5
        assertArrayEquals(new float[][] {{0f, 0f}, {90f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {-42f, 0.5f}, network.biases()[0]);
    }

    @Test
    void stepWithProbedDeltasEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0.5f);
        HebbianMgdReference rule = rule(MEASURED, false, 0f, 0f, network);
        step(rule, 0, 1f, 0f);
        // δ = (1.125 / 0.5, 0.375 / 0.5); z~ = (5.25, 1.25); ΔC = 9.8125 - 2.125; f = -7.6875
        assertArrayEquals(new float[][] {{-17.296875f, -5.765625f}, {0f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {-14.296875f, -5.265625f}, network.biases()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
        assertEquals(1 + 2 + 2, rule.forwardPasses());
        assertEquals(2, rule.gradientComponents());
        assertEquals(2, rule.gradientComponentsStrict());
    }

    @Test
    void recalledDeltasReplaceMeasuredOnes() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0.5f);
        DeltaVecParameters numbers = deltaVecs(Recall.LABEL, Slope.NONE, EXEMPLARS, 7, 0f, 0.5f);
        HebbianMgdReference rule = rule(Optional.of(numbers), false, 0f, 0f, network);
        network.weights()[0][1][1] = 0.25f;
        rule.step(14, new float[] {1f, 0f}, 0, 0.5f, k -> new float[] {0f, k == 0 ? 1f : 5f});
        // z of the exemplar (0, 1) is (3, 0.75): δ = (1.125 / 0.5, 0.5 / 0.5), while e of the sample is (2, 0.5)
        // z~ = (3 + 1.125 + 1.125, 0.5 + 0.5 + 0.5); ΔC = 4.25² / 2 + 1.5² / 2 - 2.125 = 8.03125; f = -8.03125
        assertArrayEquals(new float[][] {{-18.0703125f, -8.03125f}, {0f, 0.25f}}, network.weights()[0]);
        assertArrayEquals(new float[] {-15.0703125f, -7.53125f}, network.biases()[0]);
        rule.step(15, new float[] {0f, 0f}, 0, 0f, Networks.NO_EXEMPLARS);
        assertEquals(1 + 2 + 1 + 2 + 2 * 2, rule.forwardPasses());
        assertEquals(2 * 2, rule.gradientComponents());
        assertEquals(2 * 2, rule.gradientComponentsStrict());
    }

    @Test
    void recalledDeltasAreWeighedByTheSlopeInHiddenLayers() {
        ReferenceNetwork network = Networks.waves(2, 4, 2);
        float[] exemplar = {0.25f, 0.75f};
        float[] input = {1f, -0.5f};
        double[][] probed = Networks.backpropagated(network, network.forward(exemplar), 0);
        float[] a = network.forward(exemplar)[1];
        float[] b = network.forward(input)[1];
        float[][][] before = Networks.parameters(network);
        DeltaVecParameters numbers = deltaVecs(Recall.LABEL, Slope.EXACT, EXEMPLARS, 1, 0f, 0.005f);
        rule(Optional.of(numbers), false, 0f, 0f, network).step(0, input, 0, 1f, k -> exemplar);
        float[][][] after = Networks.parameters(network);
        double factor = (after[1][4][0] - before[1][4][0]) / probed[1][0];
        assertTrue(Math.abs(factor) > 0.1, "factor " + factor);
        for (int j = 0; j < 4; j++) {
            double expected = factor * probed[0][j] * (1 - b[j] * b[j]) / (1 - a[j] * a[j]);
            assertEquals(expected, after[0][2][j] - before[0][2][j], 0.01 * Math.abs(factor), "neuron " + j);
        }
        assertEquals(factor * probed[1][1], after[1][4][1] - before[1][4][1], 0.01 * Math.abs(factor));
    }

    static List<Optional<DeltaVecParameters>> exactSources() {
        return exactSources(0.0005f);
    }

    private static List<Optional<DeltaVecParameters>> exactSources(float probeStep) {
        return List.of(Optional.empty(), Optional.of(DeltaVecParameters.measuredForEachSample(probeStep)));
    }

    @ParameterizedTest
    @MethodSource("exactSources")
    void smallStepsFollowTheGradient(Optional<DeltaVecParameters> deltaVecs) {
        ReferenceNetwork network = Networks.waves(2, 4, 2);
        float[] input = {1f, -0.5f};
        float[][][] before = Networks.parameters(network);
        double[][][] gradient = Networks.gradient(network, input, 0);
        HebbianMgdParameters numbers = new HebbianMgdParameters(deltaVecs, false, 0f, 0f, 0.0005f, 1, Optimizer.PLAIN);
        HostSamples host = ShownSamples.of(new float[][] {input}, 0);
        new HebbianMgdReference(numbers, network, 2).step(0, input, 0, 1f, host);
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
        step(rule(true, 0f, 0.75f, network), 0, input);
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

    @Test
    void thresholdsConcernRecalledDeltasToo() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0.5f);
        step(rule(MEASURED, true, 0f, 0.34f, network), 0, 1f, 0f); // δ = (2.25, 0.75), a third of it
        assertArrayEquals(new long[] {1, 0}, network.toggles().biases()[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "LABEL, EXEMPLARS, 2, 6, 0", "EXPECTED, EXEMPLARS, 2, 6, 2", "RUNNER_UP, CURRENT_BATCH, 3, 6, 0",
        "ERROR, CURRENT_BATCH, 3, 6, 2", "ERROR, SPARSE, 1, 5, 2", "RANDOM_MAP, EXEMPLARS, 0, 0, 2"
    })
    void refreshesFollowTheirOwnPeriod(Recall recall, DeltaVecSource source, int shown, int probed, int errors) {
        ReferenceNetwork network = Networks.waves(2, 4, 2);
        DeltaVecParameters deltaVecs = deltaVecs(recall, Slope.EXACT, source, 3, 0.8f, 0.1f);
        HebbianMgdReference rule = integrating(Optional.of(deltaVecs), network);
        float[][] inputs = {{1f, -0.5f}, {0.5f, 0.25f}, {-1f, 1f}};
        for (int n = 0; n < 10; n++) {
            HostSamples host = n % 3 == 0
                    ? new ShownSamples(k -> inputs[k], i -> inputs[i], i -> i % 2)
                    : ShownSamples.of(new float[0][]);
            rule.step(n, inputs[n % 3], n % 3 % 2, 0.001f, host);
        }
        assertEquals(10 * 2 + 4 * shown * (1 + probed), rule.forwardPasses());
        assertEquals(4 * shown * probed, rule.gradientComponents());
        assertEquals(4 * shown * probed + 10 * errors, rule.gradientComponentsStrict());
        assertArrayEquals(new long[] {2, 2}, network.commits().biases()[1]);
    }

    @Test
    void passesAndComponentsOfExactSourcesHaveAClosedForm() {
        float[][] inputs = {{1f, -0.5f}};
        for (Optional<DeltaVecParameters> deltaVecs : exactSources(0.1f)) {
            ReferenceNetwork network = Networks.waves(2, 4, 2);
            HebbianMgdReference rule = integrating(deltaVecs, network);
            for (int n = 0; n < 10; n++) {
                rule.step(n, inputs[0], 0, 0.001f, ShownSamples.of(inputs, 0));
            }
            int probes = deltaVecs.isPresent() ? 1 + 6 : 0;
            assertEquals(10 * (2 + probes), rule.forwardPasses());
            assertEquals(10 * 6, rule.gradientComponents());
            assertEquals(10 * 6, rule.gradientComponentsStrict());
            assertArrayEquals(new long[] {10, 10}, network.toggles().biases()[1]);
            assertArrayEquals(new long[] {2, 2}, network.commits().biases()[1]);
        }
    }

    /** Signs only, integrated over 4 samples. */
    private static HebbianMgdReference integrating(Optional<DeltaVecParameters> deltaVecs, ReferenceNetwork network) {
        HebbianMgdParameters numbers = new HebbianMgdParameters(deltaVecs, true, 0f, 0f, 0.1f, 4, Optimizer.PLAIN);
        return new HebbianMgdReference(numbers, network, 2);
    }
}
