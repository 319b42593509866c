package glia.chip.datapath;

/**
 * Exact counts of perturbation toggles and weight commits of every synapse of a tile, potentiation apart from depression.
 *
 * <p>A rank-one write touches synapse (i, j) iff row value and column value are both non-zero. Over 64 samples each row and
 * column keeps a bit plane of "non-zero" and one of signs; then the count of (i, j) grows by popcount(row_i AND column_j AND
 * slots), where the slots say in which of the 64 samples there was a commit (or a toggle) at all. {@link BitPlanes} keeps the
 * planes; 64 samples make two 32-bit words here, because the JIT counts the bits of many ints at a time.
 */
public final class WriteCounter {
    private static final int SLOTS = BitPlanes.SLOTS;

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

    private final int[] columnMaskLow;
    private final int[] columnMaskHigh;
    private final int[] columnSignLow;
    private final int[] columnSignHigh;

    private long totalCommits;
    private long totalToggles;
    private long totalPotentiations;

    /** Makes counters for rows x columns synapses; 8 bytes a synapse, 12 once a toggle was not followed by a commit. */
    public WriteCounter(int rows, int columns) {
        rowPlanes = new BitPlanes(rows);
        columnPlanes = new BitPlanes(columns);
        commits = new int[rows][columns];
        potentiations = new int[rows][columns];
        columnMaskLow = new int[columns];
        columnMaskHigh = new int[columns];
        columnSignLow = new int[columns];
        columnSignHigh = new int[columns];
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
        boolean everyColumn = splitColumns();
        for (int i = 0; i < commits.length; i++) {
            long touched = rowPlanes.nonZero(i);
            if (touched != 0) {
                int committed = foldCommits(i, touched & commitSlots, everyColumn);
                totalCommits += committed;
                totalToggles += toggleSlots == commitSlots ? committed : foldExcess(i, touched);
            }
        }
        clear();
    }

    /** Splits the columns' planes into ints; answers whether every column is non-zero in every slot with a commit. */
    private boolean splitColumns() {
        long common = commitSlots;
        for (int j = 0; j < columnMaskLow.length; j++) {
            long mask = columnPlanes.nonZero(j) & commitSlots;
            long sign = columnPlanes.negative(j);
            common &= mask;
            columnMaskLow[j] = (int) mask;
            columnMaskHigh[j] = (int) (mask >>> Integer.SIZE);
            columnSignLow[j] = (int) sign;
            columnSignHigh[j] = (int) (sign >>> Integer.SIZE);
        }
        return common == commitSlots;
    }

    /** Answers how many commits were added. */
    private int foldCommits(int row, long mask, boolean everyColumn) {
        int committed = everyColumn
                ? addEverywhere(commits[row], Long.bitCount(mask))
                : addCommits(commits[row], (int) mask, (int) (mask >>> Integer.SIZE));
        long equalSign = ~(rowPlanes.negative(row) ^ factorSign);
        totalPotentiations += addPotentiations(potentiations[row], mask, equalSign);
        return committed;
    }

    private static int addEverywhere(int[] counts, int times) {
        for (int j = 0; j < counts.length; j++) {
            counts[j] += times;
        }
        return counts.length * times;
    }

    private int addCommits(int[] counts, int low, int high) {
        int[] maskLow = columnMaskLow;
        int[] maskHigh = columnMaskHigh;
        int sum = 0;
        for (int j = 0; j < counts.length; j++) {
            int times = Integer.bitCount(low & maskLow[j]) + Integer.bitCount(high & maskHigh[j]);
            counts[j] += times;
            sum += times;
        }
        return sum;
    }

    /** A write raises the weight where the signs of row, column and factor multiply to plus. */
    private int addPotentiations(int[] counts, long mask, long equalSign) {
        int low = (int) mask;
        int high = (int) (mask >>> Integer.SIZE);
        int signLow = (int) equalSign;
        int signHigh = (int) (equalSign >>> Integer.SIZE);
        int sum = 0;
        for (int j = 0; j < counts.length; j++) {
            int times = Integer.bitCount(low & columnMaskLow[j] & (signLow ^ columnSignLow[j]))
                    + Integer.bitCount(high & columnMaskHigh[j] & (signHigh ^ columnSignHigh[j]));
            counts[j] += times;
            sum += times;
        }
        return sum;
    }

    /** Answers how many toggles there were. */
    private int foldExcess(int row, long touchedRow) {
        if (excessToggles.length == 0) {
            excessToggles = new int[commits.length][columnMaskLow.length];
        }
        int[] excessRow = excessToggles[row];
        int toggled = 0;
        for (int j = 0; j < excessRow.length; j++) {
            long touched = touchedRow & columnPlanes.nonZero(j);
            int toggles = Long.bitCount(touched & toggleSlots);
            excessRow[j] += toggles - Long.bitCount(touched & commitSlots);
            toggled += toggles;
        }
        return toggled;
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
