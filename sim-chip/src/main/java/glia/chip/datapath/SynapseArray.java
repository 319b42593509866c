package glia.chip.datapath;

import glia.chip.device.LayerDevice;
import glia.chip.device.LayerElements;
import glia.core.archive.Archive;
import org.jspecify.annotations.Nullable;

/**
 * The synapses of one tile: stored weights ({@link CellMatrix}), perturbation elements, write counts, and registers where a rule
 * integrates; pure and timeless.
 */
public final class SynapseArray implements PerturbationElements, WeightChange {
    private final int rows;
    private final int columns;
    private final CellMatrix cells;
    private final boolean pairs;

    private final LastRead last;
    private final float[] perturbedSums;
    private final ElementPattern elements;
    /** What separate elements add where they have limits. */
    private final @Nullable LimitedElements limited;

    private final boolean inPlace;
    /** Whether the cells hold θ~ too. */
    private boolean perturbed;
    /** Whether the next change by θ~ restores the cells. */
    private boolean merging;

    private final RowValues asked;

    /** Makes rows x columns synapses of weight 0, those of a layer of the same size. */
    public SynapseArray(int rows, int columns, LayerDevice device) {
        this(rows, columns, 0, 0, device, LayerElements.IDEAL);
    }

    /** Makes rows x columns synapses of weight 0, which stand in their layer from a row and a column on. */
    public SynapseArray(
            int rows, int columns, int firstRow, int firstColumn, LayerDevice device, LayerElements layerElements) {
        this.rows = rows;
        this.columns = columns;
        pairs = device.scheme().pairs();
        cells = new CellMatrix(rows, columns, firstRow, firstColumn, device);
        last = new LastRead(rows, cells.width());
        perturbedSums = new float[cells.width()];
        asked = new RowValues(rows);
        elements = new ElementPattern(last.rows(), columns, width(), firstRow, firstColumn);
        inPlace = layerElements.parameters().inPlace();
        limited = inPlace || layerElements.parameters().isExact()
                ? null
                : new LimitedElements(layerElements, rows, columns, width(), firstRow, firstColumn);
    }

    /** Has changes integrated in registers from now on, over an update period. */
    public void integrate(Optimizer optimizer, int updatePeriod) {
        cells.integrate(optimizer, updatePeriod);
    }

    /** Number of inputs. */
    public int rows() {
        return rows;
    }

    /** Whether every synapse is a pair of cells. */
    public boolean pairs() {
        return pairs;
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
        last.forget();
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
        return last.width();
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
        return last.sums(values, first, cells, elements);
    }

    /** The stored segment plus the perturbation segment, as {@link #multiply} where no separate element is set. */
    public float[] multiplyPerturbed(float[] values, int first) {
        float[] stored = multiply(values, first);
        if (!elementsSet() || inPlace) {
            return stored;
        }
        if (limited != null) {
            limited.addSegment(last.rows(), stored, perturbedSums);
        } else {
            elements.addSegment(last.rows(), stored, perturbedSums);
        }
        return perturbedSums;
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
        elements.setRankOne(last.rowsOf(rowValues), columnValues, scale);
        drive();
    }

    @Override
    public void setSigned(float[] rowValues, float[] columnValues, float scale, SignBits signs) {
        writes().release();
        elements.setSigned(rowValues, columnValues, scale, signs);
        drive();
    }

    @Override
    public void setDense(ParameterValues values) {
        writes().release();
        elements.setDense(values);
        drive();
    }

    private void drive() {
        if (inPlace) {
            rewrite(1f);
        } else if (limited != null) {
            limited.set((row, values) -> elements.add(row, 1f, values), writes());
        } else {
            elements.countToggles(writes());
        }
    }

    /** One write of factor · θ~ to the cells themselves. */
    private void rewrite(float factor) {
        if (perturbed == factor > 0f) {
            throw new IllegalStateException("perturbed cells: " + perturbed + ", asked " + factor + " θ~");
        }
        startWrite();
        cells.askPastRegisters(true);
        addPerturbation(factor);
        cells.askPastRegisters(false);
        perturbed = !perturbed;
    }

    /** Whether cells are perturbed in place. */
    public boolean isPerturbed() {
        return perturbed;
    }

    /** Writes -θ~ to cells that are perturbed in place. */
    public void restore() {
        rewrite(-1f);
    }

    /** Has the next change by θ~ restore cells that are perturbed in place, in one write. */
    public void mergeRestore() {
        merging = true;
    }

    /** Whether elements are set. */
    public boolean elementsSet() {
        return elements.isSet();
    }

    /** How many rows have elements that are driven. */
    public int drivenRows() {
        return elements.drivenRows();
    }

    /** Releases all elements. */
    public void release() {
        elements.release();
        writes().release();
    }

    /** Moves on to a sample, counted from 0: cells that drift have drifted to it. */
    public void startSample(long sample) {
        if (cells.startSample(sample)) {
            last.forget();
        }
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
        RowValues elementRows = elements.rankOneRows();
        if (elementsSet() && elementRows.equal(rowValues, 0)) {
            cells.addRankOne(factor, elementRows, columnValues);
        } else {
            asked.take(rowValues, 0);
            cells.addRankOne(factor, asked, columnValues);
        }
        last.forget();
    }

    @Override
    public void addPerturbation(float factor) {
        if (merging) {
            cells.add((row, changes) -> {
                elements.add(row, factor, changes);
                elements.add(row, -1f, changes);
            });
            merging = false;
            perturbed = false;
        } else if (elementsSet()) {
            elements.ask(factor, cells);
        }
        last.forget();
    }

    /**
     * Commits what the registers integrated, in one write with the restore of cells that are still perturbed in place; see
     * {@link GradientRegisters}.
     *
     * @param rates the words of the commit
     */
    public void commit(float[] rates) {
        cells.commit(rates, perturbed ? (row, changes) -> elements.add(row, -1f, changes) : RowChanges.NONE);
        if (perturbed) {
            perturbed = false;
            release();
        }
        last.forget();
    }

    /** Saves or loads cells, elements, counts and registers, those that wait brought up to date. */
    public void state(Archive archive) {
        cells.state(archive);
        elements.state(archive, last);
        if (limited != null) {
            limited.state(archive);
        }
        perturbed = archive.at(perturbed);
        merging = archive.at(merging);
        if (archive.isLoading()) {
            last.forget();
        }
    }
}
