package glia.chip.device;

/** What the memory cell really stores when a change is asked of it. */
public interface SynapticDevice {
    /** Answers what is stored after a change was asked of a cell that stored a value. */
    float write(float stored, float requestedChange);

    /**
     * Asks a change of every cell of some rows: {@code (factor · rowValues[i]) · columns[j]} of cell (i, j). Modifies
     * {@code weights}.
     *
     * @param weights one array a row
     * @param rows indices of the rows to change, in order
     * @param count how many of the indices count
     * @param factor of the whole change
     * @param rowValues one a row of {@code weights}
     * @param columns one a cell of a row
     */
    default void writeRows(float[][] weights, int[] rows, int count, float factor, float[] rowValues, float[] columns) {
        for (int k = 0; k < count; k++) {
            float[] stored = weights[rows[k]];
            float rowFactor = factor * rowValues[rows[k]];
            for (int j = 0; j < stored.length; j++) {
                stored[j] = write(stored[j], rowFactor * columns[j]);
            }
        }
    }
}
