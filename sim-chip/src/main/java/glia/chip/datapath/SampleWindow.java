package glia.chip.datapath;

import java.util.Arrays;

/** Which rows and columns of a tile were touched, and with which signs, in the samples since the counts were last brought up to date. */
final class SampleWindow {
    private final int columns;
    private final Signs columnSigns;
    private final BitPlanes rowNonZero;
    private final BitPlanes rowNegative;
    private final BitPlanes columnNonZero;
    private final BitPlanes columnNegative;
    private final long[] block = new long[BitPlanes.SLOTS];
    private int slot;
    private boolean marked;
    private boolean negativeRows;
    private long fullSlots;
    private long partialSlots;

    SampleWindow(int rows, int columns) {
        this.columns = columns;
        columnSigns = new Signs(columns);
        rowNonZero = new BitPlanes(rows);
        rowNegative = new BitPlanes(rows);
        columnNonZero = new BitPlanes(columns);
        columnNegative = new BitPlanes(columns);
    }

    /** Notes what the present sample touches. */
    void mark(Signs rowValues, float[] columnValues) {
        marked = true;
        rowNonZero.take(slot, rowValues.nonZero);
        rowNegative.take(slot, rowValues.negative);
        negativeRows |= rowValues.anyNegative();
        columnSigns.take(columnValues);
        columnNonZero.take(slot, columnSigns.nonZero);
        columnNegative.take(slot, columnSigns.negative);
        int touched = columnSigns.count();
        if (touched == columns) {
            fullSlots |= bit();
        } else if (touched > 0) {
            partialSlots |= bit();
        }
    }

    /** Whether the present sample was marked. */
    boolean isMarked() {
        return marked;
    }

    /** The present sample as a bit. */
    long bit() {
        return 1L << slot;
    }

    /** Ends the present sample; answers whether there is no room for another one. */
    boolean next() {
        marked = false;
        return ++slot == BitPlanes.SLOTS;
    }

    /** Whether no sample has ended. */
    boolean isEmpty() {
        return slot == 0;
    }

    /** The samples in which a column was touched. */
    long touched() {
        return fullSlots | partialSlots;
    }

    /** The samples in which some columns were touched, but not all. */
    long partial() {
        return partialSlots;
    }

    /** Writes in which samples each row was not 0, and in which it was negative. */
    void readRows(long[] nonZero, long[] negative) {
        rowNonZero.read(nonZero, block);
        if (negativeRows) {
            rowNegative.read(negative, block);
        } else {
            Arrays.fill(negative, 0);
        }
    }

    /** Writes in which samples each column was not 0. */
    void readColumns(long[] nonZero) {
        if (partialSlots == 0) {
            Arrays.fill(nonZero, fullSlots);
        } else {
            columnNonZero.read(nonZero, block);
        }
    }

    /** Writes in which samples each column was negative. */
    void readColumnSigns(long[] negative) {
        columnNegative.read(negative, block);
    }

    /** Starts anew; bits of earlier samples stay in the planes, but in slots that do not count until they are marked again. */
    void clear() {
        slot = 0;
        negativeRows = false;
        fullSlots = 0;
        partialSlots = 0;
    }
}
