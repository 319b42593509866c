package glia.chip.datapath;

/**
 * Exact counts of perturbation toggles and weight commits of every synapse of a tile, potentiation apart from depression.
 *
 * <p>A rank-one write touches synapse (i, j) iff row value and column value are both non-zero. Over 64 samples each row and
 * column keeps a bit plane of "non-zero" and one of signs; then the count of (i, j) grows by popcount(row_i AND column_j AND
 * slots), where the slots say in which of the 64 samples there was a commit (or a toggle) at all. {@link BitPlanes} keeps the
 * planes; 64 samples make two 32-bit words here, and a loop does one thing, because then the JIT does it for many synapses at a
 * time (measured: six times faster than both words and a sum in one loop).
 */
public final class WriteCounter {
    private static final int SLOTS = BitPlanes.SLOTS;
    private static final int WORDS = SLOTS / Integer.SIZE;

    private final BitPlanes rowPlanes;
    private final BitPlanes columnPlanes;
    private int slot;
    private boolean marked;
    private long commitSlots;
    private long toggleSlots;
    private long factorSign;

    private final int[][] commits;
    private final int[][] potentiations;
    /** Toggles less commits, made when they first differ. */
    private int[][] excessToggles = new int[0][];

    private final int[][] columnMask;
    private final int[][] columnSign;

    /** Makes counters for rows x columns synapses; 8 bytes a synapse, 12 once a toggle was not followed by a commit. */
    public WriteCounter(int rows, int columns) {
        rowPlanes = new BitPlanes(rows);
        columnPlanes = new BitPlanes(columns);
        commits = new int[rows][columns];
        potentiations = new int[rows][columns];
        columnMask = new int[WORDS][columns];
        columnSign = new int[WORDS][columns];
    }

    /** Notes that elements were set to a rank-one pattern. */
    public void toggle(float[] rows, float[] columns) {
        release();
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
        rowPlanes.mark(slot, rows);
        columnPlanes.mark(slot, columns);
    }

    /** Notes that all elements were released: what is committed afterwards has a pattern of its own. */
    public void release() {
        if (marked) {
            nextSlot();
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
        release();
        if (slot > 0) {
            fold();
        }
    }

    private void fold() {
        splitColumns();
        for (int i = 0; i < commits.length; i++) {
            long touched = rowPlanes.nonZero(i);
            if (touched != 0) {
                foldRow(i, touched & commitSlots, ~(rowPlanes.negative(i) ^ factorSign));
                foldExcess(i, touched & toggleSlots & ~commitSlots, touched & commitSlots & ~toggleSlots);
            }
        }
        clear();
    }

    private void splitColumns() {
        for (int j = 0; j < columnMask[0].length; j++) {
            long mask = columnPlanes.nonZero(j);
            long sign = columnPlanes.negative(j);
            for (int word = 0; word < WORDS; word++) {
                columnMask[word][j] = (int) (mask >>> (word * Integer.SIZE));
                columnSign[word][j] = (int) (sign >>> (word * Integer.SIZE));
            }
        }
    }

    /** A write raises the weight where the signs of row, column and factor multiply to plus. */
    private void foldRow(int row, long mask, long equalSign) {
        for (int word = 0; word < WORDS; word++) {
            int rowMask = (int) (mask >>> (word * Integer.SIZE));
            int rowSign = (int) (equalSign >>> (word * Integer.SIZE));
            addWritten(commits[row], rowMask, columnMask[word]);
            addRaised(potentiations[row], rowMask, columnMask[word], rowSign, columnSign[word]);
        }
    }

    private static void addWritten(int[] counts, int rowMask, int[] columnMask) {
        if (rowMask == 0) {
            return;
        }
        for (int j = 0; j < counts.length; j++) {
            counts[j] += Integer.bitCount(rowMask & columnMask[j]);
        }
    }

    private static void takeWritten(int[] counts, int rowMask, int[] columnMask) {
        if (rowMask == 0) {
            return;
        }
        for (int j = 0; j < counts.length; j++) {
            counts[j] -= Integer.bitCount(rowMask & columnMask[j]);
        }
    }

    private static void addRaised(int[] counts, int rowMask, int[] columnMask, int rowSign, int[] columnSign) {
        if (rowMask == 0) {
            return;
        }
        for (int j = 0; j < counts.length; j++) {
            counts[j] += Integer.bitCount(rowMask & columnMask[j] & (rowSign ^ columnSign[j]));
        }
    }

    /** Slots with a toggle alone count up, slots with a commit alone down. */
    private void foldExcess(int row, long up, long down) {
        if ((up | down) == 0) {
            return;
        }
        if (excessToggles.length == 0) {
            excessToggles = new int[commits.length][columnMask[0].length];
        }
        for (int word = 0; word < WORDS; word++) {
            addWritten(excessToggles[row], (int) (up >>> (word * Integer.SIZE)), columnMask[word]);
            takeWritten(excessToggles[row], (int) (down >>> (word * Integer.SIZE)), columnMask[word]);
        }
    }

    private void clear() {
        rowPlanes.clear();
        columnPlanes.clear();
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
        return total(commits);
    }

    /** All toggles, up to the last {@link #settle}. */
    public long totalToggles() {
        return total(commits) + total(excessToggles);
    }

    /** All commits that raised a weight, up to the last {@link #settle}. */
    public long totalPotentiations() {
        return total(potentiations);
    }

    private static long total(int[][] counts) {
        long total = 0;
        for (int[] row : counts) {
            for (int count : row) {
                total += count;
            }
        }
        return total;
    }
}
