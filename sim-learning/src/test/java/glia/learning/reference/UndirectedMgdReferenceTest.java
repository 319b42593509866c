package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Optimizer;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndirectedMgdReferenceTest {
    private static final float[] INPUT = {1f, 2f};

    private static UndirectedMgdParameters parameters(PerturbationPattern pattern, Periods periods) {
        return new UndirectedMgdParameters(pattern, false, 0.5f, false, periods, Optimizer.PLAIN, 4);
    }

    private static UndirectedMgdReference rule(PerturbationPattern pattern, Periods periods, ReferenceNetwork network) {
        return new UndirectedMgdReference(parameters(pattern, periods), network);
    }

    private static void step(ReferenceRule rule, long sample, float... input) {
        rule.step(sample, input, 0, 0.5f, Networks.NO_EXEMPLARS);
    }

    @Test
    void stepWithDrawnSignsEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        step(rule(PerturbationPattern.BERNOULLI, new Periods(1, 1, 1), network), 0, INPUT);
        // signs (-, +), (+, +), biases (-, +); z~ = (0, 2); ΔC = 2.5 - 0.5; c = 4; f = -2
        assertArrayEquals(new float[][] {{2f, -2f}, {-2f, -2f}}, network.weights()[0]);
        assertArrayEquals(new float[] {2f, -2f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{1, 1}, {1, 1}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {0, 0}}, network.potentiations().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 1}, {1, 1}}, network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {1, 1}, network.commits().biases()[0]);
        assertArrayEquals(new long[] {1, 0}, network.potentiations().biases()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
    }

    @Test
    void stepWithWalshCodesEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        step(rule(PerturbationPattern.WALSH, new Periods(1, 1, 1), network), 5, INPUT);
        // numbers 1 .. 6 and 101b: odd for 1, 3, 4, 6; z~ = (-1, -1); ΔC = 2.5 - 0.5; f = -2
        assertArrayEquals(new float[][] {{2f, -2f}, {2f, 2f}}, network.weights()[0]);
        assertArrayEquals(new float[] {-2f, 2f}, network.biases()[0]);
    }

    @Test
    void stepsOfOneParameterAfterTheOtherEqualHandComputedOnes() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        UndirectedMgdReference rule = rule(PerturbationPattern.SEQUENTIAL, new Periods(1, 1, 1), network);
        step(rule, 0, INPUT); // z~ = (0.5, 0); ΔC = 0.125 - 0.5; c = -0.75
        step(rule, 4, INPUT); // the first bias: z~ = (0.875, 0); ΔC = 0.0078125 - 0.1953125; c = -0.375
        assertArrayEquals(new float[][] {{0.375f, 0f}, {0f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {0.1875f, 0f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {0, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {0, 0}}, network.potentiations().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {0, 0}}, network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {1, 0}, network.commits().biases()[0]);
        assertArrayEquals(new long[] {1, 0}, network.toggles().biases()[0]);
        assertEquals(2, rule.gradientComponents());
        assertEquals(2, rule.gradientComponentsStrict());
    }

    @Test
    void updateWordsAreRoundedInTheOrderOfTheirFormula() {
        float epsilon = 0.3f;
        UndirectedMgdParameters numbers = new UndirectedMgdParameters(
                PerturbationPattern.SEQUENTIAL, false, epsilon, true, new Periods(1, 1, 1), Optimizer.PLAIN, 4);
        float gamma = (float) (1 / StrictMath.sqrt(6));
        for (int k = 1; k < 50; k++) {
            float rate = 0.07f * k;
            ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
            float costChange = network.cost(new float[] {epsilon, 0f}, 0) - 0.5f;
            new UndirectedMgdReference(numbers, network).step(0, INPUT, 0, rate, Networks.NO_EXEMPLARS);
            float c = (rate * costChange) / (epsilon * epsilon) * gamma;
            assertEquals(-c * epsilon, network.weights()[0][0][0]);
        }
    }

    @Test
    void stepWithSinusoidsEqualsItsFormula() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        UndirectedMgdReference rule = rule(PerturbationPattern.SINUSOID, new Periods(1, 1, 1), network);
        step(rule, 1, INPUT);
        float[] v = new float[6];
        for (int number = 0; number < 6; number++) {
            float sine = (float) StrictMath.sin(2 * StrictMath.PI * (number + 1) / 14);
            v[number] = (float) (StrictMath.sqrt(2) * 0.5) * sine;
        }
        float[] z = {(v[4] + v[0]) + 2f * v[2], (v[5] + v[1]) + 2f * v[3]};
        float f = -((0.5f * (network.cost(z, 0) - 0.5f)) / 0.25f);
        assertArrayEquals(new float[][] {{f * v[0], f * v[1]}, {f * v[2], f * v[3]}}, network.weights()[0]);
        assertArrayEquals(new float[] {f * v[4], f * v[5]}, network.biases()[0]);
        assertArrayEquals(new long[][] {{1, 1}, {1, 1}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[2][2], network.potentiations().synapses()[0]); // f < 0 < v
        assertEquals(0, rule.gradientComponents());
    }

    @Test
    void twoPassesWithOneCommitEqualHandComputedOnes() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        UndirectedMgdReference rule = rule(PerturbationPattern.BERNOULLI, new Periods(2, 1, 2), network);
        step(rule, 0, INPUT);
        // c = 2 / 0.25; then signs (+, +), (-, +), biases (+, -); z~ = (0, 1); c = 0.5 / 0.25
        // G = (3, -5), (-3, -5), biases (3, -3); x = 0.5 · (G · 0.5)
        assertArrayEquals(new float[][] {{0.75f, -1.25f}, {-0.75f, -1.25f}}, network.weights()[0]);
        assertArrayEquals(new float[] {0.75f, -0.75f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{1, 1}, {1, 1}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {0, 0}}, network.potentiations().synapses()[0]);
        assertArrayEquals(new long[] {2, 2}, network.toggles().biases()[0]);
        assertEquals(3, rule.forwardPasses());
    }

    @Test
    void perturbationsThatStayAreDrivenOnce() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        step(rule(PerturbationPattern.BERNOULLI, new Periods(2, 2, 2), network), 0, INPUT);
        assertArrayEquals(new float[][] {{2f, -2f}, {-2f, -2f}}, network.weights()[0]); // G = 2 · 4
        assertArrayEquals(new long[][] {{1, 1}, {1, 1}}, network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
    }

    @Test
    void gammaHalvesTheStepWhereItsRootIsTwo() {
        float[][][] steps = new float[2][][];
        for (int k = 0; k < 2; k++) {
            ReferenceNetwork network = Networks.oneLayer(6, 0f); // 7 parameters, 2 passes: √(1 + 6 / 2)
            UndirectedMgdParameters numbers = new UndirectedMgdParameters(
                    PerturbationPattern.BERNOULLI, false, 0.3f, k == 1, new Periods(2, 2, 2), Optimizer.PLAIN, 4);
            step(new UndirectedMgdReference(numbers, network), 0, 1f, 2f, 3f, -1f, 0.5f, 0.1f);
            steps[k] = network.weights()[0];
        }
        for (int i = 0; i < 6; i++) {
            assertTrue(steps[0][i][0] != 0f);
            assertEquals(steps[0][i][0] * 0.5f, steps[1][i][0]);
        }
    }

    @Test
    void onlyOneLayerIsPerturbedAndChangedLayerByLayer() {
        ReferenceNetwork network = ReferenceNetworkTest.waves(ActivationFunction.IDENTITY, CostFunction.MSE, 2, 2, 2);
        network.weights()[1] = new float[2][2]; // what the first layer does is not seen
        float[][][] before = Networks.parameters(network);
        UndirectedMgdParameters numbers = new UndirectedMgdParameters(
                PerturbationPattern.BERNOULLI, true, 0.5f, false, new Periods(1, 1, 1), Optimizer.PLAIN, 4);
        UndirectedMgdReference rule = new UndirectedMgdReference(numbers, network);
        step(rule, 0, INPUT);
        assertArrayEquals(before, Networks.parameters(network));
        assertArrayEquals(new long[] {0, 0}, network.commits().biases()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
        assertArrayEquals(new long[] {0, 0}, network.toggles().biases()[1]);
        step(rule, 1, INPUT);
        assertArrayEquals(before[0], Networks.parameters(network)[0]);
        assertArrayEquals(new long[][] {{1, 1}, {1, 1}}, network.commits().synapses()[1]);
        assertArrayEquals(new long[2][2], network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 1}, {1, 1}}, network.toggles().synapses()[1]);
        assertArrayEquals(new long[][] {{1, 1}, {1, 1}}, network.toggles().synapses()[0]);
    }

    @Test
    void oneParameterAfterTheOtherApproximatesTheGradient() {
        ReferenceNetwork network = Networks.waves(2, 3, 2);
        float[] input = {1f, -0.5f};
        float[][][] before = Networks.parameters(network);
        double[][][] gradient = Networks.gradient(network, input, 1);
        UndirectedMgdParameters numbers = new UndirectedMgdParameters(
                PerturbationPattern.SEQUENTIAL, false, 0.003f, false, new Periods(17, 1, 17), Optimizer.PLAIN, 0);
        UndirectedMgdReference rule = new UndirectedMgdReference(numbers, network);
        rule.step(0, input, 1, 17f, Networks.NO_EXEMPLARS);
        float[][][] after = Networks.parameters(network);
        for (int l = 0; l < 2; l++) {
            for (int i = 0; i < before[l].length; i++) {
                for (int j = 0; j < before[l][i].length; j++) {
                    double change = after[l][i][j] - before[l][i][j];
                    assertEquals(-gradient[l][i][j], change, 0.003, l + " " + i + " " + j);
                }
            }
        }
        assertEquals(17, rule.gradientComponents());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "4, 1, 1", "1, 3, 4", "4, 2, 6", "6, 5, 4", "5, 7, 3", "3, 1, 100"})
    void passesAndTogglesHaveAClosedForm(int sample, int perturbation, int update) {
        ReferenceNetwork network = Networks.oneLayer(2, 0.3f, 0.7f);
        Periods periods = new Periods(sample, perturbation, update);
        UndirectedMgdReference rule = rule(PerturbationPattern.BERNOULLI, periods, network);
        for (int n = 0; n < 10; n++) {
            rule.step(n, INPUT, 0, 0.001f, Networks.NO_EXEMPLARS);
        }
        int passes = 10 * sample;
        int both = sample * update / greatestCommonDivisor(sample, update);
        assertEquals(passes + 10 + multiples(passes, update) - multiples(passes, both), rule.forwardPasses());
        assertEquals(multiples(passes, perturbation), network.toggles().biases()[0][0]);
        assertEquals(passes / update, network.commits().biases()[0][0]);
    }

    /** How many of 0 .. bound - 1 a divisor divides. */
    private static int multiples(int bound, int divisor) {
        return (bound + divisor - 1) / divisor;
    }

    private static int greatestCommonDivisor(int first, int second) {
        return second == 0 ? first : greatestCommonDivisor(second, first % second);
    }

    @Test
    void passesOfASampleEqualSamplesOfOnePassWhereEachCommits() {
        ReferenceNetwork once = Networks.waves(2, 3, 2);
        step(rule(PerturbationPattern.BERNOULLI, new Periods(3, 2, 1), once), 0, INPUT);
        ReferenceNetwork thrice = Networks.waves(2, 3, 2);
        UndirectedMgdReference rule = rule(PerturbationPattern.BERNOULLI, new Periods(1, 2, 1), thrice);
        for (int n = 0; n < 3; n++) {
            step(rule, n, INPUT);
        }
        assertArrayEquals(Networks.parameters(thrice), Networks.parameters(once));
    }

    @Test
    void divergenceNamesTheSample() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        UndirectedMgdReference rule = rule(PerturbationPattern.BERNOULLI, new Periods(1, 1, 1), network);
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> step(rule, 17, Float.MAX_VALUE, 1f));
        assertEquals("diverged at sample 17: ΔC is Infinity", thrown.getMessage());
        network.weights()[0][0][0] = Float.MAX_VALUE;
        thrown = assertThrows(IllegalStateException.class, () -> step(rule, 18, INPUT));
        assertEquals("diverged at sample 18: C0 is Infinity", thrown.getMessage());
    }

    @Test
    void numbersThatDoNotFitAreRejected() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        for (int k = 0; k < 3; k++) {
            Periods periods = new Periods(k == 0 ? 0 : 1, k == 1 ? 0 : 1, k == 2 ? 0 : 1);
            assertThrows(IllegalArgumentException.class, () -> rule(PerturbationPattern.WALSH, periods, network));
        }
        UndirectedMgdParameters numbers = new UndirectedMgdParameters(
                PerturbationPattern.WALSH, true, 0.5f, false, new Periods(1, 1, 1), Optimizer.PLAIN, 4);
        assertThrows(IllegalArgumentException.class, () -> new UndirectedMgdReference(numbers, network));
        UndirectedMgdReference rule = rule(PerturbationPattern.WALSH, new Periods(1, 1, 1), network);
        assertThrows(IllegalArgumentException.class, () -> rule.step(0, INPUT, 2, 0.5f, Networks.NO_EXEMPLARS));
    }
}
