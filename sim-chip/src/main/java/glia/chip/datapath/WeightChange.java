package glia.chip.datapath;

/** The cells of a tile, as a rule's local part asks changes of them. */
public interface WeightChange {
    /** Asks the change (factor · rows[i]) · columns[j] of every synapse (i, j) where neither is 0. */
    void addRankOne(float factor, float[] rows, float[] columns);
}
