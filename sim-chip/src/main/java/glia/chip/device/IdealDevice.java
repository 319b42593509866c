package glia.chip.device;

/** A cell that stores what it is asked to, in float. */
public final class IdealDevice implements SynapticDevice {
    @Override
    public float write(float stored, float requestedChange) {
        return stored + requestedChange;
    }

    @Override
    public void writeRows(float[][] weights, int[] rows, int count, float factor, float[] rowValues, float[] columns) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            int i0 = rows[k];
            int i1 = rows[k + 1];
            int i2 = rows[k + 2];
            int i3 = rows[k + 3];
            addToFour(
                    weights[i0],
                    weights[i1],
                    weights[i2],
                    weights[i3],
                    factor * rowValues[i0],
                    factor * rowValues[i1],
                    factor * rowValues[i2],
                    factor * rowValues[i3],
                    columns);
        }
        for (; k < count; k++) {
            addToOne(weights[rows[k]], factor * rowValues[rows[k]], columns);
        }
    }

    private static void addToOne(float[] stored, float rowFactor, float[] columns) {
        for (int j = 0; j < stored.length; j++) {
            stored[j] += rowFactor * columns[j];
        }
    }

    /** Four rows with one pass over the columns; the rows are different arrays. */
    private static void addToFour(
            float[] w0, float[] w1, float[] w2, float[] w3, float t0, float t1, float t2, float t3, float[] columns) {
        for (int j = 0; j < columns.length; j++) {
            float d = columns[j];
            w0[j] += t0 * d;
            w1[j] += t1 * d;
            w2[j] += t2 * d;
            w3[j] += t3 * d;
        }
    }
}
