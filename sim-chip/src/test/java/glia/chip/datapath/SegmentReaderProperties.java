package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.device.LayerDevice;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SegmentReaderProperties {
    private static SynapseArray array(int rows, int columns, RandomFloats random) {
        SynapseArray array = new SynapseArray(rows, columns, LayerDevice.IDEAL);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                array.load(i, j, random.next(5) + 0f);
            }
        }
        return array;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int j = 0; j < bits.length; j++) {
            bits[j] = Float.floatToRawIntBits(values[j]);
        }
        return bits;
    }

    /** One reader for tiles of different sizes, one after the other; neurons beside a tile's keep what they have. */
    @Property
    void addsTheSumsOfTheTileBitForBit(
            @ForAll @IntRange(min = 1, max = 70) int rows,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll @IntRange(max = 100) int percentZero,
            @ForAll @IntRange(max = 5) int first,
            @ForAll @IntRange(max = 5) int firstNeuron,
            @ForAll long seed) {
        RandomFloats random = new RandomFloats(seed);
        SegmentReader reader = new SegmentReader();
        for (int tile = 0; tile < 3; tile++) {
            SynapseArray array = array(1 + random.below(rows), 1 + random.below(columns), random);
            float[] values = random.array(first + array.rows() + 2, percentZero);
            float[] totals = random.array(firstNeuron + array.columns() + 2, 10);
            float[] expected = totals.clone();
            float[] sums = array.multiply(values, first);
            for (int j = 0; j < array.columns(); j++) {
                expected[firstNeuron + j] += sums[j];
            }
            add(reader.segment(array, values, first), totals, firstNeuron, array.columns());
            assertArrayEquals(bits(expected), bits(totals));
        }
    }

    /** 0 times infinity would be no number. */
    @Example
    void rowsWithoutAnInputAreSkippedWhateverTheirWeights() {
        for (int rows = 2; rows <= 9; rows++) {
            SynapseArray array = array(rows, 1, new RandomFloats(rows));
            array.load(1, 0, Float.POSITIVE_INFINITY);
            float[] values = new RandomFloats(rows).array(rows, 0);
            values[1] = -0f;
            float[] totals = new float[1];
            add(new SegmentReader().segment(array, values, 0), totals, 0, 1);
            assertEquals(array.multiply(values, 0)[0], totals[0]);
            assertTrue(Float.isFinite(totals[0]));
        }
    }

    @Property(tries = 200)
    void changesNothingOfTheTile(
            @ForAll @IntRange(min = 1, max = 12) int rows,
            @ForAll @IntRange(min = 1, max = 12) int columns,
            @ForAll long seed) {
        RandomFloats random = new RandomFloats(seed);
        SynapseArray array = array(rows, columns, random);
        float[] values = random.array(rows, 30);
        int[] before = bits(array.multiply(values, 0));
        new SegmentReader().segment(array, random.array(rows, 30), 0);
        assertArrayEquals(before, bits(array.multiply(values, 0)));
    }

    private static void add(float[] sums, float[] totals, int firstNeuron, int columns) {
        for (int j = 0; j < columns; j++) {
            totals[firstNeuron + j] += sums[j];
        }
    }
}
