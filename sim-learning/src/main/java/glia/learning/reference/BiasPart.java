package glia.learning.reference;

/**
 * The biases' part of elements, where cells are perturbed in place: the segments are those of the cells.
 *
 * @param elements what perturbs biases
 * @param inputs number of inputs of the layer
 */
record BiasPart(LayerPerturbation elements, int inputs) implements LayerPerturbation {
    @Override
    public float bias(float scale, int j) {
        return elements.bias(scale, j);
    }

    @Override
    public float segment(float stored, float scale, float[] x, int from, int to, int j) {
        return stored;
    }

    @Override
    public boolean drives(int i, int j) {
        return i == inputs && elements.drives(i, j);
    }
}
