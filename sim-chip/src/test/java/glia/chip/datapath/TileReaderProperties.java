package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.device.DeviceParameters;
import glia.chip.device.LayerDevice;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TileReaderProperties {
    private static final FixedPoint NONE = FixedPoint.exact(1f);

    private static SynapseArray array(int rows, int columns, SplittableRandom random) {
        SynapseArray array = new SynapseArray(rows, columns, LayerDevice.of(DeviceParameters.IDEAL, 0, rows, columns));
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                array.load(i, j, random.nextInt(-20, 21));
            }
        }
        return array;
    }

    private static TileReader reader(Converters converters, FixedPoint adc, SynapseArray array) {
        return new TileReader(
                converters,
                adc,
                adc,
                new ReadNoise(Noise.NONE, 1f, 0, array.columns()),
                new TileReader.Place(0, array.rows(), 0, array.columns()),
                NONE);
    }

    private static float[] read(TileReader reader, TileReader.Lines cells, float[] values, int columns) {
        float[] sums = new float[columns];
        reader.read(cells, false, 0, values, 0, sums);
        return sums;
    }

    /**
     * Whole weights, elements and inputs, range = 2^(n-1) - 1 so that a step is 1: all sums of planes times a power of two are whole
     * and below 2^24, so floats hold them exactly.
     */
    @Property(tries = 500)
    void bitPlanesAddUpToTheParallelReadExactly(
            @ForAll @IntRange(min = 2, max = 6) int bits,
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SynapseArray array = array(rows, columns, random);
        int most = (1 << (bits - 1)) - 1;
        FixedPoint dac = new FixedPoint(bits, most);
        float[] values = whole(rows, most, random);
        TileReader serial = reader(new Converters(dac, NONE, true), NONE, array);
        TileReader parallel = reader(new Converters(dac, NONE, false), NONE, array);
        assertArrayEquals(
                read(parallel, array::multiply, values, columns), read(serial, array::multiply, values, columns));
        array.setRankOne(whole(rows, 3, random), whole(columns, 3, random), 2f);
        assertArrayEquals(
                read(parallel, array::multiplyPerturbed, values, columns),
                read(serial, array::multiplyPerturbed, values, columns));
        float[] deltas = whole(columns, most, random);
        float[] one = new float[rows];
        float[] other = new float[rows];
        parallel.readTransposed(transposed(array), 0, 0, 0, deltas, one);
        serial.readTransposed(transposed(array), 0, 0, 0, deltas, other);
        assertArrayEquals(one, other);
    }

    private static float[] whole(int count, int most, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(-most, most + 1);
        }
        return values;
    }

    private static TileReader.Lines transposed(SynapseArray array) {
        return (deltas, first) -> {
            float[] sums = new float[array.rows()];
            array.multiplyTransposed(deltas, sums);
            return sums;
        };
    }

    /** Inputs 2 and -1 of 3 bits, two's complement 010 and 111, on weights 5 and 1: planes 1, 6, 1; 1 + 2·6 - 4·1 = 9 = 2·5 - 1·1. */
    @Example
    void aNegativeInputHasAllPlanesAndTheLastOneCountsAgainst() {
        SynapseArray array = new SynapseArray(2, 1, LayerDevice.of(DeviceParameters.IDEAL, 0, 2, 1));
        array.load(0, 0, 5f);
        array.load(1, 0, 1f);
        Converters converters = new Converters(new FixedPoint(3, 3f), NONE, true);
        float[] values = {2f, -1f};
        assertArrayEquals(new float[] {9f}, read(reader(converters, NONE, array), array::multiply, values, 1));
        // planes drive with the range of 3, so an ADC up to 9 in steps of 3 reads 3, 9 (of 18), 3: 3 + 2·9 - 4·3 = 9,
        // over 3
        assertArrayEquals(
                new float[] {3f}, read(reader(converters, new FixedPoint(3, 9f), array), array::multiply, values, 1));
    }

    /** DAC to steps of 0.5 up to 1.5; 0.5·3 - 1.5·1 + 0 = 0 and 0.5·2 + 1.5·2 = 4, which an ADC up to 3 cuts. */
    @Example
    void anInputIsConvertedBeforeAndASumAfterTheCells() {
        SynapseArray array = new SynapseArray(3, 2, LayerDevice.of(DeviceParameters.IDEAL, 0, 3, 2));
        float[][] weights = {{3f, 2f}, {-1f, 2f}, {7f, 7f}};
        for (int i = 0; i < 3; i++) {
            array.load(i, 0, weights[i][0]);
            array.load(i, 1, weights[i][1]);
        }
        TileReader reader = reader(new Converters(new FixedPoint(3, 1.5f), NONE, false), new FixedPoint(3, 3f), array);
        float[] values = {0.6f, 9f, 0.1f};
        assertArrayEquals(new float[] {0f, 3f}, read(reader, array::multiply, values, 2));
        assertEquals(2, reader.drivenRows(values, 0));
        assertArrayEquals(new float[] {0.6f, 9f, 0.1f}, values);
    }

    /** 1.5 of cells and elements together is cut; their parts by themselves are not. */
    @Example
    void cellsAndElementsAreConvertedTogether() {
        SynapseArray array = new SynapseArray(1, 1, LayerDevice.of(DeviceParameters.IDEAL, 0, 1, 1));
        array.load(0, 0, 1f);
        array.setRankOne(new float[] {1f}, new float[] {1f}, 0.5f);
        TileReader reader = reader(Converters.EXACT, new FixedPoint(2, 1f), array);
        assertArrayEquals(new float[] {1f}, read(reader, array::multiplyPerturbed, new float[] {1f}, 1));
        assertArrayEquals(new float[] {-1f}, read(reader, array::multiplyPerturbed, new float[] {-1f}, 1));
        assertArrayEquals(new float[] {0f}, read(reader, array::multiplyPerturbed, new float[] {0.3f}, 1));
    }

    @Example
    void anAdcOfATileOfAnySizeHasTheRangeOfTheLayersDeviations() {
        Converters converters = new Converters(new FixedPoint(8, 2f), new FixedPoint(6, 3f), false);
        assertEquals(new FixedPoint(6, 6f), converters.adc(64, 64));
        assertEquals(new FixedPoint(6, 3f), converters.adc(16, 64));
        assertEquals(new FixedPoint(6, 12f), converters.adc(256, 64));
    }

    @Example
    void bitSerialInputsNeedBits() {
        assertThrows(IllegalArgumentException.class, () -> new Converters(NONE, NONE, true));
    }

    /** Rows that a converter makes 0 are not driven, whatever their bits. */
    @Example
    void rowsAreDrivenByWhatTheyBecome() {
        SynapseArray array = new SynapseArray(3, 1, LayerDevice.of(DeviceParameters.IDEAL, 0, 3, 1));
        TileReader serial = reader(new Converters(new FixedPoint(4, 7f), NONE, true), NONE, array);
        assertEquals(1, serial.drivenRows(new float[] {9f, 0.4f, -0.5f, 0.6f}, 0));
        assertEquals(1, serial.drivenRows(new float[] {9f, 0.4f, -0.5f, 0.6f}, 1));
    }
}
