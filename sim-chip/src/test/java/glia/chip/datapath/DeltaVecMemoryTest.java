package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DeltaVecMemoryTest {
    @Test
    void holdsOneWordANeuronForEachClass() {
        DeltaVecMemory memory = new DeltaVecMemory(3, 2);
        assertEquals(3, memory.classes());
        assertEquals(2, memory.neurons());
        for (int label = 0; label < 3; label++) {
            assertArrayEquals(new float[2], memory.row(label));
        }
    }

    @Test
    void whatIsWrittenToARowStaysInThatRow() {
        DeltaVecMemory memory = new DeltaVecMemory(2, 2);
        memory.row(1)[0] = 5f;
        assertArrayEquals(new float[] {5f, 0f}, memory.row(1));
        assertArrayEquals(new float[2], memory.row(0));
    }
}
