package glia.chip.datapath;

/**
 * The perturbation elements of a tile, as a rule's local part sets them. They keep what they were set to until they are set anew
 * or released.
 */
public interface PerturbationElements {
    /**
     * Sets the element of synapse (i, j) to scale · rows[i] · columns[j]. Nothing is materialised; the arrays stay the caller's
     * and must not change while the elements are set.
     */
    void setRankOne(float[] rows, float[] columns, float scale);

    /**
     * Sets the element of synapse (i, j) to ±scale · rows[i] · columns[j], with a sign of its own for each synapse; held as a bit.
     *
     * @param rows -1, 0 or 1 each; must not change while the elements are set
     * @param columns -1, 0 or 1 each
     */
    void setSigned(float[] rows, float[] columns, float scale, SignBits signs);

    /** Sets the element of every synapse to a value of its own. */
    void setDense(ParameterValues values);
}
