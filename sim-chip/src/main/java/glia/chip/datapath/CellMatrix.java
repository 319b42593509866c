package glia.chip.datapath;

import glia.chip.device.LayerDevice;
import glia.chip.kernel.Kernels;
import glia.chip.kernel.RankOne;
import glia.chip.kernel.RowKernels;
import glia.core.archive.Archive;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a tile: stored weights, the changes asked of them, write counts, and registers where a rule integrates. Weights
 * stand one array a row (an input), so that sums along outputs and rank-one updates run over plain arrays with the same index.
 *
 * <p>A rank-one change asked of cells that simply add it waits until the rows are read next, and then both take one pass over them.
 */
final class CellMatrix {
    private static final RowKernels KERNELS = Kernels.fastest();

    private final int columns;
    private final float[][] weights;
    /** What is behind the weights; nothing where cells simply add. */
    private final @Nullable StoredCells cells;

    private final WriteCounter writes;
    private final RowValues changedRows;
    private final RankOne change;
    private final int[] unread;
    private final TransposedProduct transposed;
    private boolean changePending;
    private int rowsChanged;

    private @Nullable GradientRegisters registers;
    /** Whether changes are asked of the cells, past any registers. */
    private boolean pastRegisters;

    private final float[] rowChanges;

    /** Makes cells of weight 0 that stand in their layer from a row and a column on. */
    CellMatrix(int rows, int columns, int firstRow, int firstColumn, LayerDevice device) {
        this.columns = columns;
        int width = KERNELS.width(columns);
        weights = new float[rows][width];
        writes = new WriteCounter(rows, columns);
        changedRows = new RowValues(rows);
        change = new RankOne(new float[rows], new float[width]);
        unread = new int[rows];
        transposed = new TransposedProduct(columns);
        rowChanges = new float[width];
        cells = StoredCells.of(device, rows, columns, firstRow, firstColumn, writes);
    }

    /** Has changes integrated in registers from now on, over an update period. */
    void integrate(Optimizer optimizer, int updatePeriod) {
        registers = new GradientRegisters(weights.length, width(), optimizer, updatePeriod);
    }

    /** Has changes asked of the cells themselves from now on, past any registers, or no more. */
    void askPastRegisters(boolean now) {
        pastRegisters = now;
    }

    /** The length of an array for the sums. */
    int width() {
        return rowChanges.length;
    }

    /** The weights of a row. */
    float[] weights(int row) {
        writePending();
        return Arrays.copyOf(weights[row], columns);
    }

    /** What the registers of a row integrated since the last commit. */
    float[] integral(int row) {
        if (registers == null) {
            throw new IllegalStateException("a tile without registers is asked for their values");
        }
        return registers.integral(row, columns);
    }

    /** Sets a weight before a run; not a write. */
    void load(int row, int column, float weight) {
        writePending();
        weights[row][column] = cells == null ? weight : cells.load(row, column, weight);
    }

    /** The write counts. */
    WriteCounter writes() {
        return writes;
    }

    /** Starts a write, in which no row was changed yet. */
    void startWrite() {
        rowsChanged = 0;
        if (cells != null) {
            cells.startWrite();
        }
    }

    /** Moves on to a sample; answers whether weights may have drifted. */
    boolean startSample(long sample) {
        return cells != null && cells.startSample(sample, weights);
    }

    /** How many rows a cell was asked to change in since {@link #startWrite}. */
    int rowsChanged() {
        return rowsChanged;
    }

    /** Writes the stored sums of some inputs. */
    void multiply(RowValues inputs, float[] sums) {
        Arrays.fill(sums, 0f);
        if (changePending) {
            changeAndMultiply(inputs, sums);
        } else {
            addStored(inputs, sums);
        }
    }

    /**
     * One pass where all rows that are read were changed, as in a layer whose inputs are seldom 0; else two, because a pass over
     * rows of either kind would be cut into short runs (measured on MNIST's pixels: slower than two passes).
     */
    private void changeAndMultiply(RowValues inputs, float[] sums) {
        if (!inputs.isWithin(changedRows)) {
            writePending();
            addStored(inputs, sums);
            return;
        }
        changePending = false;
        if (inputs.count < changedRows.count) {
            KERNELS.change(weights, unread, changedRows.without(inputs, unread), change);
        }
        KERNELS.changeAndAdd(weights, inputs.indices, inputs.count, change, inputs.values, sums);
    }

    /** Adds the products of inputs and stored weights to sums; only reads, and no change may be pending. */
    void addStored(RowValues inputs, float[] sums) {
        KERNELS.addRows(weights, inputs.indices, inputs.count, inputs.values, sums);
    }

    /** Writes, for each row, the sum over the columns in order, {@code acc = fma(d_j, w_ij, acc)} from 0 without deltas that are 0. */
    void multiplyTransposed(float[] deltas, float[] sums) {
        writePending();
        transposed.multiply(weights, deltas, sums);
    }

    /** Carries out a change that waits for the next read. */
    void writePending() {
        if (changePending) {
            changePending = false;
            KERNELS.change(weights, changedRows.indices, changedRows.count, change);
        }
    }

    /** Asks the change (factor · rows[i]) · columns[j] of every cell. */
    void addRankOne(float factor, RowValues rows, float[] columnValues) {
        writePending();
        changedRows.copy(rows);
        for (int k = 0; k < changedRows.count; k++) {
            int i = changedRows.indices[k];
            change.inputs()[i] = factor * changedRows.values[i];
        }
        System.arraycopy(columnValues, 0, change.outputs(), 0, columns);
        if (registers != null && !pastRegisters) {
            registers.add(changedRows, change);
            return;
        }
        if (cells != null) {
            writeRankOne(cells);
            return;
        }
        changePending = true;
        rowsChanged = isAnyNonZero(change.outputs()) ? changedRows.count : 0;
        writes.commit(factor, changedRows, columnValues);
    }

    private void writeRankOne(StoredCells into) {
        float[] outputs = change.outputs();
        for (int k = 0; k < changedRows.count; k++) {
            int i = changedRows.indices[k];
            float rowChange = change.inputs()[i];
            for (int j = 0; j < columns; j++) {
                rowChanges[j] = rowChange * outputs[j];
            }
            rowsChanged += into.write(i, weights[i], rowChanges) ? 1 : 0;
        }
    }

    /** Asks the change factor · θ~ of every cell whose element is driven. */
    void addHeld(float factor, HeldElements elements) {
        writePending();
        for (int i = 0; i < weights.length; i++) {
            if (elements.drives(i)) {
                elements.changes(i, factor, rowChanges);
                if (registers != null && !pastRegisters) {
                    registers.add(i, rowChanges);
                } else if (cells != null) {
                    rowsChanged += cells.write(i, weights[i], rowChanges) ? 1 : 0;
                } else {
                    add(weights[i], rowChanges);
                    long[] touched = elements.driven(i);
                    writes.commitRow(i, touched, elements.raised(i, factor));
                    rowsChanged += isAnySet(touched) ? 1 : 0;
                }
            }
        }
    }

    private static boolean isAnySet(long[] words) {
        for (long word : words) {
            if (word != 0) {
                return true;
            }
        }
        return false;
    }

    /** Commits what the registers integrated, and more in the same write; {@code rates} are the words of the commit. */
    void commit(float[] rates, RowChanges more) {
        GradientRegisters committed = registers;
        if (committed == null) {
            throw new IllegalStateException("a tile without registers is asked to commit them");
        }
        add((row, changes) -> {
            committed.commit(row, weights[row], rates, changes);
            more.add(row, changes);
        });
    }

    /** Asks changes of the cells, past any registers. */
    void add(RowChanges changes) {
        writePending();
        for (int i = 0; i < weights.length; i++) {
            Arrays.fill(rowChanges, 0f);
            changes.add(i, rowChanges);
            if (cells != null) {
                rowsChanged += cells.write(i, weights[i], rowChanges) ? 1 : 0;
            } else {
                add(weights[i], rowChanges);
                writes.commitRow(i, rowChanges);
                rowsChanged += isAnyNonZero(rowChanges) ? 1 : 0;
            }
        }
    }

    private void add(float[] stored, float[] changes) {
        for (int j = 0; j < columns; j++) {
            stored[j] += changes[j];
        }
    }

    private static boolean isAnyNonZero(float[] values) {
        for (float value : values) {
            if (value != 0f) {
                return true;
            }
        }
        return false;
    }

    /** Saves or loads weights, cells, counts and registers, a change that waits carried out before. */
    void state(Archive archive) {
        writePending();
        archive.at(weights, columns);
        if (cells != null) {
            cells.state(archive);
        }
        writes.state(archive);
        if (registers != null) {
            registers.state(archive, columns);
        }
        rowsChanged = archive.at(rowsChanged);
    }
}
