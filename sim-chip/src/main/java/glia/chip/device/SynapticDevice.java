package glia.chip.device;

/** What the memory cell really stores when a change is asked of it. */
public interface SynapticDevice {
    /** Answers what is stored after a change was asked of a cell that stored a value. */
    float write(float stored, float requestedChange);

    /** Whether every cell stores the float sum of what it stored and what it is asked, so that the datapath may add by itself. */
    default boolean storesSums() {
        return false;
    }

    /**
     * Asks a change of every cell of some rows: {@code rowChanges[i] · columns[j]} of cell (i, j). Modifies {@code weights}.
     *
     * @param weights one array a row, of at least as many cells as there are columns
     * @param rows indices of the rows to change, in order
     * @param count how many of the indices count
     * @param rowChanges one a row of {@code weights}
     * @param columns one a cell of a row
     */
    default void writeRows(float[][] weights, int[] rows, int count, float[] rowChanges, float[] columns) {
        for (int k = 0; k < count; k++) {
            float[] stored = weights[rows[k]];
            float rowChange = rowChanges[rows[k]];
            for (int j = 0; j < columns.length; j++) {
                stored[j] = write(stored[j], rowChange * columns[j]);
            }
        }
    }

    /** Asks a change of each of the first {@code columns} cells of a row; modifies {@code stored}. */
    default void writeRow(float[] stored, float[] changes, int columns) {
        for (int j = 0; j < columns; j++) {
            stored[j] = write(stored[j], changes[j]);
        }
    }
}
