package glia.learning.reference;

/**
 * What is added to the parameters of one layer in a perturbed pass: some form of elements times a scale s. The biases are
 * row n of the layer, n being the number of its inputs.
 */
interface LayerPerturbation {
    /** p_j, what is added to the bias of neuron j. */
    float bias(float scale, int j);

    /**
     * The perturbed segment of neuron j.
     *
     * @param stored the stored segment
     * @param scale s
     * @param x the inputs of the layer in the perturbed pass
     * @param from first input of the segment
     * @param to first input after the segment
     */
    float segment(float stored, float scale, float[] x, int from, int to, int j);

    /** Whether the element of row i and neuron j is driven to a value other than 0. */
    boolean drives(int i, int j);
}
