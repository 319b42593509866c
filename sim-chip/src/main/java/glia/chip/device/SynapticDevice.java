package glia.chip.device;

import glia.core.archive.Archive;
import glia.core.random.RandomStream;

/**
 * What the memory cells of a layer really store when changes are asked of them. A cell is numbered by its synapse in the layer, row
 * by row, so that no tiling moves a draw; what differs from cell to cell was drawn once.
 *
 * <p>Values are in units of weight: a cell's conductance is mapped linearly onto the layer's range, and the reference column stands
 * in its middle, at 0.
 */
public interface SynapticDevice {
    /** Whether every cell stores the float sum of what it stored and what it is asked, so that the datapath may add by itself. */
    default boolean storesSums() {
        return false;
    }

    /**
     * What a cell stores once a weight was put into it before a run: the nearest value that it can.
     *
     * @param draws the draws of loading
     */
    float load(float weight, int cell, RandomStream draws);

    /**
     * Answers what is stored after a change other than 0 was asked of a cell that stored a value, and notes the pulses that it took:
     * none if nothing was written.
     *
     * @param draws the draws of this write of the layer, numbered by {@link Draw}
     * @param pulses the cell's pulses, 0 before
     */
    float write(float stored, float requestedChange, int cell, RandomStream draws, Pulses pulses);

    /** How many cells are worn out. */
    default long wornCells() {
        return 0;
    }

    /**
     * {@link #write} for the cells of a row whose change is not 0.
     *
     * @param stored what they store; modified
     * @param changes at least as many as cells; may be modified
     * @param firstCell number of the first; the others follow
     * @param row notes the pulses of each cell, none before
     */
    default void writeRow(float[] stored, float[] changes, int firstCell, RandomStream draws, RowWrite row) {
        Pulses ofCell = row.ofCell();
        for (int j = 0; j < stored.length; j++) {
            if (changes[j] != 0f) {
                ofCell.clear();
                stored[j] = write(stored[j], changes[j], firstCell + j, draws, ofCell);
                row.add(j, ofCell);
            }
        }
    }

    /** What a cell that stores a value weighs when it is read. */
    default float read(float stored, int cell) {
        return stored;
    }

    /** Saves or loads what the cells of the layer keep beside what each stores. */
    default void state(Archive archive) {}
}
