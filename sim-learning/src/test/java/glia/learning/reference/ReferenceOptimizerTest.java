package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.datapath.Optimizer;
import org.junit.jupiter.api.Test;

class ReferenceOptimizerTest {
    private final ReferenceNetwork network = Networks.oneLayer(1, 1f);

    /** Asks for a change of the only bias, and of the only weight ten times as large. */
    private static void take(ReferenceOptimizer optimizer, float change) {
        optimizer.take(0, 1f, RankOneElements.of(new float[] {10f}, new float[] {change}), true);
    }

    private static Optimizer adam(boolean corrected, float smallest) {
        return new Optimizer(Optimizer.Kind.ADAM, 0.5f, 0.75f, smallest, corrected, 0f);
    }

    @Test
    void onlyPlainChangesOfEachPassWithoutDecayAreDirect() {
        Optimizer momentum = new Optimizer(Optimizer.Kind.MOMENTUM, 0f, 0f, 0f, false, 0f);
        assertTrue(new ReferenceOptimizer(Optimizer.PLAIN, 1, network).direct());
        assertFalse(new ReferenceOptimizer(Optimizer.PLAIN, 2, network).direct());
        assertFalse(new ReferenceOptimizer(Networks.plain(0.5f), 1, network).direct());
        assertFalse(new ReferenceOptimizer(momentum, 1, network).direct());
    }

    @Test
    void directChangesAreMadeAndCountedAtOnce() {
        ReferenceOptimizer optimizer = new ReferenceOptimizer(Optimizer.PLAIN, 1, network);
        take(optimizer, 0.5f);
        optimizer.take(0, 1f, RankOneElements.of(new float[] {0f}, new float[] {-1f}), true);
        optimizer.take(0, 0f, RankOneElements.of(new float[] {1f}, new float[] {1f}), false);
        optimizer.endPass(0, 7f);
        assertEquals(5f, network.weights()[0][0][0]);
        assertEquals(0.5f, network.biases()[0][0]);
        assertEquals(1, network.commits().synapses()[0][0][0]);
        assertEquals(2, network.commits().biases()[0][0]);
        assertEquals(1, network.potentiations().synapses()[0][0][0]);
        assertEquals(1, network.potentiations().biases()[0][0]);
    }

    @Test
    void plainCommitsTheMeanOfItsPassesAndStartsAgain() {
        ReferenceOptimizer optimizer = new ReferenceOptimizer(Optimizer.PLAIN, 2, network);
        for (int t = 0; t < 3; t++) {
            take(optimizer, t);
            optimizer.endPass(t, 0.5f);
        }
        assertEquals(1.25f, network.biases()[0][0]); // 1 + 0.5 · (0 + 1) / 2
        assertEquals(2.5f, network.weights()[0][0][0]);
        assertEquals(1, network.commits().biases()[0][0]);
        take(optimizer, -6f);
        optimizer.endPass(3, 0.25f);
        assertEquals(0.75f, network.biases()[0][0]); // 1.25 + 0.25 · (2 - 6) / 2
        assertEquals(2, network.commits().biases()[0][0]);
        assertEquals(1, network.potentiations().biases()[0][0]);
    }

    @Test
    void weightDecayPullsWeightsAndBiasesDown() {
        ReferenceOptimizer optimizer = new ReferenceOptimizer(Networks.plain(0.5f), 1, network);
        network.weights()[0][0][0] = -4f;
        take(optimizer, 0.25f);
        optimizer.endPass(0, 0.5f);
        assertEquals(0.875f, network.biases()[0][0]); // 1 + 0.5 · (0.25 - 0.5 · 1)
        assertEquals(-1.75f, network.weights()[0][0][0]); // -4 + 0.5 · (2.5 + 0.5 · 4)
        assertEquals(0, network.potentiations().biases()[0][0]);
        assertEquals(1, network.potentiations().synapses()[0][0][0]);
    }

    @Test
    void twoCommitsWithMomentumEqualHandComputedOnes() {
        Optimizer momentum = new Optimizer(Optimizer.Kind.MOMENTUM, 0.5f, 0f, 0f, false, 0f);
        ReferenceOptimizer optimizer = new ReferenceOptimizer(momentum, 1, network);
        take(optimizer, 1f);
        optimizer.endPass(0, 0.5f);
        assertEquals(1.5f, network.biases()[0][0]); // m = 1
        take(optimizer, -2f);
        optimizer.endPass(1, 0.25f);
        assertEquals(1.125f, network.biases()[0][0]); // m = 0.5 · 1 - 2 = -1.5
        assertEquals(1.25f, network.weights()[0][0][0]); // 0.5 · 10 - 0.25 · 15
        assertEquals(2, network.commits().biases()[0][0]);
        assertEquals(1, network.potentiations().biases()[0][0]);
    }

    @Test
    void twoCommitsWithAdamEqualHandComputedOnes() {
        ReferenceOptimizer optimizer = new ReferenceOptimizer(adam(false, 2f), 1, network);
        take(optimizer, 4f);
        optimizer.endPass(0, 0.5f);
        assertEquals(1.25f, network.biases()[0][0]); // m = 2, v = 4, x = 0.5 · 2 / (2 + 2)
        take(optimizer, 2f);
        optimizer.endPass(1, 0.25f);
        assertEquals(1.375f, network.biases()[0][0]); // m = 1 + 1, v = 3 + 1, x = 0.25 · 2 / (2 + 2)
        assertEquals(2, network.potentiations().biases()[0][0]);
    }

    @Test
    void twoCommitsWithCorrectedAdamEqualHandComputedOnes() {
        ReferenceOptimizer optimizer = new ReferenceOptimizer(adam(true, 4f), 1, network);
        take(optimizer, 4f);
        optimizer.endPass(0, 0.5f);
        assertEquals(1.25f, network.biases()[0][0]); // m = 2, v = 4, r1 = 1, r2 = 4, x = 1 · 2 / (√16 + 4)
        take(optimizer, 2f);
        optimizer.endPass(1, 0.5f);
        float r1 = (float) (0.5 / 0.75);
        float r2 = (float) (1 / 0.4375);
        float x = r1 * 2f / ((float) Math.sqrt(r2 * 4f) + 4f); // m = 1 + 1, v = 3 + 1
        assertEquals(1.25f + x, network.biases()[0][0]);
    }

    @Test
    void commitsAreRoundedInTheOrderOfTheirFormula() {
        float mu = 0.9f;
        float nu = 0.99f;
        Optimizer numbers = new Optimizer(Optimizer.Kind.ADAM, mu, nu, 1e-3f, true, 0.1f);
        ReferenceOptimizer optimizer = new ReferenceOptimizer(numbers, 3, network);
        float m = 0f;
        float v = 0f;
        for (int t = 1; t < 50; t++) {
            float w = 0.3f * (t % 4); // beside 0 the last bit of a step is seen
            network.biases()[0][0] = w;
            take(optimizer, 0.7f - 0.03f * t);
            optimizer.endPass(3 * t - 1, 0.02f);
            float g = Math.fma(-0.1f, w, (0.7f - 0.03f * t) * (1f / 3));
            m = Math.fma(mu, m, (1f - mu) * g);
            v = Math.fma(nu, v, ((1f - nu) * g) * g);
            float r1 = (float) (0.02f / (1 - StrictMath.pow(mu, t)));
            float r2 = (float) (1 / (1 - StrictMath.pow(nu, t)));
            w = w + (r1 * m) / ((float) Math.sqrt(r2 * v) + 1e-3f);
            assertEquals(w, network.biases()[0][0], "commit " + t);
        }
    }

    @Test
    void decayIsFusedWithItsSubtraction() {
        ReferenceOptimizer optimizer = new ReferenceOptimizer(Networks.plain(0.1f), 1, network);
        network.biases()[0][0] = 3f;
        take(optimizer, 0.1f * 3f);
        optimizer.endPass(0, 0.5f); // what is left is the error of the rounded product
        assertEquals(1, network.potentiations().biases()[0][0]);
    }

    @Test
    void momentumIsRoundedInTheOrderOfItsFormula() {
        Optimizer numbers = new Optimizer(Optimizer.Kind.MOMENTUM, 0.9f, 0f, 0f, false, 0f);
        ReferenceOptimizer optimizer = new ReferenceOptimizer(numbers, 1, network);
        float m = 0f;
        for (int t = 0; t < 50; t++) {
            network.biases()[0][0] = 0f;
            take(optimizer, 0.7f - 0.03f * t);
            optimizer.endPass(t, 0.02f);
            m = Math.fma(0.9f, m, 0.7f - 0.03f * t);
            assertEquals(0.02f * m, network.biases()[0][0], "commit " + t);
        }
    }

    @Test
    void commitsThatChangeNothingAreNotCounted() {
        ReferenceOptimizer optimizer = new ReferenceOptimizer(adam(false, 2f), 1, network);
        take(optimizer, 4f);
        optimizer.endPass(0, 0.5f);
        take(optimizer, -4f);
        optimizer.endPass(1, 0.5f); // m = 1 - 2
        assertEquals(2, network.commits().biases()[0][0]);
        take(optimizer, 1f);
        optimizer.endPass(2, 0.5f); // m = -0.5 + 0.5
        assertEquals(2, network.commits().biases()[0][0]);
        assertArrayEquals(new long[] {1}, network.potentiations().biases()[0]);
    }
}
