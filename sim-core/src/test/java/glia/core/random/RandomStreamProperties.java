package glia.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RandomStreamProperties {
    @Property(tries = 200)
    void aDrawDoesNotDependOnTheDrawsBeforeIt(@ForAll long seed, @ForAll long number) {
        RandomStream stream = RandomStream.of(seed, number);
        long[] forwards = IntStream.range(0, 50).mapToLong(stream::bits).toArray();
        stream.permutation(20);
        stream.gaussian(3);
        for (int index = 49; index >= 0; index -= 3) {
            assertEquals(forwards[index], stream.bits(index));
            assertEquals(forwards[index], RandomStream.of(seed, number).bits(index));
        }
    }

    /** The JDK's own generator is the same algorithm with a state. */
    @Property(tries = 200)
    void drawsAreThoseOfSplitMix64(@ForAll long key) {
        SplittableRandom random = new SplittableRandom(key);
        RandomStream stream = new RandomStream(key);
        for (int index = 1; index < 20; index++) {
            assertEquals(random.nextLong(), stream.bits(index));
        }
    }

    @Property
    void differentStreamsDiffer(@ForAll long seed, @ForAll long one, @ForAll long other) {
        Assume.that(one != other);
        assertNotEquals(RandomStream.of(seed, one), RandomStream.of(seed, other));
        assertNotEquals(RandomStream.of(one, seed), RandomStream.of(other, seed));
        RandomStream stream = RandomStream.of(seed, 0);
        assertNotEquals(stream.sub(one), stream.sub(other));
        assertNotEquals(stream, stream.sub(one));
        assertNotEquals(stream.bits(one), stream.bits(other));
        assertNotEquals(stream.sub(one).bits(0), stream.sub(other).bits(0));
    }

    @Property
    void wholeNumbersStayBelowTheirBound(@ForAll long seed, @ForAll long index, @ForAll @IntRange(min = 1) int bound) {
        int drawn = RandomStream.of(seed, 1).below(index, bound);
        assertTrue(drawn >= 0 && drawn < bound);
    }

    @Property
    void uniformNumbersStayBelowOne(@ForAll long seed, @ForAll long index) {
        double drawn = RandomStream.of(seed, 1).uniform(index);
        assertTrue(drawn >= 0 && drawn < 1);
        assertEquals(drawn, Math.rint(drawn * 0x1p53) * 0x1p-53);
    }

    @Property
    void aPermutationHoldsEveryNumberOnce(@ForAll long seed, @ForAll @IntRange(max = 300) int size) {
        int[] order = RandomStream.of(seed, 2).permutation(size);
        assertArrayEquals(order, RandomStream.of(seed, 2).permutation(size));
        Arrays.sort(order);
        assertArrayEquals(IntStream.range(0, size).toArray(), order);
    }

    @Example
    void everyPlaceOfAPermutationHoldsEveryNumberAboutAlikeOften() {
        int[][] counts = new int[5][5];
        for (int seed = 0; seed < 20_000; seed++) {
            int[] order = RandomStream.of(seed, 3).permutation(5);
            for (int place = 0; place < 5; place++) {
                counts[place][order[place]]++;
            }
        }
        for (int[] place : counts) {
            for (int count : place) {
                assertEquals(4000, count, 300);
            }
        }
    }

    @Example
    void gaussianNumbersHaveMeanZeroAndVarianceOne() {
        RandomStream stream = RandomStream.of(42, 7);
        int draws = 100_000;
        double[] moments = new double[5];
        for (int index = 0; index < draws; index++) {
            double drawn = stream.gaussian(index);
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(drawn, power) / draws;
            }
        }
        assertEquals(0, moments[1], 0.015);
        assertEquals(1, moments[2], 0.025);
        assertEquals(0, moments[3], 0.05);
        assertEquals(3, moments[4], 0.15);
    }

    @Example
    void everyBitIsSetAboutHalfTheTimeAndBelowIsUniform() {
        RandomStream stream = RandomStream.of(1, 1);
        int[] set = new int[64];
        int[] drawn = new int[10];
        for (int index = 0; index < 20_000; index++) {
            long bits = stream.bits(index);
            for (int bit = 0; bit < 64; bit++) {
                set[bit] += (int) (bits >>> bit & 1);
            }
            drawn[stream.below(index, 10)]++;
        }
        Arrays.stream(set).forEach(count -> assertEquals(10_000, count, 350));
        Arrays.stream(drawn).forEach(count -> assertEquals(2_000, count, 200));
    }

    @Example
    void refusesABoundBelowOne() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> RandomStream.of(1, 1).below(0, 0));
        assertEquals("bound is 0; expected at least 1", refusal.getMessage());
    }
}
