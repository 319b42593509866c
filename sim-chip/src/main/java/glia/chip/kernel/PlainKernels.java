package glia.chip.kernel;

import java.util.Arrays;

/** The loops in plain Java, four rows at a time; the just-in-time compiler turns them into vector instructions. */
final class PlainKernels implements RowKernels {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public int width(int columns) {
        return columns;
    }

    @Override
    public void addRows(float[][] rows, int[] indices, int count, float[] inputs, float[] sums) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            int i0 = indices[k];
            int i1 = indices[k + 1];
            int i2 = indices[k + 2];
            int i3 = indices[k + 3];
            addFour(rows[i0], rows[i1], rows[i2], rows[i3], inputs[i0], inputs[i1], inputs[i2], inputs[i3], sums);
        }
        for (; k < count; k++) {
            addOne(rows[indices[k]], inputs[indices[k]], sums);
        }
    }

    private static void addOne(float[] row, float x, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(x, row[j], sums[j]);
        }
    }

    /** Four rows in order with one pass over the sums: the same operations in the same order as four times one row. */
    private static void addFour(
            float[] r0, float[] r1, float[] r2, float[] r3, float x0, float x1, float x2, float x3, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(x3, r3[j], Math.fma(x2, r2[j], Math.fma(x1, r1[j], Math.fma(x0, r0[j], sums[j]))));
        }
    }

    @Override
    public void change(float[][] rows, int[] indices, int count, RankOne change) {
        float[] changes = change.inputs();
        float[] columns = change.outputs();
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            int i0 = indices[k];
            int i1 = indices[k + 1];
            int i2 = indices[k + 2];
            int i3 = indices[k + 3];
            changeFour(
                    rows[i0],
                    rows[i1],
                    rows[i2],
                    rows[i3],
                    changes[i0],
                    changes[i1],
                    changes[i2],
                    changes[i3],
                    columns);
        }
        for (; k < count; k++) {
            changeOne(rows[indices[k]], changes[indices[k]], columns);
        }
    }

    private static void changeOne(float[] row, float t, float[] columns) {
        for (int j = 0; j < row.length; j++) {
            row[j] += t * columns[j];
        }
    }

    /** Four rows with one pass over the columns; the rows are different arrays. */
    private static void changeFour(
            float[] r0, float[] r1, float[] r2, float[] r3, float t0, float t1, float t2, float t3, float[] columns) {
        for (int j = 0; j < columns.length; j++) {
            float d = columns[j];
            r0[j] += t0 * d;
            r1[j] += t1 * d;
            r2[j] += t2 * d;
            r3[j] += t3 * d;
        }
    }

    @Override
    public void changeAndAdd(float[][] rows, int[] indices, int count, RankOne change, float[] inputs, float[] sums) {
        float[] changes = change.inputs();
        float[] columns = change.outputs();
        int k = 0;
        for (; k + 2 <= count; k += 2) {
            int i0 = indices[k];
            int i1 = indices[k + 1];
            changeAndAddTwo(rows[i0], rows[i1], changes[i0], changes[i1], columns, inputs[i0], inputs[i1], sums);
        }
        if (k < count) {
            changeOne(rows[indices[k]], changes[indices[k]], columns);
            addOne(rows[indices[k]], inputs[indices[k]], sums);
        }
    }

    private static void changeAndAddTwo(
            float[] r0, float[] r1, float t0, float t1, float[] columns, float x0, float x1, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            float d = columns[j];
            float w0 = r0[j] + t0 * d;
            float w1 = r1[j] + t1 * d;
            r0[j] = w0;
            r1[j] = w1;
            sums[j] = Math.fma(x1, w1, Math.fma(x0, w0, sums[j]));
        }
    }

    @Override
    public void signs(float[] values, long[] nonZero, long[] negative) {
        Arrays.fill(nonZero, 0);
        Arrays.fill(negative, 0);
        int i = 0;
        for (; i + 4 <= values.length; i += 4) {
            int b0 = Float.floatToRawIntBits(values[i]);
            int b1 = Float.floatToRawIntBits(values[i + 1]);
            int b2 = Float.floatToRawIntBits(values[i + 2]);
            int b3 = Float.floatToRawIntBits(values[i + 3]);
            if ((b0 | b1 | b2 | b3) << 1 != 0) {
                int some = isNonZero(b0) | isNonZero(b1) << 1 | isNonZero(b2) << 2 | isNonZero(b3) << 3;
                int minus = b0 >>> 31 | b1 >>> 31 << 1 | b2 >>> 31 << 2 | b3 >>> 31 << 3;
                nonZero[i / Long.SIZE] |= (long) some << i;
                negative[i / Long.SIZE] |= (long) (minus & some) << i;
            }
        }
        for (; i < values.length; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            nonZero[i / Long.SIZE] |= (long) isNonZero(bits) << i;
            negative[i / Long.SIZE] |= (long) (isNonZero(bits) & bits >>> 31) << i;
        }
    }

    /** 1 for the bits of a number that is not 0, without a branch to mispredict: what is below 0 once its negation was taken. */
    private static int isNonZero(int bits) {
        return -(bits & Integer.MAX_VALUE) >>> 31;
    }

    @Override
    public void addSigned(float value, long[] signs, float[] sums) {
        int bits = Float.floatToRawIntBits(value);
        for (int j = 0; j < sums.length; j++) {
            sums[j] += Float.intBitsToFloat(bits ^ minus(signs, j));
        }
    }

    /** The sign bit of a float where a bit is set. */
    static int minus(long[] signs, int j) {
        return (int) (signs[j / Long.SIZE] >>> j) << (Integer.SIZE - 1);
    }

    @Override
    public void multiplySigned(float factor, long[] signs, float[] columns, float[] products) {
        for (int j = 0; j < products.length; j++) {
            int bits = Float.floatToRawIntBits(factor * columns[j]);
            products[j] = Float.intBitsToFloat(bits ^ minus(signs, j));
        }
    }

    @Override
    public void tanh(float[] inputs, float[] outputs) {
        for (int j = 0; j < outputs.length; j++) {
            outputs[j] = HyperbolicTangent.of(inputs[j]);
        }
    }
}
