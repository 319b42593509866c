package glia.learning.reference;

import java.util.Arrays;

/**
 * The outer product of rows r, of which the last is that of the biases, and columns d.
 *
 * <pre>
 * change_ij = (f · r_i) · d_j        perturbation segment = (s · d_j) · k, with k = Σ r_i x_i
 * </pre>
 *
 * @param rows r, one value for each input and one for the biases
 * @param columns d, one value for each neuron
 */
record RankOneElements(float[] rows, float[] columns) implements LayerElements {
    /** The outer product of one value for each input, and 1 for the biases, with one value for each neuron. */
    static RankOneElements of(float[] inputs, float[] columns) {
        return new RankOneElements(withBias(inputs), columns);
    }

    /** One value for each input, then the 1 that stands for the input of the biases. */
    static float[] withBias(float[] inputs) {
        float[] rows = Arrays.copyOf(inputs, inputs.length + 1);
        rows[inputs.length] = 1f;
        return rows;
    }

    @Override
    public float bias(float scale, int j) {
        return (scale * columns[j]) * rows[rows.length - 1];
    }

    @Override
    public float segment(float stored, float scale, float[] x, int from, int to, int j) {
        float overlap = 0f;
        for (int i = from; i < to; i++) {
            overlap = Math.fma(rows[i], x[i], overlap);
        }
        return stored + (scale * columns[j]) * overlap;
    }

    @Override
    public float change(float factor, int i, int j) {
        return (factor * rows[i]) * columns[j];
    }

    @Override
    public boolean drives(int i, int j) {
        return rows[i] != 0f && columns[j] != 0f;
    }

    @Override
    public boolean potentiates(float factor, int i, int j) {
        return ReferenceSign.negative(factor * rows[i]) == ReferenceSign.negative(columns[j]);
    }
}
