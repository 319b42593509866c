package glia.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SplitProperties {
    @Property
    void everySampleIsOnExactlyOneSide(
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll @IntRange(min = 1, max = 199) int wanted,
            @ForAll long seed) {
        int testCount = Math.min(wanted, size - 1);
        TrainAndTest split = Split.byCount(numbered(size), testCount, seed);
        assertEquals(testCount, split.test().size());
        double[] all = DoubleStream.concat(values(split.train()), values(split.test()))
                .sorted()
                .toArray();
        assertArrayEquals(values(numbered(size)).toArray(), all);
    }

    @Property(tries = 50)
    void theSameSeedSplitsAlike(@ForAll @IntRange(min = 2, max = 100) int size, @ForAll long seed) {
        assertArrayEquals(
                values(Split.byFraction(numbered(size), 0.3, seed).test()).toArray(),
                values(Split.byFraction(numbered(size), 0.3, seed).test()).toArray());
    }

    @Property(tries = 50)
    void aShareLeavesSamplesOnBothSides(@ForAll @IntRange(min = 2, max = 9) int size) {
        assertEquals(1, Split.byFraction(numbered(size), 0.001, 1).test().size());
        assertEquals(1, Split.byFraction(numbered(size), 0.999, 1).train().size());
    }

    @Example
    void aShareIsRounded() {
        assertEquals(30, Split.byFraction(numbered(150), 0.2, 1).test().size());
    }

    @Example
    void refusesSidesWithoutSamples() {
        Dataset data = numbered(5);
        assertEquals(
                "5 test samples of toy; expected 1 to 4 of its 5",
                assertThrows(IllegalArgumentException.class, () -> Split.byCount(data, 5, 1))
                        .getMessage());
        assertEquals(
                "a test share of NaN; expected a number between 0 and 1",
                assertThrows(IllegalArgumentException.class, () -> Split.byFraction(data, Double.NaN, 1))
                        .getMessage());
    }

    private static Dataset numbered(int size) {
        float[][] inputs =
                IntStream.range(0, size).mapToObj(i -> new float[] {i}).toArray(float[][]::new);
        int[] labels = new int[size];
        Arrays.setAll(labels, i -> i % 2);
        return new Dataset("toy", inputs, labels, 2);
    }

    private static DoubleStream values(Dataset data) {
        return IntStream.range(0, data.size()).mapToDouble(i -> data.input(i)[0]);
    }
}
