package glia.chip.datapath;

/** The synapses of a tile as machine.md section 3 writes them: one after the other, nothing kept, nothing skipped over. */
final class NaiveSynapses {
    final float[][] weights;
    private float[] rows = new float[0];
    private float[] columns = new float[0];
    private float scale;
    private boolean set;

    NaiveSynapses(int rowCount, int columnCount) {
        weights = new float[rowCount][columnCount];
    }

    float[] stored(float[] values, int first) {
        float[] sums = new float[weights[0].length];
        for (int j = 0; j < sums.length; j++) {
            float sum = 0f;
            for (int i = 0; i < weights.length; i++) {
                float x = values[first + i];
                if (x != 0f) {
                    sum = Math.fma(x, weights[i][j], sum);
                }
            }
            sums[j] = sum;
        }
        return sums;
    }

    float[] transposed(float[] deltas) {
        float[] sums = new float[weights.length];
        for (int i = 0; i < sums.length; i++) {
            float sum = 0f;
            for (int j = 0; j < deltas.length; j++) {
                if (deltas[j] != 0f) {
                    sum = Math.fma(deltas[j], weights[i][j], sum);
                }
            }
            sums[i] = sum;
        }
        return sums;
    }

    float[] perturbed(float[] values, int first) {
        float[] sums = stored(values, first);
        if (!set) {
            return sums;
        }
        float k = 0f;
        for (int i = 0; i < weights.length; i++) {
            if (values[first + i] != 0f) {
                k = Math.fma(rows[i], values[first + i], k);
            }
        }
        for (int j = 0; j < sums.length; j++) {
            float perturbation = (scale * columns[j]) * k;
            sums[j] = sums[j] + perturbation;
        }
        return sums;
    }

    void set(float[] rowValues, float[] columnValues, float s) {
        rows = rowValues;
        columns = columnValues;
        scale = s;
        set = true;
    }

    void release() {
        set = false;
    }

    /** The requested change t_i · d_j, which the ideal cell adds. */
    void add(float factor, float[] rowValues, float[] columnValues) {
        for (int i = 0; i < weights.length; i++) {
            float t = factor * rowValues[i];
            for (int j = 0; j < columnValues.length; j++) {
                if (rowValues[i] != 0f && columnValues[j] != 0f) {
                    float change = t * columnValues[j];
                    weights[i][j] = weights[i][j] + change;
                }
            }
        }
    }
}
