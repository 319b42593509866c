package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Commits by numbers that were computed by hand; they are exact in float where no tolerance is given. */
class GradientRegistersTest {
    private static final float[] NO_WEIGHT = {0f, 0f};

    private static float[] commit(GradientRegisters registers, float[] weights, float... rates) {
        float[] changes = new float[weights.length];
        registers.commit(0, weights, rates, changes);
        return changes;
    }

    private static Optimizer optimizer(Optimizer.Kind kind, boolean corrected, float weightDecay) {
        return new Optimizer(kind, 0.5f, 0.75f, 0.5f, corrected, weightDecay);
    }

    @Test
    void aPlainCommitAsksForTheRateTimesTheMeanAndStartsAnew() {
        GradientRegisters registers = new GradientRegisters(1, 2, Optimizer.PLAIN, 4);
        registers.add(0, new float[] {1f, -2f});
        registers.add(0, new float[] {3f, 0f});
        assertArrayEquals(new float[] {0.5f, -0.25f}, commit(registers, NO_WEIGHT, 0.5f));
        assertArrayEquals(new float[] {0f, -0f}, commit(registers, NO_WEIGHT, 0.5f), 0f);
        registers.add(0, new float[] {8f, 4f});
        assertArrayEquals(new float[] {4f, 2f}, commit(registers, NO_WEIGHT, 2f));
    }

    @Test
    void anIntegralIsTheSumSinceTheLastCommit() {
        GradientRegisters registers = new GradientRegisters(1, 3, Optimizer.PLAIN, 4);
        registers.add(0, new float[] {1f, -2f});
        registers.add(0, new float[] {3f, 0f});
        float[] integral = registers.integral(0, 2);
        assertArrayEquals(new float[] {4f, -2f}, integral);
        integral[0] = 9f;
        assertArrayEquals(new float[] {4f, -2f}, registers.integral(0, 2));
        commit(registers, NO_WEIGHT, 0.5f);
        assertArrayEquals(new float[] {0f, 0f}, registers.integral(0, 2), 0f);
    }

    /** g = 8 / 4 - ½ · 2 and 0 - ½ · -4. */
    @Test
    void decayPullsTheMeanTowardsMinusTheWeight() {
        GradientRegisters registers = new GradientRegisters(1, 2, optimizer(Optimizer.Kind.PLAIN, false, 0.5f), 4);
        registers.add(0, new float[] {8f, 0f});
        assertArrayEquals(new float[] {0.5f, 1f}, commit(registers, new float[] {2f, -4f}, 0.5f));
    }

    /** m = 2, then ½ · 2 + 1, then ½ · 2 + 0. */
    @Test
    void momentumKeepsHalfOfItsMomentAndTakesAllOfTheMean() {
        GradientRegisters registers = new GradientRegisters(1, 2, optimizer(Optimizer.Kind.MOMENTUM, false, 0f), 2);
        registers.add(0, new float[] {4f, 0f});
        assertArrayEquals(new float[] {1f, 0f}, commit(registers, NO_WEIGHT, 0.5f));
        registers.add(0, new float[] {2f, 0f});
        assertArrayEquals(new float[] {1f, 0f}, commit(registers, NO_WEIGHT, 0.5f));
        assertArrayEquals(new float[] {0.5f, 0f}, commit(registers, NO_WEIGHT, 0.5f));
    }

    /**
     * First g = 4: m = 2, v = ¼ · 16 = 4, x = ½ · 2 / (√4 + ½). Then g = 2: m = ½ · 2 + ½ · 2 = 2, v = ¾ · 4 + ¼ · 4 = 4, with r2 = 4:
     * x = ½ · 2 / (√16 + ½).
     */
    @Test
    void adamDividesItsMomentByTheRootOfItsSquareMoment() {
        GradientRegisters registers = new GradientRegisters(1, 2, optimizer(Optimizer.Kind.ADAM, true, 0f), 2);
        registers.add(0, new float[] {8f, -8f});
        assertArrayEquals(new float[] {1f / 2.5f, -1f / 2.5f}, commit(registers, NO_WEIGHT, 0.5f, 1f));
        registers.add(0, new float[] {4f, -4f});
        assertArrayEquals(new float[] {1f / 4.5f, -1f / 4.5f}, commit(registers, NO_WEIGHT, 0.5f, 4f));
    }

    /** 1 / (1 - ½) = 2, 1 / (1 - ¾) = 4; then 1 / (1 - ¼) and 1 / (1 - 9/16). */
    @Test
    void theWordsOfACommitCorrectForMomentsThatStartedFromZero() {
        float[] words = new float[2];
        optimizer(Optimizer.Kind.ADAM, true, 0f).words(0.5f, 1, words);
        assertArrayEquals(new float[] {1f, 4f}, words);
        optimizer(Optimizer.Kind.ADAM, true, 0f).words(0.75f, 2, words);
        assertArrayEquals(new float[] {1f, 16f / 7f}, words);
        optimizer(Optimizer.Kind.ADAM, false, 0f).words(0.75f, 2, words);
        assertArrayEquals(new float[] {0.75f, 1f}, words);
        float[] word = new float[1];
        optimizer(Optimizer.Kind.MOMENTUM, true, 0f).words(0.75f, 2, word);
        assertArrayEquals(new float[] {0.75f}, word);
    }

    /** Adam: 1 for the mean, 2 for m, 3 for v, 2 for r1 · m and r2 · v; one root and one division. */
    @Test
    void workOfACommitFollowsFromItsFormula() {
        assertWork(0, 2, 0, 1, optimizer(Optimizer.Kind.PLAIN, true, 0f));
        assertWork(0, 3, 0, 1, optimizer(Optimizer.Kind.PLAIN, true, 0.5f));
        assertWork(1, 3, 0, 1, optimizer(Optimizer.Kind.MOMENTUM, true, 0f));
        assertWork(2, 8, 2, 2, optimizer(Optimizer.Kind.ADAM, true, 0f));
        assertWork(2, 9, 2, 2, optimizer(Optimizer.Kind.ADAM, false, 0.5f));
    }

    private static void assertWork(int moments, int products, int divisions, int words, Optimizer optimizer) {
        assertEquals(moments, optimizer.moments());
        assertEquals(products, optimizer.multiplyAccumulates());
        assertEquals(divisions, optimizer.divisions());
        assertEquals(words, optimizer.words());
    }
}
