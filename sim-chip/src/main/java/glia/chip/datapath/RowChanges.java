package glia.chip.datapath;

/** Values of the synapses of a tile, asked for a row at a time. */
interface RowChanges {
    /** Nothing. */
    RowChanges NONE = (row, values) -> {};

    /** Adds the values of a row to some. */
    void add(int row, float[] values);
}
