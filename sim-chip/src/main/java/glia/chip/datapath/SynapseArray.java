package glia.chip.datapath;

import glia.chip.device.SynapticDevice;
import glia.chip.kernel.Kernels;
import glia.chip.kernel.RankOne;
import glia.chip.kernel.RowKernels;
import java.util.Arrays;

/**
 * The synapses of one tile: stored weights, perturbation elements, write counts; pure and timeless. Weights stand one array a
 * row (an input), so that sums along outputs and rank-one updates run over plain arrays with the same index.
 *
 * <p>A change asked of cells that simply add it waits until the rows are read next, and then both take one pass over them.
 */
public final class SynapseArray implements PerturbationElements, WeightChange {
    private static final RowKernels KERNELS = Kernels.fastest();

    private final int rows;
    private final int columns;
    private final float[][] weights;
    private final SynapticDevice device;
    private final WriteCounter writes;

    private RowValues last;
    private RowValues spare;
    private final float[] lastSums;
    private boolean lastSumsHold;

    private final float[] perturbedSums;
    private RowValues elementRows;
    private float[] elementColumns = new float[0];
    private float elementScale;
    private boolean elementsSet;

    private final RowValues changedRows;
    private final RankOne change;
    private final int[] unread;
    private boolean changePending;

    /** Makes rows x columns synapses of weight 0. */
    public SynapseArray(int rows, int columns, SynapticDevice device) {
        this.rows = rows;
        this.columns = columns;
        this.device = device;
        int width = KERNELS.width(columns);
        weights = new float[rows][width];
        writes = new WriteCounter(rows, columns);
        last = new RowValues(rows);
        spare = new RowValues(rows);
        elementRows = last;
        lastSums = new float[width];
        perturbedSums = new float[width];
        changedRows = new RowValues(rows);
        change = new RankOne(new float[rows], new float[width]);
        unread = new int[rows];
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
        return last.count;
    }

    /** The weights of a row. */
    public float[] weights(int row) {
        writePending();
        return Arrays.copyOf(weights[row], columns);
    }

    /** Sets a weight before a run; not a write. */
    public void load(int row, int column, float weight) {
        writePending();
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
     * @return an array of this object of at least {@link #columns} values, valid until the next call
     */
    public float[] multiply(float[] values, int first) {
        if (lastSumsHold && last.equal(values, first)) {
            return lastSums;
        }
        if (elementsSet && last == elementRows) {
            last = spare;
            spare = elementRows;
        }
        last.take(values, first);
        Arrays.fill(lastSums, 0f);
        if (changePending) {
            changeAndMultiply();
        } else {
            KERNELS.addRows(weights, last.indices, last.count, last.values, lastSums);
        }
        lastSumsHold = true;
        return lastSums;
    }

    /**
     * One pass where all rows that are read were changed, as in a layer whose inputs are seldom 0; else two, because a pass over
     * rows of either kind would be cut into short runs (measured on MNIST's pixels: slower than two passes).
     */
    private void changeAndMultiply() {
        if (!last.isWithin(changedRows)) {
            writePending();
            KERNELS.addRows(weights, last.indices, last.count, last.values, lastSums);
            return;
        }
        changePending = false;
        if (last.count < changedRows.count) {
            KERNELS.change(weights, unread, changedRows.without(last, unread), change);
        }
        KERNELS.changeAndAdd(weights, last.indices, last.count, change, last.values, lastSums);
    }

    /** The length of an array for the sums. */
    int width() {
        return lastSums.length;
    }

    /** Adds the products of inputs and stored weights to sums; only reads, and no change may be pending. */
    void addStored(RowValues inputs, float[] sums) {
        KERNELS.addRows(weights, inputs.indices, inputs.count, inputs.values, sums);
    }

    /** Carries out a change that waits for the next read. */
    public void writePending() {
        if (changePending) {
            changePending = false;
            KERNELS.change(weights, changedRows.indices, changedRows.count, change);
        }
    }

    /** The stored segment plus the perturbation segment, as {@link #multiply} where no element is set. */
    public float[] multiplyPerturbed(float[] values, int first) {
        float[] stored = multiply(values, first);
        if (!elementsSet) {
            return stored;
        }
        float overlap = 0f;
        float[] elements = elementRows.values;
        for (int k = 0; k < last.count; k++) {
            int i = last.indices[k];
            overlap = Math.fma(elements[i], last.values[i], overlap);
        }
        float[] sums = perturbedSums;
        float[] d = elementColumns;
        float scale = elementScale;
        for (int j = 0; j < d.length; j++) {
            sums[j] = stored[j] + (scale * d[j]) * overlap;
        }
        return sums;
    }

    @Override
    public void setRankOne(float[] rowValues, float[] columnValues, float scale) {
        if (!last.equal(rowValues, 0)) {
            spare.take(rowValues, 0);
            elementRows = spare;
        } else {
            elementRows = last;
        }
        elementColumns = columnValues;
        elementScale = scale;
        elementsSet = true;
        writes.toggle(elementRows, columnValues);
    }

    /** Releases all elements. */
    public void release() {
        elementsSet = false;
        writes.release();
    }

    @Override
    public void addRankOne(float factor, float[] rowValues, float[] columnValues) {
        writePending();
        if (elementsSet && elementRows.equal(rowValues, 0)) {
            changedRows.copy(elementRows);
        } else {
            changedRows.take(rowValues, 0);
        }
        for (int k = 0; k < changedRows.count; k++) {
            int i = changedRows.indices[k];
            change.inputs()[i] = factor * changedRows.values[i];
        }
        if (device.storesSums()) {
            System.arraycopy(columnValues, 0, change.outputs(), 0, columns);
            changePending = true;
        } else {
            device.writeRows(weights, changedRows.indices, changedRows.count, change.inputs(), columnValues);
        }
        lastSumsHold = false;
        writes.commit(factor, changedRows, columnValues);
    }
}
