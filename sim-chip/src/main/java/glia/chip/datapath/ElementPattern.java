package glia.chip.datapath;

import glia.core.archive.Archive;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the perturbation elements of a tile are asked to hold, θ~: of rank one, signed, or any value a synapse. */
final class ElementPattern {
    private static final float[] NONE = {};

    private final int columns;
    private final int width;
    private final int firstRow;
    private final int firstColumn;
    private RowValues rankOneRows;
    private float[] rankOneColumns = NONE;
    private float scale;
    private boolean set;
    private HeldElements.@Nullable Signed signed;
    private HeldElements.@Nullable Dense dense;
    /** What holds the elements; nothing while they are of rank one. */
    private @Nullable HeldElements held;

    /** Makes the pattern of a tile whose rows are {@code width} numbers long, from a row and a column of the layer on; it is not set. */
    ElementPattern(RowValues anyRows, int columns, int width, int firstRow, int firstColumn) {
        this.columns = columns;
        this.width = width;
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
        rankOneRows = anyRows;
    }

    private int rows() {
        return rankOneRows.values.length;
    }

    /** Sets scale · rows[i] · columns[j]; both stay as they are while it is set. */
    void setRankOne(RowValues rowValues, float[] columnValues, float newScale) {
        rankOneRows = rowValues;
        rankOneColumns = columnValues;
        scale = newScale;
        set = true;
        held = null;
    }

    /** Sets ±scale · rows[i] · columns[j]. */
    void setSigned(float[] rowValues, float[] columnValues, float newScale, SignBits signs) {
        signed().set(rowValues, columnValues, newScale, signs, firstRow, firstColumn);
        held = signed;
        set = true;
    }

    private HeldElements.Signed signed() {
        if (signed == null) {
            signed = new HeldElements.Signed(rows(), columns, width);
        }
        return signed;
    }

    /** Sets a value of its own for every synapse. */
    void setDense(ParameterValues values) {
        dense().set(values, firstRow, firstColumn);
        held = dense;
        set = true;
    }

    private HeldElements.Dense dense() {
        if (dense == null) {
            dense = new HeldElements.Dense(rows(), columns, width);
        }
        return dense;
    }

    /** Whether it is set. */
    boolean isSet() {
        return set;
    }

    /** No more is set. */
    void release() {
        set = false;
    }

    /** Whether rows are those of the pattern that is set. */
    boolean holds(RowValues rowValues) {
        return set && rankOneRows == rowValues;
    }

    /** The rows last set with a pattern of rank one. */
    RowValues rankOneRows() {
        return rankOneRows;
    }

    /** How many rows have elements that are driven. */
    int drivenRows() {
        HeldElements elements = held;
        if (elements == null) {
            return rankOneRows.count;
        }
        int driven = 0;
        for (int i = 0; i < rows(); i++) {
            driven += elements.drives(i) ? 1 : 0;
        }
        return driven;
    }

    /** Counts a toggle of each element that is driven. */
    void countToggles(WriteCounter writes) {
        HeldElements elements = held;
        if (elements == null) {
            writes.toggle(rankOneRows, rankOneColumns);
            return;
        }
        for (int i = 0; i < rows(); i++) {
            if (elements.drives(i)) {
                writes.toggleRow(i, elements.driven(i));
            }
        }
    }

    /** Writes the perturbed sums of some inputs: the stored ones plus what the elements add. */
    void addSegment(RowValues inputs, float[] stored, float[] sums) {
        if (held != null) {
            held.addSegment(inputs, stored, sums);
            return;
        }
        float overlap = 0f;
        float[] elements = rankOneRows.values;
        for (int k = 0; k < inputs.count; k++) {
            int i = inputs.indices[k];
            overlap = Math.fma(elements[i], inputs.values[i], overlap);
        }
        float[] d = rankOneColumns;
        for (int j = 0; j < d.length; j++) {
            sums[j] = stored[j] + (scale * d[j]) * overlap;
        }
    }

    /** Asks factor · θ~ of cells. */
    void ask(float factor, CellMatrix cells) {
        HeldElements elements = held;
        if (elements == null) {
            cells.addRankOne(factor * scale, rankOneRows, rankOneColumns);
        } else {
            cells.addHeld(factor, elements);
        }
    }

    /** Adds factor · θ~ of a row to values. */
    void add(int row, float factor, float[] values) {
        HeldElements elements = held;
        if (elements == null) {
            float rowFactor = (factor * scale) * rankOneRows.values[row];
            for (int j = 0; j < columns; j++) {
                values[j] += rowFactor * rankOneColumns[j];
            }
        } else if (elements.drives(row)) {
            elements.add(row, factor, values);
        }
    }

    /** Saves or loads what is set; signs and values also when they are released. */
    void state(Archive archive, LastRead read) {
        set = archive.at(set);
        scale = archive.at(scale);
        boolean isSigned = archive.at(held != null && held == signed);
        boolean isDense = archive.at(held != null && held == dense);
        if (isSigned) {
            held = signed().state(archive, columns);
        } else if (isDense) {
            held = dense().state(archive);
        } else if (set) {
            rankOneState(archive, read);
        }
    }

    private void rankOneState(Archive archive, LastRead read) {
        float[] rowValues = rankOneRows.values.clone();
        archive.at(rowValues);
        float[] columnValues = Arrays.copyOf(rankOneColumns, archive.at(rankOneColumns.length));
        archive.at(columnValues);
        if (archive.isLoading()) {
            setRankOne(read.rowsOf(rowValues), columnValues, scale);
        }
    }
}
