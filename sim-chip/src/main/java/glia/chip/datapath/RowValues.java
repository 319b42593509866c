package glia.chip.datapath;

import java.util.Arrays;

/** One value a row of a tile, and which of them are not 0. */
final class RowValues extends Signs {
    final float[] values;
    /** Rows whose value is not 0, in order. */
    final int[] indices;
    /** How many of the indices count. */
    int count;

    RowValues(int rows) {
        super(rows);
        values = new float[rows];
        indices = new int[rows];
    }

    boolean equal(float[] others, int first) {
        return Arrays.equals(values, 0, values.length, others, first, first + values.length);
    }

    /** Takes as many of the others as there are rows, from {@code first} on. */
    void take(float[] others, int first) {
        System.arraycopy(others, first, values, 0, values.length);
        take(values);
        count = 0;
        for (int word = 0; word < nonZero.length; word++) {
            for (long bits = nonZero[word]; bits != 0; bits &= bits - 1) {
                indices[count++] = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
        }
    }

    /** Takes what another one holds of as many rows. */
    void copy(RowValues other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
        System.arraycopy(other.nonZero, 0, nonZero, 0, nonZero.length);
        System.arraycopy(other.negative, 0, negative, 0, negative.length);
        System.arraycopy(other.indices, 0, indices, 0, other.count);
        count = other.count;
    }

    /** Whether the other one's value is not 0 wherever this one's is not. */
    boolean isWithin(RowValues other) {
        long beyond = 0;
        for (int word = 0; word < nonZero.length; word++) {
            beyond |= nonZero[word] & ~other.nonZero[word];
        }
        return beyond == 0;
    }

    /** Writes the rows whose value is not 0 here and 0 in the other one; answers how many. */
    int without(RowValues other, int[] rows) {
        int found = 0;
        for (int k = 0; k < count; k++) {
            rows[found] = indices[k];
            found += other.values[indices[k]] == 0f ? 1 : 0;
        }
        return found;
    }
}
