package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BitPlanesProperties {
    /** Value i of sample s is bit i mod 64 of the sample's word i / 64; read by value it is bit s. */
    @Property
    void whatIsTakenBySampleIsReadByValue(
            @ForAll @IntRange(min = 1, max = 140) int values, @ForAll("samples") List<long[]> samples) {
        BitPlanes planes = new BitPlanes(values);
        for (int slot = 0; slot < samples.size(); slot++) {
            planes.take(slot, samples.get(slot));
        }
        long[] read = new long[values];
        planes.read(read, new long[BitPlanes.SLOTS]);
        for (int i = 0; i < values; i++) {
            for (int slot = 0; slot < BitPlanes.SLOTS; slot++) {
                long taken = slot < samples.size() ? samples.get(slot)[i / Long.SIZE] >>> i & 1 : 0;
                assertEquals(taken, read[i] >>> slot & 1, "value " + i + " of sample " + slot);
            }
        }
    }

    @Provide
    Arbitrary<List<long[]>> samples() {
        return Arbitraries.longs().array(long[].class).ofSize(3).list().ofMaxSize(BitPlanes.SLOTS);
    }
}
