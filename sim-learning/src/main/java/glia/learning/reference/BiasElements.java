package glia.learning.reference;

/**
 * Elements of the biases alone: p_j = s · d_j, and the segments are the stored ones.
 *
 * @param inputs number of inputs of the layer
 * @param columns d, one value for each neuron
 */
record BiasElements(int inputs, float[] columns) implements LayerPerturbation {
    /** A layer that is not perturbed at all. */
    static BiasElements none(int inputs, int neurons) {
        return new BiasElements(inputs, new float[neurons]);
    }

    @Override
    public float bias(float scale, int j) {
        return scale * columns[j];
    }

    @Override
    public float segment(float stored, float scale, float[] x, int from, int to, int j) {
        return stored;
    }

    @Override
    public boolean drives(int i, int j) {
        return i == inputs && columns[j] != 0f;
    }
}
