package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.device.LayerDevice;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SynapseArrayProperties {
    private static SynapseArray array(int rows, int columns) {
        return new SynapseArray(rows, columns, LayerDevice.IDEAL);
    }

    private static void load(SynapseArray array, NaiveSynapses naive, RandomFloats random) {
        for (int i = 0; i < array.rows(); i++) {
            for (int j = 0; j < array.columns(); j++) {
                float weight = random.next(5) + 0f;
                array.load(i, j, weight);
                naive.weights[i][j] = weight;
            }
        }
    }

    /** Arrays of sums may be longer than there are columns. */
    private static void assertSameBits(float[] expected, float[] actual) {
        assertTrue(expected.length <= actual.length);
        for (int j = 0; j < expected.length; j++) {
            assertEquals(Float.floatToRawIntBits(expected[j]), Float.floatToRawIntBits(actual[j]), "column " + j);
        }
    }

    @Property
    void sumsAreThoseOfAPlainLoopBitForBit(
            @ForAll @IntRange(min = 1, max = 70) int rows,
            @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll @IntRange(max = 100) int percentZero,
            @ForAll @IntRange(max = 5) int first,
            @ForAll long seed) {
        RandomFloats random = new RandomFloats(seed);
        SynapseArray array = array(rows, columns);
        NaiveSynapses naive = new NaiveSynapses(rows, columns);
        load(array, naive, random);
        float[] values = random.array(first + rows + 2, percentZero);
        assertSameBits(naive.stored(values, first), array.multiply(values, first));
        assertSameBits(naive.stored(values, first), array.multiplyPerturbed(values, first));
        float[] rowValues = random.array(rows, 20);
        float[] columnValues = random.array(columns, 20);
        float scale = random.next(0);
        array.setRankOne(rowValues, columnValues, scale);
        naive.set(rowValues, columnValues, scale);
        assertSameBits(naive.perturbed(values, first), array.multiplyPerturbed(values, first));
        assertSameBits(naive.stored(values, first), array.multiply(values, first));
    }

    @Property(tries = 400)
    void nothingThatHappensInBetweenMakesSumsStale(
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll long seed) {
        assertNeverStale(rows, columns, seed);
    }

    @Property(tries = 200)
    void norOnTilesOfMoreRowsThanAWordHasBits(
            @ForAll @IntRange(min = 60, max = 140) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll long seed) {
        assertNeverStale(rows, columns, seed);
    }

    private static void assertNeverStale(int rows, int columns, long seed) {
        RandomFloats random = new RandomFloats(seed);
        SynapseArray array = array(rows, columns);
        NaiveSynapses naive = new NaiveSynapses(rows, columns);
        load(array, naive, random);
        float[] values = random.array(rows, 30 * random.below(2));
        for (int step = 0; step < 60; step++) {
            for (int changes = random.below(3); changes >= 0; changes--) {
                change(array, naive, random, values);
            }
            assertSameBits(naive.stored(values, 0), array.multiply(values, 0));
            assertSameBits(naive.perturbed(values, 0), array.multiplyPerturbed(values, 0));
        }
        for (int i = 0; i < rows; i++) {
            assertSameBits(naive.weights[i], array.weights(i));
        }
    }

    private static void change(SynapseArray array, NaiveSynapses naive, RandomFloats random, float[] values) {
        float[] rowValues = random.array(array.rows(), 30 * random.below(2));
        float[] columnValues = random.array(array.columns(), 30);
        switch (random.below(6)) {
            case 0 -> {
                int i = random.below(array.rows());
                int j = random.below(array.columns());
                naive.weights[i][j] = random.next(10) + 0f;
                array.load(i, j, naive.weights[i][j]);
            }
            case 1 -> {
                float factor = random.next(0) * 0x1p-4f;
                naive.add(factor, rowValues, columnValues);
                array.addRankOne(factor, rowValues, columnValues);
            }
            case 2 -> {
                float scale = random.next(0);
                naive.set(rowValues, columnValues, scale);
                array.setRankOne(rowValues, columnValues, scale);
            }
            case 3 -> {
                naive.release();
                array.release();
            }
            case 4 -> values[random.below(values.length)] = random.next(30);
            default -> System.arraycopy(rowValues, 0, values, 0, values.length);
        }
    }

    private static int nonZero(float[] values) {
        int count = 0;
        for (float value : values) {
            count += value != 0f ? 1 : 0;
        }
        return count;
    }

    /** A layer's sums do not change when its outputs are spread over more tiles. */
    @Property(tries = 200)
    void anyColumnTilingGivesTheSameBits(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 2, max = 40) int columns,
            @ForAll @IntRange(min = 1, max = 39) int drawn,
            @ForAll long seed) {
        int left = 1 + drawn % (columns - 1);
        RandomFloats random = new RandomFloats(seed);
        SynapseArray whole = array(rows, columns);
        SynapseArray one = array(rows, left);
        SynapseArray other = array(rows, columns - left);
        load(whole, new NaiveSynapses(rows, columns), random);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                (j < left ? one : other).load(i, j < left ? j : j - left, whole.weights(i)[j]);
            }
        }
        float[] values = random.array(rows, 30);
        float[] joined = new float[columns];
        System.arraycopy(one.multiply(values, 0), 0, joined, 0, left);
        System.arraycopy(other.multiply(values, 0), 0, joined, left, columns - left);
        assertSameBits(joined, whole.multiply(values, 0));
    }

    /** A sum a row, over the columns in order; a change that waits for the next read is carried out first. */
    @Property(tries = 300)
    void transposedSumsAreThoseOfAPlainLoopBitForBit(
            @ForAll @IntRange(min = 1, max = 11) int rows,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll @IntRange(max = 100) int percentZero,
            @ForAll long seed) {
        RandomFloats random = new RandomFloats(seed);
        SynapseArray array = array(rows, columns);
        NaiveSynapses naive = new NaiveSynapses(rows, columns);
        load(array, naive, random);
        float[] deltas = random.array(columns, percentZero);
        for (int change = 0; change < 3; change++) {
            float[] rowValues = random.array(rows, 30);
            float[] columnValues = random.array(columns, 30);
            float factor = random.next(0) * 0x1p-4f;
            naive.add(factor, rowValues, columnValues);
            array.addRankOne(factor, rowValues, columnValues);
            float[] sums = new float[rows];
            array.multiplyTransposed(deltas, sums);
            assertSameBits(naive.transposed(deltas), sums);
        }
    }

    /** The first two values are those that were multiplied last, but the slice begins behind them. */
    @Example
    void anotherSliceOfTheSameValuesHasItsOwnSums() {
        SynapseArray array = array(2, 1);
        array.load(0, 0, 1f);
        array.load(1, 0, 10f);
        float[] values = {1f, 2f, 3f, 4f};
        assertSameBits(new float[] {21f}, array.multiply(values, 0));
        assertSameBits(new float[] {43f}, array.multiply(values, 2));
        assertSameBits(new float[] {32f}, array.multiply(values, 1));
    }

    @Example
    void weightsHandedOutAreCopies() {
        SynapseArray array = array(1, 2);
        array.load(0, 1, 3f);
        float[] row = array.weights(0);
        row[1] = 4f;
        assertNotSame(row, array.weights(0));
        assertArrayEquals(new float[] {0f, 3f}, array.weights(0));
    }

    @Example
    void settingAndChangingAreCountedButLoadingIsNot() {
        SynapseArray array = array(2, 2);
        array.load(0, 0, 1f);
        array.setRankOne(new float[] {1f, 0f}, new float[] {1f, -1f}, 0.5f);
        array.release();
        array.addRankOne(-1f, new float[] {1f, 0f}, new float[] {1f, -1f});
        array.writes().settle();
        assertEquals(2, array.writes().totalToggles());
        assertEquals(2, array.writes().totalCommits());
        assertArrayEquals(new int[] {0, 1}, array.writes().potentiations(0));
        assertArrayEquals(new int[] {1, 1}, array.writes().commits(0));
        assertArrayEquals(new int[] {0, 0}, array.writes().commits(1));
    }
}
