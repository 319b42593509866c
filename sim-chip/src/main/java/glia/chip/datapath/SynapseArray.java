package glia.chip.datapath;

import glia.chip.device.SynapticDevice;
import java.util.Arrays;

/**
 * The synapses of one tile: stored weights, perturbation elements, write counts; pure and timeless. Weights stand one array a
 * row (an input), so that sums along outputs and rank-one updates run over two plain arrays with the same index.
 */
public final class SynapseArray implements PerturbationElements, WeightChange {
    private final int rows;
    private final int columns;
    private final float[][] weights;
    private final SynapticDevice device;
    private final WriteCounter writes;

    private final float[] lastInputs;
    private final float[] lastSums;
    private final int[] nonZero;
    private final int[] changedRows;
    private int nonZeroCount;
    private boolean lastSumsHold;

    private final float[] perturbedSums;
    private float[] elementRows = new float[0];
    private float[] elementColumns = new float[0];
    private float elementScale;
    private boolean elementsSet;

    /** Makes rows x columns synapses of weight 0. */
    public SynapseArray(int rows, int columns, SynapticDevice device) {
        this.rows = rows;
        this.columns = columns;
        this.device = device;
        weights = new float[rows][columns];
        writes = new WriteCounter(rows, columns);
        lastInputs = new float[rows];
        lastSums = new float[columns];
        perturbedSums = new float[columns];
        nonZero = new int[rows];
        changedRows = new int[rows];
    }

    /** Number of inputs. */
    public int rows() {
        return rows;
    }

    /** Number of outputs. */
    public int columns() {
        return columns;
    }

    /** How many of the inputs last multiplied were not 0. */
    public int nonZeroRows() {
        return nonZeroCount;
    }

    /** The weights of a row. */
    public float[] weights(int row) {
        return weights[row].clone();
    }

    /** Sets a weight before a run; not a write. */
    public void load(int row, int column, float weight) {
        weights[row][column] = weight;
        lastSumsHold = false;
    }

    /** The write counts. */
    public WriteCounter writes() {
        return writes;
    }

    /**
     * The stored segment: one sum a column, in the order of {@link Numerics}. Inputs and weights as in the call before answer the
     * sums of the call before.
     *
     * @param values a layer's values, of which this tile takes {@link #rows()} from {@code first} on
     * @return an array of this object, valid until the next call
     */
    public float[] multiply(float[] values, int first) {
        if (lastSumsHold && Arrays.equals(lastInputs, 0, rows, values, first, first + rows)) {
            return lastSums;
        }
        System.arraycopy(values, first, lastInputs, 0, rows);
        nonZeroCount = findNonZero(lastInputs, nonZero);
        Arrays.fill(lastSums, 0f);
        int k = 0;
        for (; k + 4 <= nonZeroCount; k += 4) {
            addFourRows(nonZero[k], nonZero[k + 1], nonZero[k + 2], nonZero[k + 3]);
        }
        for (; k < nonZeroCount; k++) {
            addRow(nonZero[k]);
        }
        lastSumsHold = true;
        return lastSums;
    }

    /** Writes the indices of the values that are not 0 to {@code indices}, in order; answers how many. No branch to mispredict. */
    private static int findNonZero(float[] values, int[] indices) {
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            indices[count] = i;
            count += values[i] != 0f ? 1 : 0;
        }
        return count;
    }

    private void addRow(int row) {
        float[] w = weights[row];
        float[] sums = lastSums;
        float x = lastInputs[row];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(x, w[j], sums[j]);
        }
    }

    /** Four rows in index order with one pass over the sums: the same operations in the same order as four times one row. */
    private void addFourRows(int row0, int row1, int row2, int row3) {
        float[] w0 = weights[row0];
        float[] w1 = weights[row1];
        float[] w2 = weights[row2];
        float[] w3 = weights[row3];
        float[] sums = lastSums;
        float x0 = lastInputs[row0];
        float x1 = lastInputs[row1];
        float x2 = lastInputs[row2];
        float x3 = lastInputs[row3];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(x3, w3[j], Math.fma(x2, w2[j], Math.fma(x1, w1[j], Math.fma(x0, w0[j], sums[j]))));
        }
    }

    /** The stored segment plus the perturbation segment, as {@link #multiply} where no element is set. */
    public float[] multiplyPerturbed(float[] values, int first) {
        float[] stored = multiply(values, first);
        if (!elementsSet) {
            return stored;
        }
        float overlap = 0f;
        for (int k = 0; k < nonZeroCount; k++) {
            int i = nonZero[k];
            overlap = Math.fma(elementRows[i], lastInputs[i], overlap);
        }
        float[] sums = perturbedSums;
        float[] d = elementColumns;
        float scale = elementScale;
        for (int j = 0; j < sums.length; j++) {
            sums[j] = stored[j] + (scale * d[j]) * overlap;
        }
        return sums;
    }

    @Override
    public void setRankOne(float[] rowValues, float[] columnValues, float scale) {
        elementRows = rowValues;
        elementColumns = columnValues;
        elementScale = scale;
        elementsSet = true;
        writes.toggle(rowValues, columnValues);
    }

    /** Releases all elements. */
    public void release() {
        elementsSet = false;
        writes.release();
    }

    @Override
    public void addRankOne(float factor, float[] rowValues, float[] columnValues) {
        boolean asMultiplied = Arrays.equals(rowValues, lastInputs);
        int count = asMultiplied ? nonZeroCount : findNonZero(rowValues, changedRows);
        int[] changed = asMultiplied ? nonZero : changedRows;
        device.writeRows(weights, changed, count, factor, rowValues, columnValues);
        lastSumsHold = false;
        writes.commit(factor, rowValues, columnValues);
    }
}
