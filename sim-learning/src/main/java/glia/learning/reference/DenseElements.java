package glia.learning.reference;

/**
 * A value v of its own for every parameter; no scale concerns it.
 *
 * <pre>
 * change_ij = f · v_ij               perturbation segment = q_j, with q_j = Σ x_i v_ij
 * </pre>
 *
 * @param values v, by row and neuron; the last row is that of the biases
 */
record DenseElements(float[][] values) implements LayerElements {
    @Override
    public float bias(float scale, int j) {
        return values[values.length - 1][j];
    }

    @Override
    public float segment(float stored, float scale, float[] x, int from, int to, int j) {
        float sum = 0f;
        for (int i = from; i < to; i++) {
            if (x[i] != 0f) {
                sum = Math.fma(x[i], values[i][j], sum);
            }
        }
        return stored + sum;
    }

    @Override
    public float change(float factor, int i, int j) {
        return factor * values[i][j];
    }

    @Override
    public float unit(float scale) {
        return 1f;
    }

    @Override
    public boolean drives(int i, int j) {
        return values[i][j] != 0f;
    }

    @Override
    public boolean potentiates(float factor, int i, int j) {
        return ReferenceSign.negative(factor) == ReferenceSign.negative(values[i][j]);
    }
}
