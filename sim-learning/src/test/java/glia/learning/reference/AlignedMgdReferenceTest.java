package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.datapath.Optimizer;
import glia.core.random.RandomStream;
import glia.learning.part.AlignedMgdParameters;
import glia.learning.part.Periods;
import org.junit.jupiter.api.Test;

class AlignedMgdReferenceTest {
    private static AlignedMgdReference rule(float agreement, Periods periods, ReferenceNetwork network) {
        return new AlignedMgdReference(
                new AlignedMgdParameters(agreement, 0.5f, periods, Optimizer.PLAIN, 2), network, 2);
    }

    private static void step(ReferenceRule rule, long sample, float... input) {
        rule.step(sample, input, 0, 0.5f, Networks.NO_EXEMPLARS);
    }

    @Test
    void stepWithFullAgreementEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(3, 3f, 0.5f);
        AlignedMgdReference rule = rule(1f, new Periods(1, 1, 1), network);
        step(rule, 0, 1f, -2f, -0f);
        // e = (2, 0.5); z~ = (3 + 0.5 + 0.5 + 1, 0.5 + 2); ΔC = 11.125 - 2.125; c = 18; f = -9
        assertArrayEquals(new float[][] {{-9f, -9f}, {9f, 9f}, {0f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {-6f, -8.5f}, network.biases()[0]);
        assertArrayEquals(
                new long[][] {{1, 1}, {1, 1}, {0, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(
                new long[][] {{0, 0}, {1, 1}, {0, 0}}, network.potentiations().synapses()[0]);
        assertArrayEquals(
                new long[][] {{1, 1}, {1, 1}, {0, 0}}, network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
        assertEquals(2, rule.forwardPasses());
        assertEquals(8, rule.gradientComponents());
        assertEquals(8, rule.gradientComponentsStrict());
    }

    @Test
    void stepWithDrawnSignsEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 3f, 0.5f);
        step(rule(0f, new Periods(1, 1, 1), network), 0, 1f, -2f);
        // minus for (1, 0), (1, 1), biases (0, 1); z~ = (2, -0.5); ΔC = 0.625 - 2.125; c = -3; f = 1.5
        assertArrayEquals(new float[][] {{-1.5f, 1.5f}, {1.5f, 1.5f}}, network.weights()[0]);
        assertArrayEquals(new float[] {4.5f, -1f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{0, 1}, {1, 1}}, network.potentiations().synapses()[0]);
        assertArrayEquals(new long[] {1, 0}, network.potentiations().biases()[0]);
    }

    @Test
    void signsAreFlippedWhereTheirDrawIsBelowTheThreshold() {
        ReferenceNetwork network = Networks.waves(2, 8, 5);
        float[] input = {1f, -0.5f};
        float[][][] before = Networks.parameters(network);
        BaselinePass baseline = BaselinePass.of(network, input, 0);
        float[][] deltas = BackwardPass.deltas(network, baseline, 2);
        step(rule(0.25f, new Periods(1, 1, 1), network), 3, input);
        RandomStream stream = RandomStream.of(2, 13).sub(1).sub(3);
        float side = 0f;
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 5; j++) {
                boolean minus = stream.uniform(5 * i + j) < 0.375; // (1 - 0.25) / 2
                float gradient = (i < 8 ? baseline.activations()[1][i] : 1f) * deltas[1][j];
                float change = Networks.parameters(network)[1][i][j] - before[1][i][j];
                float agreement = Math.signum(change) * Math.signum(gradient) * (minus ? -1f : 1f);
                side = i + j == 0 ? agreement : side;
                assertEquals(side, agreement, i + " " + j);
            }
        }
        assertEquals(1f, Math.abs(side));
    }

    @Test
    void deltasAreThoseOfTheLatestBaselinePass() {
        float[] input = {1f, -0.5f};
        ReferenceNetwork once = Networks.waves(2, 3, 2);
        AlignedMgdReference rule = rule(0.5f, new Periods(3, 1, 1), once);
        step(rule, 0, input);
        assertEquals(3 * 17, rule.gradientComponents());
        ReferenceNetwork thrice = Networks.waves(2, 3, 2);
        AlignedMgdReference oneByOne = rule(0.5f, new Periods(1, 1, 1), thrice);
        for (int n = 0; n < 3; n++) {
            step(oneByOne, n, input);
        }
        assertArrayEquals(Networks.parameters(thrice), Networks.parameters(once));
    }

    @Test
    void backwardPassesFollowBaselinePassesOnly() {
        ReferenceNetwork network = Networks.waves(2, 3, 2);
        AlignedMgdReference rule = rule(0.5f, new Periods(4, 1, 2), network);
        step(rule, 0, 1f, -0.5f);
        assertEquals(2 + 4, rule.forwardPasses());
        assertEquals(2 * 17, rule.gradientComponents());
    }

    @Test
    void perturbationsThatStayAreRejected() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> rule(0.5f, new Periods(2, 2, 1), network));
        assertEquals("perturbationPeriod is 2; expected 1", thrown.getMessage());
    }
}
