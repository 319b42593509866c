package glia.chip.datapath;

/** The cells of a tile, as a rule's local part asks changes of them. */
public interface WeightChange {
    /** Asks the change (factor · rows[i]) · columns[j] of every synapse (i, j); where a row or column is 0 nothing changes. */
    void addRankOne(float factor, float[] rows, float[] columns);

    /** Asks the change factor · θ~ of every synapse, with θ~ what its perturbation element holds. */
    void addPerturbation(float factor);
}
