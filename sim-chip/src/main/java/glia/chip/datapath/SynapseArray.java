package glia.chip.datapath;

import glia.chip.device.LayerDevice;
import org.jspecify.annotations.Nullable;

/**
 * The synapses of one tile: stored weights ({@link CellMatrix}), perturbation elements, write counts, and registers where a rule
 * integrates; pure and timeless.
 */
public final class SynapseArray implements PerturbationElements, WeightChange {
    private final int rows;
    private final int columns;
    private final int firstRow;
    private final int firstColumn;
    private final CellMatrix cells;

    private RowValues last;
    private RowValues spare;
    private final float[] lastSums;
    private boolean lastSumsHold;

    private final float[] perturbedSums;
    private RowValues elementRows;
    private float[] elementColumns = new float[0];
    private float elementScale;
    private boolean elementsSet;
    private HeldElements.@Nullable Signed signedElements;
    private HeldElements.@Nullable Dense denseElements;
    /** What holds the elements; nothing while they are of rank one. */
    private @Nullable HeldElements held;

    private final RowValues asked;

    /** Makes rows x columns synapses of weight 0, those of a layer of the same size. */
    public SynapseArray(int rows, int columns, LayerDevice device) {
        this(rows, columns, 0, 0, device);
    }

    /** Makes rows x columns synapses of weight 0, which stand in their layer from a row and a column on. */
    public SynapseArray(int rows, int columns, int firstRow, int firstColumn, LayerDevice device) {
        this.rows = rows;
        this.columns = columns;
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
        cells = new CellMatrix(rows, columns, firstRow, firstColumn, device);
        last = new RowValues(rows);
        spare = new RowValues(rows);
        elementRows = last;
        lastSums = new float[cells.width()];
        perturbedSums = new float[cells.width()];
        asked = new RowValues(rows);
    }

    /** Has changes integrated in registers from now on, over an update period. */
    public void integrate(Optimizer optimizer, int updatePeriod) {
        cells.integrate(optimizer, updatePeriod);
    }

    /** Number of inputs. */
    public int rows() {
        return rows;
    }

    /** Number of outputs. */
    public int columns() {
        return columns;
    }

    /** The weights of a row. */
    public float[] weights(int row) {
        return cells.weights(row);
    }

    /** What the registers of a row integrated since the last commit, where changes are integrated. */
    public float[] integral(int row) {
        return cells.integral(row);
    }

    /** Sets a weight before a run; not a write. */
    public void load(int row, int column, float weight) {
        cells.load(row, column, weight);
        lastSumsHold = false;
    }

    /** The write counts. */
    public WriteCounter writes() {
        return cells.writes();
    }

    /** Carries out a change that waits for the next read. */
    public void writePending() {
        cells.writePending();
    }

    /** The length of an array for the sums. */
    int width() {
        return lastSums.length;
    }

    /** Adds the products of inputs and stored weights to sums; only reads, and no change may be pending. */
    void addStored(RowValues inputs, float[] sums) {
        cells.addStored(inputs, sums);
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
        cells.multiply(last, lastSums);
        lastSumsHold = true;
        return lastSums;
    }

    /** The stored segment plus the perturbation segment, as {@link #multiply} where no element is set. */
    public float[] multiplyPerturbed(float[] values, int first) {
        float[] stored = multiply(values, first);
        if (!elementsSet) {
            return stored;
        }
        if (held != null) {
            held.addSegment(last, stored, perturbedSums);
            return perturbedSums;
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

    /**
     * Multiplies from the columns to the rows: sums over the columns in order, {@code acc = fma(d_j, w_ij, acc)} from 0; deltas that
     * are exactly 0 are skipped.
     */
    public void multiplyTransposed(float[] deltas, float[] sums) {
        cells.multiplyTransposed(deltas, sums);
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
        held = null;
        writes().toggle(elementRows, columnValues);
    }

    @Override
    public void setSigned(float[] rowValues, float[] columnValues, float scale, SignBits signs) {
        if (signedElements == null) {
            signedElements = new HeldElements.Signed(rows, columns, width());
        }
        signedElements.set(rowValues, columnValues, scale, signs, firstRow, firstColumn);
        hold(signedElements);
    }

    @Override
    public void setDense(ParameterValues values) {
        if (denseElements == null) {
            denseElements = new HeldElements.Dense(rows, columns, width());
        }
        denseElements.set(values, firstRow, firstColumn);
        hold(denseElements);
    }

    private void hold(HeldElements elements) {
        release();
        held = elements;
        elementsSet = true;
        for (int i = 0; i < rows; i++) {
            if (elements.drives(i)) {
                writes().toggleRow(i, elements.driven(i));
            }
        }
    }

    /** Whether elements are set. */
    public boolean elementsSet() {
        return elementsSet;
    }

    /** How many rows have elements that are driven. */
    public int drivenRows() {
        HeldElements elements = held;
        if (elements == null) {
            return elementRows.count;
        }
        int driven = 0;
        for (int i = 0; i < rows; i++) {
            driven += elements.drives(i) ? 1 : 0;
        }
        return driven;
    }

    /** Releases all elements. */
    public void release() {
        elementsSet = false;
        writes().release();
    }

    /** Starts a write, in which no row was changed yet. */
    public void startWrite() {
        cells.startWrite();
    }

    /** How many rows a cell was asked to change in since {@link #startWrite}. */
    public int rowsChanged() {
        return cells.rowsChanged();
    }

    @Override
    public void addRankOne(float factor, float[] rowValues, float[] columnValues) {
        if (elementsSet && elementRows.equal(rowValues, 0)) {
            cells.addRankOne(factor, elementRows, columnValues);
        } else {
            asked.take(rowValues, 0);
            cells.addRankOne(factor, asked, columnValues);
        }
        lastSumsHold = false;
    }

    @Override
    public void addPerturbation(float factor) {
        HeldElements elements = held;
        if (elementsSet && elements == null) {
            cells.addRankOne(factor * elementScale, elementRows, elementColumns);
        } else if (elementsSet && elements != null) {
            cells.addHeld(factor, elements);
        }
        lastSumsHold = false;
    }

    /**
     * Commits what the registers integrated; see {@link GradientRegisters}.
     *
     * @param rates the words of the commit
     */
    public void commit(float[] rates) {
        cells.commit(rates);
        lastSumsHold = false;
    }
}
