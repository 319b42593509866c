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
     * Adds a tile's segment to the inputs of its neurons.
     *
     * @param values a layer's values, of which the tile takes its rows from {@code first} on
     * @param totals a layer's neuron inputs, of which the tile adds to its columns from {@code firstNeuron} on
     */
    public void addSegment(SynapseArray tile, float[] values, int first, float[] totals, int firstNeuron) {
        if (inputs.values.length != tile.rows()) {
            inputs = new RowValues(tile.rows());
        }
        if (sums.length != tile.width()) {
            sums = new float[tile.width()];
        }
        inputs.take(values, first);
        Arrays.fill(sums, 0f);
        tile.addStored(inputs, sums);
        for (int j = 0; j < tile.columns(); j++) {
            totals[firstNeuron + j] += sums[j];
        }
    }
}
