package glia.chip.datapath;

/** Multiplies from the columns of weights to their rows. */
final class TransposedProduct {
    /** The columns whose delta is not 0; has room for one a column. */
    private final int[] driven;

    /** For weights of some columns. */
    TransposedProduct(int columns) {
        driven = new int[columns];
    }

    /** Writes, for each row, the sum over the columns in order, {@code acc = fma(d_j, w_ij, acc)} from 0 without deltas that are 0. */
    void multiply(float[][] weights, float[] deltas, float[] sums) {
        int count = 0;
        for (int j = 0; j < driven.length; j++) {
            driven[count] = j;
            count += deltas[j] != 0f ? 1 : 0;
        }
        int i = 0;
        for (; i + 4 <= weights.length; i += 4) {
            addFour(weights, i, deltas, count, sums);
        }
        for (; i < weights.length; i++) {
            float sum = 0f;
            for (int k = 0; k < count; k++) {
                sum = Math.fma(deltas[driven[k]], weights[i][driven[k]], sum);
            }
            sums[i] = sum;
        }
    }

    /** Four rows side by side, because each product of a row waits for the one before. */
    private void addFour(float[][] weights, int first, float[] deltas, int count, float[] sums) {
        float[] row0 = weights[first];
        float[] row1 = weights[first + 1];
        float[] row2 = weights[first + 2];
        float[] row3 = weights[first + 3];
        float sum0 = 0f;
        float sum1 = 0f;
        float sum2 = 0f;
        float sum3 = 0f;
        for (int k = 0; k < count; k++) {
            int j = driven[k];
            float d = deltas[j];
            sum0 = Math.fma(d, row0[j], sum0);
            sum1 = Math.fma(d, row1[j], sum1);
            sum2 = Math.fma(d, row2[j], sum2);
            sum3 = Math.fma(d, row3[j], sum3);
        }
        sums[first] = sum0;
        sums[first + 1] = sum1;
        sums[first + 2] = sum2;
        sums[first + 3] = sum3;
    }
}
