package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.datapath.Optimizer;
import glia.core.random.RandomStream;
import glia.learning.part.NodePerturbationParameters;
import glia.learning.part.Periods;
import org.junit.jupiter.api.Test;

class NodePerturbationReferenceTest {
    private static NodePerturbationReference rule(Periods periods, ReferenceNetwork network) {
        return new NodePerturbationReference(
                new NodePerturbationParameters(0.5f, periods, Optimizer.PLAIN, 5), network);
    }

    private static void step(ReferenceRule rule, long sample, float... input) {
        rule.step(sample, input, 0, 0.5f, Networks.NO_EXEMPLARS);
    }

    @Test
    void stepEqualsHandComputedOne() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        NodePerturbationReference rule = rule(new Periods(1, 1, 1), network);
        step(rule, 0, 2f, -0f);
        // signs (+, -); z~ = (0.5, -0.5); ΔC = 0.25 - 0.5; c = -0.5; f = 0.25
        assertArrayEquals(new float[][] {{0.5f, -0.5f}, {0f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {0.25f, -0.25f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{1, 1}, {0, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[][] {{1, 0}, {0, 0}}, network.potentiations().synapses()[0]);
        assertArrayEquals(new long[] {1, 1}, network.commits().biases()[0]);
        assertArrayEquals(new long[] {1, 0}, network.potentiations().biases()[0]);
        assertArrayEquals(new long[2][2], network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
        assertEquals(2, rule.forwardPasses());
        assertEquals(0, rule.gradientComponents());
        assertEquals(0, rule.gradientComponentsStrict());
    }

    @Test
    void signsComeFromTheWordsOfTheirLayerAndStep() {
        ReferenceNetwork network = Networks.waves(2, 3, 70);
        float[] before = network.biases()[1].clone();
        step(rule(new Periods(1, 3, 1), network), 8, 1f, -0.5f); // perturbation step 2
        RandomStream stream = RandomStream.of(5, 12).sub(1).sub(2);
        float side = 0f;
        for (int j = 0; j < 70; j++) {
            boolean minus = (stream.bits(j < 64 ? 0 : 1) >> (j & 63) & 1) != 0;
            float change = Math.signum(network.biases()[1][j] - before[j]) * (minus ? -1f : 1f);
            side = j == 0 ? change : side;
            assertEquals(side, change, "neuron " + j);
        }
        assertEquals(1f, Math.abs(side));
    }

    @Test
    void activationsAreThoseOfTheLatestBaselinePass() {
        float[] input = {1f, -0.5f};
        ReferenceNetwork once = Networks.waves(2, 3, 2);
        step(rule(new Periods(3, 2, 1), once), 0, input);
        ReferenceNetwork thrice = Networks.waves(2, 3, 2);
        NodePerturbationReference rule = rule(new Periods(1, 2, 1), thrice);
        for (int n = 0; n < 3; n++) {
            step(rule, n, input);
        }
        assertArrayEquals(Networks.parameters(thrice), Networks.parameters(once));
    }

    @Test
    void changesOfSeveralPassesAreIntegratedWithoutTheRate() {
        ReferenceNetwork network = Networks.oneLayer(2, 0f, 0f);
        step(rule(new Periods(2, 2, 2), network), 0, 2f, 0f); // twice f = 0.5, then 0.5 · (1 / 2)
        assertArrayEquals(new float[][] {{0.5f, -0.5f}, {0f, 0f}}, network.weights()[0]);
        assertArrayEquals(new float[] {0.25f, -0.25f}, network.biases()[0]);
        assertArrayEquals(new long[][] {{1, 1}, {0, 0}}, network.commits().synapses()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
    }
}
