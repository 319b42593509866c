package glia.learning.reference;

/**
 * The outer product of rows r, of which the last is that of the biases, and columns d, with a sign for each parameter; r
 * and d are -1, 0 or 1.
 *
 * <pre>
 * change_ij = ±((f · r_i) · d_j)     perturbation segment = (s · d_j) · k_j, with k_j = Σ ±(r_i x_i)
 * </pre>
 *
 * @param rows r, one value for each input and one for the biases
 * @param columns d, one value for each neuron
 * @param minus where the sign is minus, by row and neuron
 */
record SignedElements(float[] rows, float[] columns, boolean[][] minus) implements LayerElements {
    @Override
    public float bias(float scale, int j) {
        int last = rows.length - 1;
        return signed((scale * columns[j]) * rows[last], last, j);
    }

    @Override
    public float segment(float stored, float scale, float[] x, int from, int to, int j) {
        float overlap = 0f;
        for (int i = from; i < to; i++) {
            if (x[i] != 0f && rows[i] != 0f) {
                overlap = overlap + signed(rows[i] * x[i], i, j);
            }
        }
        return stored + (scale * columns[j]) * overlap;
    }

    @Override
    public float change(float factor, int i, int j) {
        return signed((factor * rows[i]) * columns[j], i, j);
    }

    @Override
    public boolean drives(int i, int j) {
        return rows[i] != 0f && columns[j] != 0f;
    }

    @Override
    public boolean potentiates(float factor, int i, int j) {
        boolean equalSigns = ReferenceSign.negative(factor * rows[i]) == ReferenceSign.negative(columns[j]);
        return equalSigns != minus[i][j];
    }

    private float signed(float value, int i, int j) {
        return minus[i][j] ? -value : value;
    }
}
