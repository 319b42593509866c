package glia.chip.datapath;

import glia.chip.device.LayerElements;
import glia.core.archive.Archive;
import java.util.Arrays;

/** Separate elements with levels and gains of their own: what they add is held beside what they were asked for. */
final class LimitedElements {
    private final LayerElements elements;
    private final int columns;
    private final float[][] gains;
    private final HeldElements.Dense driven;

    /** Makes the elements of a tile whose rows are {@code width} numbers long, from a row and a column of the layer on. */
    LimitedElements(LayerElements elements, int rows, int columns, int width, int firstRow, int firstColumn) {
        this.elements = elements;
        this.columns = columns;
        gains = new float[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                gains[i][j] = elements.gain(firstRow + i, firstColumn + j);
            }
        }
        driven = new HeldElements.Dense(rows, columns, width);
    }

    /** Drives the elements to what is asked, as far as they can, and counts those that are driven to a value other than 0. */
    void set(RowChanges asked, WriteCounter writes) {
        for (int i = 0; i < gains.length; i++) {
            float[] row = driven.row(i);
            Arrays.fill(row, 0f);
            asked.add(i, row);
            for (int j = 0; j < columns; j++) {
                row[j] = gains[i][j] * elements.level(row[j]);
            }
            writes.toggleRow(i, driven.driven(i));
        }
    }

    /** Writes the perturbed sums of some inputs: the stored ones plus what the elements add. */
    void addSegment(RowValues inputs, float[] stored, float[] sums) {
        driven.addSegment(inputs, stored, sums);
    }

    /** Saves or loads what the elements hold. */
    void state(Archive archive) {
        driven.state(archive);
    }
}
