package glia.chip.device;

/** What the memory cell really stores when a change is asked of it. */
public interface SynapticDevice {
    /** Answers what is stored after a change was asked of a cell that stored a value. */
    float write(float stored, float requestedChange);

    /**
     * Asks a change of every cell of a row: {@code rowFactor · columns[j]} of cell j. Modifies {@code stored}.
     *
     * @param stored the row's cells
     * @param rowFactor t_i of the row
     * @param columns d_j of the columns
     */
    default void writeRow(float[] stored, float rowFactor, float[] columns) {
        for (int j = 0; j < stored.length; j++) {
            stored[j] = write(stored[j], rowFactor * columns[j]);
        }
    }
}
