package glia.chip.datapath;

/** The perturbation elements of a tile, as a rule's local part sets them. */
public interface PerturbationElements {
    /**
     * Sets the element of synapse (i, j) to scale · rows[i] · columns[j]. Nothing is materialised; the arrays stay the caller's
     * and must not change until the release.
     */
    void setRankOne(float[] rows, float[] columns, float scale);
}
