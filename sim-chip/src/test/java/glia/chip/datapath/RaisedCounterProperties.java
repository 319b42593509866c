package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Upright counters against one counter a synapse, over more adds than their planes hold. */
class RaisedCounterProperties {
    @Property(tries = 300)
    void countsAreThoseOfPlainCounting(
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll @IntRange(max = 300) int adds,
            @ForAll @IntRange(max = 100) int percentRaised,
            @ForAll long seed) {
        RandomFloats random = new RandomFloats(seed);
        RaisedCounter counter = new RaisedCounter(2, columns);
        int[][] counts = new int[2][columns];
        int[][] expected = new int[2][columns];
        for (int add = 0; add < adds; add++) {
            int row = random.below(2);
            long[] bits = new long[(columns + 63) / 64];
            for (int j = 0; j < columns; j++) {
                boolean raised = random.below(100) < percentRaised;
                bits[j / 64] |= (raised ? 1L : 0L) << j;
                expected[row][j] += raised ? 1 : 0;
            }
            counter.add(row, bits, counts[row]);
            if (random.below(100) == 0) {
                counter.settle(row, counts[row]);
            }
        }
        for (int row = 0; row < 2; row++) {
            counter.settle(row, counts[row]);
            assertArrayEquals(expected[row], counts[row]);
            counter.settle(row, counts[row]);
            assertArrayEquals(expected[row], counts[row], "settled twice");
        }
    }

    @Example
    void planesThatAreFullAreCountedByThemselves() {
        RaisedCounter counter = new RaisedCounter(1, 65);
        int[] counts = new int[65];
        for (int add = 0; add < 64; add++) {
            counter.add(0, new long[] {1, 1}, counts);
        }
        int[] expected = new int[65];
        expected[0] = 63;
        expected[64] = 63;
        assertArrayEquals(expected, counts);
        counter.settle(0, counts);
        expected[0] = 64;
        expected[64] = 64;
        assertArrayEquals(expected, counts);
    }
}
