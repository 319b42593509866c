package glia.chip.block;

import glia.chip.datapath.SynapseArray;
import glia.chip.datapath.TileReader;

/** The ways in which the lines of a tile can be driven; made once, so that a read makes nothing. */
final class TileLines {
    private final TileReader.Lines stored;
    private final TileReader.Lines perturbed;
    private final TileReader.Lines transposed;
    private float[] rowSums = new float[0];

    TileLines(SynapseArray array) {
        stored = array::multiply;
        perturbed = array::multiplyPerturbed;
        transposed = (deltas, first) -> {
            if (rowSums.length == 0) {
                rowSums = new float[array.rows()];
            }
            array.multiplyTransposed(deltas, rowSums);
            return rowSums;
        };
    }

    /** Columns of the cells alone. */
    TileReader.Lines stored() {
        return stored;
    }

    /** Columns of cells and elements. */
    TileReader.Lines perturbed() {
        return perturbed;
    }

    /** Rows of the cells. */
    TileReader.Lines transposed() {
        return transposed;
    }
}
