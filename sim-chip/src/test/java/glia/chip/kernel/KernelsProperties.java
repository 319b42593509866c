package glia.chip.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every loop does what the definition says, operation for operation, so all of them make the same bits. */
class KernelsProperties {
    private static final float[] SPECIAL = {
        0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY, Float.NaN
    };

    private final List<RowKernels> all = Kernels.available();

    /** Rows of some columns, in arrays as wide as the loops want them, and everything else that a loop takes. */
    private static final class Case {
        final float[][] rows;
        final int[] indices;
        final float[] inputs;
        final float[] changes;
        final float[] columns;
        final float[] sums;

        Case(RowKernels kernels, int rowCount, int columnCount, long seed) {
            RandomStream draws = RandomStream.of(seed, 1);
            int width = kernels.width(columnCount);
            assertTrue(width >= columnCount);
            rows = new float[rowCount][];
            for (int i = 0; i < rowCount; i++) {
                rows[i] = Arrays.copyOf(values(draws.sub(i), columnCount, 0), width);
            }
            indices = IntStream.range(0, rowCount)
                    .filter(i -> (draws.sub(-1).bits(i) & 3) != 0)
                    .toArray();
            inputs = values(draws.sub(-2), rowCount, 0);
            changes = values(draws.sub(-3), rowCount, 0);
            columns = Arrays.copyOf(values(draws.sub(-4), columnCount, 0), width);
            sums = Arrays.copyOf(values(draws.sub(-5), columnCount, 0), width);
        }
    }

    private static float[] values(RandomStream draws, int count, int special) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            int exponent = (int) (draws.sub(1).bits(i) & 15) - 8;
            float value = Math.scalb((float) draws.uniform(i) - 0.5f, exponent);
            int drawn = (int) (draws.sub(2).bits(i) & 127);
            values[i] = drawn < special ? SPECIAL[drawn % SPECIAL.length] : value;
        }
        return values;
    }

    @Property
    void rowsAreAddedInOrder(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll long seed) {
        for (RowKernels kernels : all) {
            Case given = new Case(kernels, rows, columns, seed);
            float[] expected = given.sums.clone();
            for (int i : given.indices) {
                for (int j = 0; j < columns; j++) {
                    expected[j] = Math.fma(given.inputs[i], given.rows[i][j], expected[j]);
                }
            }
            kernels.addRows(given.rows, given.indices, given.indices.length, given.inputs, given.sums);
            assertSameBits(kernels, expected, given.sums);
        }
    }

    @Property
    void rowsAreChangedByARankOneProduct(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll long seed) {
        for (RowKernels kernels : all) {
            Case given = new Case(kernels, rows, columns, seed);
            float[][] expected = changed(given);
            kernels.change(given.rows, given.indices, given.indices.length, new RankOne(given.changes, given.columns));
            for (int i = 0; i < rows; i++) {
                assertSameBits(kernels, expected[i], given.rows[i]);
            }
        }
    }

    private static float[][] changed(Case given) {
        float[][] expected = Arrays.stream(given.rows).map(float[]::clone).toArray(float[][]::new);
        for (int i : given.indices) {
            for (int j = 0; j < given.columns.length; j++) {
                expected[i][j] += given.changes[i] * given.columns[j];
            }
        }
        return expected;
    }

    @Property
    void onePassOverRowsEqualsTwo(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll long seed) {
        for (RowKernels kernels : all) {
            Case two = new Case(kernels, rows, columns, seed);
            int count = two.indices.length;
            kernels.change(two.rows, two.indices, count, new RankOne(two.changes, two.columns));
            kernels.addRows(two.rows, two.indices, count, two.inputs, two.sums);
            Case one = new Case(kernels, rows, columns, seed);
            kernels.changeAndAdd(
                    one.rows, one.indices, count, new RankOne(one.changes, one.columns), one.inputs, one.sums);
            assertSameBits(kernels, two.sums, one.sums);
            for (int i = 0; i < rows; i++) {
                assertSameBits(kernels, two.rows[i], one.rows[i]);
            }
        }
    }

    private static void assertSameBits(RowKernels kernels, float[] expected, float[] actual) {
        for (int j = 0; j < expected.length; j++) {
            assertEquals(
                    Float.floatToRawIntBits(expected[j]),
                    Float.floatToRawIntBits(actual[j]),
                    kernels.name() + ", column " + j + " of " + expected.length);
        }
    }

    @Property
    void signsAreThoseOfTheValues(
            @ForAll @IntRange(max = 300) int count, @ForAll @IntRange(max = 128) int special, @ForAll long seed) {
        float[] values = values(RandomStream.of(seed, 2), count, special);
        long[] nonZero = new long[(count + 63) / 64];
        long[] negative = new long[nonZero.length];
        for (int i = 0; i < count; i++) {
            if (values[i] != 0f) {
                nonZero[i / 64] |= 1L << i;
                negative[i / 64] |= (long) (Float.floatToRawIntBits(values[i]) >>> 31) << i;
            }
        }
        for (RowKernels kernels : all) {
            long[] some = new long[nonZero.length];
            long[] minus = new long[nonZero.length];
            Arrays.fill(some, -1);
            Arrays.fill(minus, -1);
            kernels.signs(values, some, minus);
            assertArrayEquals(nonZero, some, kernels.name());
            assertArrayEquals(negative, minus, kernels.name());
        }
    }

    @Property
    void bitsAreTheSignsOfWhatIsAddedAndOfProducts(
            @ForAll @IntRange(max = 300) int count, @ForAll @IntRange(max = 128) int special, @ForAll long seed) {
        RandomStream draws = RandomStream.of(seed, 4);
        float[] columns = values(draws.sub(1), count, special);
        float[] sums = values(draws.sub(2), count, 0);
        float value = values(draws.sub(3), 1, special)[0];
        long[] signs = new long[(count + 63) / 64];
        Arrays.setAll(signs, draws::bits);
        float[] added = sums.clone();
        float[] products = new float[count];
        for (int j = 0; j < count; j++) {
            boolean minus = (signs[j / 64] >>> j & 1) != 0;
            added[j] += minus ? -value : value;
            products[j] = minus ? -(value * columns[j]) : value * columns[j];
        }
        for (RowKernels kernels : all) {
            float[] sumsOfKernels = sums.clone();
            kernels.addSigned(value, signs, sumsOfKernels);
            assertSameBits(kernels, added, sumsOfKernels);
            float[] productsOfKernels = new float[count];
            kernels.multiplySigned(value, signs, columns, productsOfKernels);
            assertSameBits(kernels, products, productsOfKernels);
        }
    }

    @Property
    void tangentsAreThoseOfSingleNumbers(
            @ForAll @IntRange(max = 100) int count, @ForAll @IntRange(max = 128) int special, @ForAll long seed) {
        float[] values = values(RandomStream.of(seed, 3), count, special);
        float[] expected = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] *= 8f;
            expected[i] = HyperbolicTangent.of(values[i]);
        }
        for (RowKernels kernels : all) {
            float[] apart = new float[count];
            kernels.tanh(values, apart);
            assertSameBits(kernels, expected, apart);
            float[] inPlace = values.clone();
            kernels.tanh(inPlace, inPlace);
            assertSameBits(kernels, expected, inPlace);
        }
    }

    @Example
    void theVectorLoopsAreAmongThoseCompared() {
        assertEquals(
                List.of("plain", "vector"), all.stream().map(RowKernels::name).toList());
    }
}
