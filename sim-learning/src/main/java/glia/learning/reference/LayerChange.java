package glia.learning.reference;

/**
 * A requested change of all parameters of one layer: some form of elements times a factor f. The biases are row n of the
 * layer, n being the number of its inputs.
 */
interface LayerChange {
    /** The change of the parameter of row i and neuron j. */
    float change(float factor, int i, int j);

    /** Whether the element of row i and neuron j is other than 0. */
    boolean drives(int i, int j);

    /** Whether sign bits call the change of the parameter of row i and neuron j positive. */
    boolean potentiates(float factor, int i, int j);
}
