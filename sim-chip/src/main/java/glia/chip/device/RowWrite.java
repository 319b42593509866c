package glia.chip.device;

import glia.core.random.RandomStream;

/** A write of a row of cells: the pulses that each took, and room for what its devices work out. */
public final class RowWrite {
    private final int[] raising;
    private final int[] lowering;
    private final int[] written;
    private int count;
    private long reads;

    private final Pulses ofCell = new Pulses();
    private final float[] sizes;
    private final int[] rounded;
    private final long[] offsets;
    private final long[] bits;

    /** A write of so many cells, without pulses. */
    public RowWrite(int columns) {
        raising = new int[columns];
        lowering = new int[columns];
        written = new int[columns];
        sizes = new float[columns];
        rounded = new int[columns];
        offsets = Draw.offsets(columns);
        bits = new long[columns];
    }

    /** Starts the write of another row. */
    public void clear() {
        for (int k = 0; k < count; k++) {
            raising[written[k]] = 0;
            lowering[written[k]] = 0;
        }
        count = 0;
        reads = 0;
    }

    /** Notes a train on a column that has none yet: above 0 it raises the weight, below 0 it lowers it. */
    void add(int column, int train) {
        put(column, Math.max(train, 0), Math.max(-train, 0));
    }

    /** Notes the pulses of a cell, if there is any, on a column that has none yet. */
    public void add(int column, Pulses pulses) {
        reads += pulses.reads();
        if (pulses.any()) {
            put(column, pulses.raising(), pulses.lowering());
        }
    }

    private void put(int column, int up, int down) {
        raising[column] = up;
        lowering[column] = down;
        written[count] = column;
        count++;
    }

    /** How many cells the row has. */
    public int columns() {
        return raising.length;
    }

    /** How many cells were written. */
    public int count() {
        return count;
    }

    /** The columns that were written: the first {@link #count} numbers, in no order. */
    public int[] written() {
        return written;
    }

    /** Pulses by column that raise the weight. */
    public int[] raising() {
        return raising;
    }

    /** Pulses by column that lower the weight. */
    public int[] lowering() {
        return lowering;
    }

    /** Reads of single cells. */
    public long reads() {
        return reads;
    }

    /** Pulses of one cell, for those devices that write one by one. */
    Pulses ofCell() {
        return ofCell;
    }

    /** Room for the exact sizes of all steps. */
    float[] sizes() {
        return sizes;
    }

    /** Room for the columns whose steps are rounded to one or more. */
    int[] rounded() {
        return rounded;
    }

    /** The random bits of a draw of every cell, valid until the next call. */
    long[] bits(Draw draw, int firstCell, RandomStream draws) {
        draw.bits(draws, firstCell, offsets, bits);
        return bits;
    }
}
