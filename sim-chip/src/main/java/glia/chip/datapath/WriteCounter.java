package glia.chip.datapath;

import java.util.Arrays;

/**
 * Exact counts of perturbation toggles and weight commits of every synapse of a tile, potentiation apart from depression.
 *
 * <p>A rank-one write touches synapse (i, j) iff row value and column value are both non-zero. Over 64 samples each row and
 * column keeps a bit plane of "non-zero" and one of signs; then the count of (i, j) grows by popcount(row_i AND column_j AND
 * slots), where the slots say in which of the 64 samples there was a commit (or a toggle) at all.
 */
public final class WriteCounter {
    private static final int SLOTS = Long.SIZE;

    private final long[] rowMask;
    private final long[] rowSign;
    private final long[] columnMask;
    private final long[] columnSign;
    private int slot;
    private boolean marked;
    private long commitSlots;
    private long toggleSlots;
    private long factorSign;

    private final int[][] commits;
    private final int[][] potentiations;
    /** Toggles less commits, made when they first differ. */
    private int[][] excessToggles = new int[0][];

    private long totalCommits;
    private long totalToggles;
    private long totalPotentiations;

    /** Makes counters for rows x columns synapses; 8 bytes a synapse, 12 once a toggle was not followed by a commit. */
    public WriteCounter(int rows, int columns) {
        rowMask = new long[rows];
        rowSign = new long[rows];
        columnMask = new long[columns];
        columnSign = new long[columns];
        commits = new int[rows][columns];
        potentiations = new int[rows][columns];
    }

    /** Notes that elements were set to a rank-one pattern. */
    public void toggle(float[] rows, float[] columns) {
        if (marked) {
            nextSlot();
        }
        mark(rows, columns);
        toggleSlots |= 1L << slot;
    }

    /** Notes that a rank-one change was committed, of the same pattern as the toggle before it if there was one. */
    public void commit(float factor, float[] rows, float[] columns) {
        if (!marked) {
            mark(rows, columns);
        }
        commitSlots |= 1L << slot;
        if (isNegative(factor)) {
            factorSign |= 1L << slot;
        }
        nextSlot();
    }

    private void mark(float[] rows, float[] columns) {
        marked = true;
        long bit = 1L << slot;
        markPlanes(rows, rowMask, rowSign, bit);
        markPlanes(columns, columnMask, columnSign, bit);
    }

    private static void markPlanes(float[] values, long[] mask, long[] sign, long bit) {
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (value != 0f) {
                mask[i] |= bit;
                if (value < 0f) {
                    sign[i] |= bit;
                }
            }
        }
    }

    private static boolean isNegative(float value) {
        return Float.floatToRawIntBits(value) < 0;
    }

    private void nextSlot() {
        marked = false;
        if (++slot == SLOTS) {
            fold();
        }
    }

    /** Brings all counts up to date; also done by itself every 64 samples. */
    public void settle() {
        if (marked) {
            nextSlot();
        }
        if (slot > 0) {
            fold();
        }
    }

    private void fold() {
        for (int i = 0; i < rowMask.length; i++) {
            if (rowMask[i] != 0) {
                int committed = foldCommits(i);
                totalCommits += committed;
                totalToggles += toggleSlots == commitSlots ? committed : foldExcess(i);
            }
        }
        clear();
    }

    /** Answers how many commits were added. */
    private int foldCommits(int row) {
        long mask = rowMask[row] & commitSlots;
        long sign = rowSign[row] ^ factorSign;
        int[] commitRow = commits[row];
        int[] potentiationRow = potentiations[row];
        int committed = 0;
        int potentiated = 0;
        for (int j = 0; j < columnMask.length; j++) {
            long written = mask & columnMask[j];
            int all = Long.bitCount(written);
            int up = Long.bitCount(written & ~(sign ^ columnSign[j]));
            commitRow[j] += all;
            potentiationRow[j] += up;
            committed += all;
            potentiated += up;
        }
        totalPotentiations += potentiated;
        return committed;
    }

    /** Answers how many toggles there were. */
    private int foldExcess(int row) {
        if (excessToggles.length == 0) {
            excessToggles = new int[rowMask.length][columnMask.length];
        }
        int[] excessRow = excessToggles[row];
        int toggled = 0;
        for (int j = 0; j < columnMask.length; j++) {
            long touched = rowMask[row] & columnMask[j];
            int toggles = Long.bitCount(touched & toggleSlots);
            excessRow[j] += toggles - Long.bitCount(touched & commitSlots);
            toggled += toggles;
        }
        return toggled;
    }

    private void clear() {
        Arrays.fill(rowMask, 0);
        Arrays.fill(rowSign, 0);
        Arrays.fill(columnMask, 0);
        Arrays.fill(columnSign, 0);
        slot = 0;
        commitSlots = 0;
        toggleSlots = 0;
        factorSign = 0;
    }

    /** Commits of the synapses of a row, up to the last {@link #settle}. */
    public int[] commits(int row) {
        return commits[row].clone();
    }

    /** Commits of a row that raised the weight, up to the last {@link #settle}. */
    public int[] potentiations(int row) {
        return potentiations[row].clone();
    }

    /** Toggles of the elements of a row, up to the last {@link #settle}. */
    public int[] toggles(int row) {
        int[] toggles = commits[row].clone();
        if (excessToggles.length > 0) {
            for (int j = 0; j < toggles.length; j++) {
                toggles[j] += excessToggles[row][j];
            }
        }
        return toggles;
    }

    /** All commits, up to the last {@link #settle}. */
    public long totalCommits() {
        return totalCommits;
    }

    /** All toggles, up to the last {@link #settle}. */
    public long totalToggles() {
        return totalToggles;
    }

    /** All commits that raised a weight, up to the last {@link #settle}. */
    public long totalPotentiations() {
        return totalPotentiations;
    }
}
