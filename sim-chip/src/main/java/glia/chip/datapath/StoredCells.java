package glia.chip.datapath;

import glia.chip.device.LayerDevice;
import glia.core.archive.Archive;
import org.jspecify.annotations.Nullable;

/** The cells of a tile that are more than numbers: what each stores, beside the weight that it has when it is read. */
interface StoredCells {
    /** The cells of rows x columns synapses that stand in their layer from a row and a column on; none where they are plain numbers. */
    static @Nullable StoredCells of(
            LayerDevice device, int rows, int columns, int firstRow, int firstColumn, WriteCounter writes) {
        if (device.storesSums()) {
            return null;
        }
        return device.scheme().pairs()
                ? new PairedCells(device, rows, columns, firstRow, firstColumn, writes)
                : new DeviceCells(device, rows, columns, firstRow, firstColumn, writes);
    }

    /** Answers the weight of a synapse that a value was put into before a run. */
    float load(int row, int column, float weight);

    /** Starts a write of the layer; all its tiles take part in every one. */
    void startWrite();

    /**
     * Asks changes of the synapses of a row; modifies their weights. Answers whether one was written.
     *
     * @param changes at least as many as the tile has columns; 0 asks nothing; may be modified
     */
    boolean write(int row, float[] weights, float[] changes);

    /**
     * Moves on to a sample; modifies the weights of cells that drift. Answers whether cells do.
     *
     * @param sample counted from 0, at least the one before
     */
    boolean startSample(long sample, float[][] weights);

    /** Saves or loads what the cells store. */
    void state(Archive archive);
}
