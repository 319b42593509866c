package glia.chip.datapath;

import java.util.Arrays;

/**
 * Multiplies inputs with the stored weights of tiles outside time: the operations of {@link SynapseArray#multiply} in the same
 * order, but the tiles are only read. Sums and indices belong to the reader, so that threads that have one each may read the same
 * tiles at the same time, as long as nothing writes to them and {@link SynapseArray#writePending} was called before.
 */
public final class SegmentReader {
    private RowValues inputs = new RowValues(0);
    private float[] sums = new float[0];

    /**
     * The segment of a tile: one sum a column.
     *
     * @param values a layer's values, of which the tile takes its rows from {@code first} on
     * @return an array of this object of at least as many values as the tile has columns, valid until the next call
     */
    public float[] segment(SynapseArray tile, float[] values, int first) {
        if (inputs.values.length != tile.rows()) {
            inputs = new RowValues(tile.rows());
        }
        if (sums.length != tile.width()) {
            sums = new float[tile.width()];
        }
        inputs.take(values, first);
        Arrays.fill(sums, 0f);
        tile.addStored(inputs, sums);
        return sums;
    }
}
