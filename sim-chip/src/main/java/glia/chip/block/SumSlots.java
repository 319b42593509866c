package glia.chip.block;

import glia.chip.message.PartialSums;
import glia.core.archive.Archive;

/** A slot for each segment's sums of a layer, filled by its tiles. */
final class SumSlots {
    private final float[][] slots;
    private final int tiles;
    private int arrived;

    /** Makes slots of some segments and neurons for the sums of some tiles. */
    SumSlots(int segments, int neurons, int tiles) {
        slots = new float[segments][neurons];
        this.tiles = tiles;
    }

    /** Takes the sums of a tile; answers whether those of all tiles are in, and then waits for the next pass. */
    boolean take(PartialSums in) {
        System.arraycopy(in.values(), 0, slots[in.segment()], in.firstNeuron(), in.values().length);
        arrived = (arrived + 1) % tiles;
        return arrived == 0;
    }

    /** Adds the segments to {@code sums}, in order. */
    void addTo(float[] sums) {
        for (float[] segment : slots) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += segment[j];
            }
        }
    }

    /** Number of segments. */
    int segments() {
        return slots.length;
    }

    /** Saves or loads the slots; all have arrived or none has. */
    void state(Archive archive) {
        Archive.expectRest(arrived == 0, "a slot of partial sums");
        archive.at(slots, slots[0].length);
    }
}
