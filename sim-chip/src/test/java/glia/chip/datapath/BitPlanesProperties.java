package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class BitPlanesProperties {
    private static final int VALUES = 3;

    @Property
    void eachSampleHasItsBit(@ForAll("samples") List<float[]> samples) {
        BitPlanes planes = new BitPlanes(VALUES);
        long[] nonZero = new long[VALUES];
        long[] negative = new long[VALUES];
        for (int slot = 0; slot < samples.size(); slot++) {
            float[] values = samples.get(slot);
            planes.mark(slot, values);
            for (int i = 0; i < VALUES; i++) {
                nonZero[i] |= (values[i] != 0f ? 1L : 0L) << slot;
                negative[i] |= (values[i] < 0f ? 1L : 0L) << slot;
            }
        }
        for (int i = 0; i < VALUES; i++) {
            assertEquals(Long.toHexString(nonZero[i]), Long.toHexString(planes.nonZero(i)));
            assertEquals(Long.toHexString(negative[i]), Long.toHexString(planes.negative(i)));
        }
    }

    @Example
    void theSmallestAndTheLargestFloatsAreNotZero() {
        BitPlanes planes = new BitPlanes(VALUES);
        planes.mark(0, new float[] {Float.MIN_VALUE, -Float.MIN_VALUE, -0f});
        planes.mark(63, new float[] {Float.MAX_VALUE, Float.NEGATIVE_INFINITY, 0f});
        assertEquals(1L << 63 | 1, planes.nonZero(0));
        assertEquals(1L << 63 | 1, planes.nonZero(1));
        assertEquals(0, planes.nonZero(2));
        assertEquals(0, planes.negative(0));
        assertEquals(1L << 63 | 1, planes.negative(1));
        assertEquals(0, planes.negative(2));
    }

    @Example
    void allSamplesAreForgotten() {
        BitPlanes planes = new BitPlanes(VALUES);
        for (int slot = 0; slot < BitPlanes.SLOTS; slot++) {
            planes.mark(slot, new float[] {1f, -1f, 0f});
        }
        planes.clear();
        planes.mark(5, new float[] {0f, 1f, 0f});
        assertEquals(0, planes.nonZero(0));
        assertEquals(32, planes.nonZero(1));
        assertEquals(0, planes.negative(1));
    }

    @Provide
    Arbitrary<List<float[]>> samples() {
        Arbitrary<Float> values = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(0f, -0f)),
                Tuple.of(1, Arbitraries.of(Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, -Float.MAX_VALUE)),
                Tuple.of(4, Arbitraries.floats().between(-1e30f, 1e30f)));
        return values.array(float[].class).ofSize(VALUES).list().ofMaxSize(BitPlanes.SLOTS);
    }
}
