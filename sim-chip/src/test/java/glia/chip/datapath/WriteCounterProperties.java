package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WriteCounterProperties {
    /** What one sample does. A commit belongs to the toggle before it, if there was one that was not committed yet. */
    private enum Step {
        TOGGLE_AND_COMMIT,
        TOGGLE,
        COMMIT,
        SETTLE,
        TOGGLE_SETTLE_COMMIT
    }

    /** One counter a synapse. */
    private static final class Naive {
        private final int[][] toggles;
        private final int[][] commits;
        private final int[][] potentiations;

        Naive(int rows, int columns) {
            toggles = new int[rows][columns];
            commits = new int[rows][columns];
            potentiations = new int[rows][columns];
        }

        void toggle(float[] rows, float[] columns) {
            visit(rows, columns, (i, j) -> toggles[i][j]++);
        }

        void commit(float factor, float[] rows, float[] columns) {
            visit(rows, columns, (i, j) -> {
                commits[i][j]++;
                boolean raises = Math.signum(factor) * Math.signum(rows[i]) * Math.signum(columns[j]) > 0;
                potentiations[i][j] += raises ? 1 : 0;
            });
        }

        private interface Visitor {
            void visit(int i, int j);
        }

        private static void visit(float[] rows, float[] columns, Visitor visitor) {
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    if (rows[i] != 0f && columns[j] != 0f) {
                        visitor.visit(i, j);
                    }
                }
            }
        }
    }

    @Property(tries = 500)
    void countsAreThoseOfACounterASynapse(
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll @IntRange(max = 300) int samples,
            @ForAll @IntRange(max = 100) int percentZero,
            @ForAll long seed) {
        WriteCounter counter = new WriteCounter(rows, columns);
        Naive naive = new Naive(rows, columns);
        RandomFloats random = new RandomFloats(seed);
        Step before = Step.SETTLE;
        for (int sample = 0; sample < samples; sample++) {
            Step step = draw(random);
            if (step == Step.COMMIT && before == Step.TOGGLE) {
                step = Step.TOGGLE_AND_COMMIT;
            }
            sample(step, counter, naive, random, percentZero, percentZero);
            before = step;
        }
        assertAgree(counter, naive);
    }

    /** As the chip does it: every sample toggles, nearly every one commits the same pattern, and columns are rarely 0. */
    @Property(tries = 300)
    void aToggleASampleAndSometimesNoCommit(
            @ForAll @IntRange(max = 200) int samples, @ForAll @IntRange(max = 10) int rarely, @ForAll long seed) {
        WriteCounter counter = new WriteCounter(4, 5);
        Naive naive = new Naive(4, 5);
        RandomFloats random = new RandomFloats(seed);
        for (int sample = 0; sample < samples; sample++) {
            Step step = random.below(100) < rarely ? Step.TOGGLE : Step.TOGGLE_AND_COMMIT;
            sample(step, counter, naive, random, 30, sample / 64 % 2 == 0 ? 0 : 30);
            if (sample == 100) {
                assertAgree(counter, naive);
            }
        }
        assertAgree(counter, naive);
    }

    private static Step draw(RandomFloats random) {
        int drawn = random.below(100);
        if (drawn < 96) {
            return Step.values()[drawn % 3];
        }
        return drawn < 98 ? Step.SETTLE : Step.TOGGLE_SETTLE_COMMIT;
    }

    private static void sample(
            Step step,
            WriteCounter counter,
            Naive naive,
            RandomFloats random,
            int percentZero,
            int columnsPercentZero) {
        if (step == Step.SETTLE) {
            counter.settle();
            return;
        }
        float[] rows = random.array(naive.commits.length, percentZero);
        float[] columns = random.array(naive.commits[0].length, columnsPercentZero);
        if (step != Step.COMMIT) {
            counter.toggle(rows, columns);
            naive.toggle(rows, columns);
        }
        if (step == Step.TOGGLE_SETTLE_COMMIT) {
            counter.settle();
        }
        if (step != Step.TOGGLE) {
            float factor = random.next(0);
            counter.commit(factor, rows, columns);
            naive.commit(factor, rows, columns);
        }
    }

    private static void assertAgree(WriteCounter counter, Naive naive) {
        counter.settle();
        for (int i = 0; i < naive.commits.length; i++) {
            assertArrayEquals(naive.toggles[i], counter.toggles(i));
            assertArrayEquals(naive.commits[i], counter.commits(i));
            assertArrayEquals(naive.potentiations[i], counter.potentiations(i));
        }
        assertEquals(sum(naive.toggles), counter.totalToggles());
        assertEquals(sum(naive.commits), counter.totalCommits());
        assertEquals(sum(naive.potentiations), counter.totalPotentiations());
    }

    private static long sum(int[][] counts) {
        return Arrays.stream(counts).flatMapToInt(IntStream::of).sum();
    }

    @Example
    void countsComeByThemselvesEvery64Samples() {
        WriteCounter counter = new WriteCounter(1, 1);
        float[] one = {1f};
        for (int sample = 0; sample < 63; sample++) {
            counter.commit(1f, one, one);
        }
        assertEquals(0, counter.totalCommits());
        counter.commit(1f, one, one);
        assertEquals(64, counter.totalCommits());
        counter.commit(-1f, one, one);
        counter.settle();
        assertEquals(65, counter.totalCommits());
        assertEquals(64, counter.totalPotentiations());
    }

    /** A factor can fall below the smallest float while the update word is not 0: the pulse is applied all the same. */
    @Example
    void aFactorThatVanishedKeepsItsSign() {
        WriteCounter counter = new WriteCounter(1, 2);
        counter.commit(-0f, new float[] {1f}, new float[] {1f, -1f});
        counter.commit(0f, new float[] {1f}, new float[] {1f, -1f});
        counter.settle();
        assertArrayEquals(new int[] {2, 2}, counter.commits(0));
        assertArrayEquals(new int[] {1, 1}, counter.potentiations(0));
    }
}
