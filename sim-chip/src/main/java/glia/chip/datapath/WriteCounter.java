package glia.chip.datapath;

import glia.chip.device.RowWrite;
import glia.chip.kernel.Kernels;
import glia.core.archive.Archive;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Exact counts of perturbation toggles and weight commits of every synapse of a tile, potentiation apart from depression.
 *
 * <p>Cells that do not simply add are counted one by one ({@link PulseCounter}). Of the others, a rank-one write touches synapse
 * (i, j) iff row value and column value are both non-zero. Over 64 samples each row and
 * column keeps a bit of "non-zero" and one of "negative" ({@link BitPlanes}); then the count of (i, j) grows by popcount(row_i AND
 * column_j AND slots), where the slots say in which of the 64 samples there was a commit (or a toggle) at all. Commits and
 * toggles are kept by row ({@link RowTouches}). 64 samples make two 32-bit words here, and a loop does one thing, because then
 * the JIT does it for many synapses at a time (measured: six times faster than both words and a sum in one loop).
 */
public final class WriteCounter {
    private final int rows;
    private final int columns;
    private final Signs rowSigns;
    private final SampleWindow window;
    private long commitSlots;
    private long toggleSlots;
    private long factorSign;
    private final ColumnMisses misses;
    private final RowTouches commits;
    /** Toggles less commits. */
    private final RowTouches excessToggles;

    private final int[][] potentiations;
    /** For changes that are not of rank one, from the first of them on. */
    private @Nullable RaisedCounter raisedCounter;
    /** For cells that are written one by one, by pulses, from the first of them on. */
    private @Nullable PulseCounter pulseCounter;
    /** Told of pulse trains, if there is one. */
    private @Nullable SlotTrains trains;

    private long cellReads;

    private final long[] rowMasks;
    private final long[] rowMinus;
    private final long[] columnBits;
    private final long[] changedBits;
    private final long[] raisedBits;
    private final RaisedInWindow raised;

    /**
     * Makes counters for rows x columns synapses; 4 bytes a synapse, 4 more once a column was left out of a write, 4 more once a toggle
     * was not followed by a commit, and 1 more once a change was not of rank one.
     */
    public WriteCounter(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        rowSigns = new Signs(rows);
        window = new SampleWindow(rows, columns);
        misses = new ColumnMisses(columns);
        commits = new RowTouches(rows, columns);
        excessToggles = new RowTouches(rows, columns);
        potentiations = new int[rows][columns];
        rowMasks = new long[rows];
        rowMinus = new long[rows];
        columnBits = new long[columns];
        changedBits = new long[(Kernels.fastest().width(columns) + Long.SIZE - 1) / Long.SIZE];
        raisedBits = changedBits.clone();
        raised = new RaisedInWindow(columns);
    }

    /** Tells slots of the pulse trains in them from now on. */
    public void tell(SlotTrains slots) {
        trains = slots;
    }

    /** Notes that elements were set to a rank-one pattern. */
    public void toggle(float[] rowValues, float[] columnValues) {
        rowSigns.take(rowValues);
        toggle(rowSigns, columnValues);
    }

    void toggle(Signs rowValues, float[] columnValues) {
        release();
        window.mark(rowValues, columnValues);
        toggleSlots |= window.bit();
    }

    /** Notes that a rank-one change was committed, of the same pattern as the toggle before it if there was one. */
    public void commit(float factor, float[] rowValues, float[] columnValues) {
        if (!window.isMarked()) {
            rowSigns.take(rowValues);
        }
        commit(factor, rowSigns, columnValues);
    }

    void commit(float factor, Signs rowValues, float[] columnValues) {
        if (!window.isMarked()) {
            window.mark(rowValues, columnValues);
        }
        commitSlots |= window.bit();
        if (Float.floatToRawIntBits(factor) < 0) {
            factorSign |= window.bit();
        }
        nextSlot();
    }

    /** Notes that those elements of a row were set whose bit is set. */
    void toggleRow(int row, long[] touched) {
        excessToggles.add(row, 1, touched);
    }

    /** Notes that changes were committed to those synapses of a row whose bit is set, and that they raised some of them. */
    void commitRow(int row, long[] touched, long[] raised) {
        RaisedCounter counter = raisedCounter;
        if (counter == null) {
            counter = new RaisedCounter(rows, columns);
            raisedCounter = counter;
        }
        commits.add(row, 1, touched);
        excessToggles.add(row, -1, touched);
        counter.add(row, raised, potentiations[row]);
    }

    /** Notes that those changes of a row were committed that are not 0. */
    void commitRow(int row, float[] changes) {
        Kernels.fastest().signs(changes, changedBits, raisedBits);
        for (int word = 0; word < raisedBits.length; word++) {
            raisedBits[word] = changedBits[word] & ~raisedBits[word];
        }
        commitRow(row, changedBits, raisedBits);
    }

    /** Notes pulses on the cells of a row: a commit where there was any. */
    void commitPulses(int row, RowWrite write) {
        PulseCounter counter = pulseCounter;
        if (counter == null) {
            counter = new PulseCounter(rows, columns);
            pulseCounter = counter;
        }
        counter.add(row, write);
        cellReads += write.reads();
        if (trains != null) {
            trains.add(row, write);
        }
    }

    /** Notes that all elements were released: what is committed afterwards has a pattern of its own. */
    public void release() {
        if (window.isMarked()) {
            nextSlot();
        }
    }

    private void nextSlot() {
        if (window.next()) {
            fold();
        }
    }

    /** Brings all counts up to date; also done by itself every 64 samples. */
    public void settle() {
        release();
        if (!window.isEmpty()) {
            fold();
        }
        for (int i = 0; raisedCounter != null && i < rows; i++) {
            raisedCounter.settle(i, potentiations[i]);
        }
    }

    private void fold() {
        readColumns();
        window.readRows(rowMasks, rowMinus);
        for (int i = 0; i < rows; i++) {
            long touched = rowMasks[i] & window.touched();
            if (touched != 0) {
                foldRow(i, touched & commitSlots, ~(rowMinus[i] ^ factorSign));
                excessToggles.add(i, 1, touched & toggleSlots & ~commitSlots, misses);
                excessToggles.add(i, -1, touched & commitSlots & ~toggleSlots, misses);
            }
        }
        window.clear();
        commitSlots = 0;
        toggleSlots = 0;
        factorSign = 0;
    }

    private void readColumns() {
        window.readColumns(columnBits);
        misses.take(window.partial(), columnBits);
        raised.takeColumns(columnBits);
        window.readColumnSigns(columnBits);
        raised.takeColumnSigns(columnBits);
    }

    /** A write raises the weight where the signs of row, column and factor multiply to plus. */
    private void foldRow(int row, long mask, long equalSign) {
        commits.add(row, 1, mask, misses);
        raised.addTo(potentiations[row], mask, equalSign);
    }

    /** Commits of the synapses of a row, up to the last {@link #settle}. */
    public int[] commits(int row) {
        int[] counts = new int[columns];
        commits.addTo(counts, row);
        if (pulseCounter != null) {
            add(pulseCounter.commits(row), counts);
        }
        return counts;
    }

    /** Commits of a row that raised the weight, up to the last {@link #settle}. */
    public int[] potentiations(int row) {
        int[] counts = potentiations[row].clone();
        if (pulseCounter != null) {
            add(pulseCounter.raises(row), counts);
        }
        return counts;
    }

    /** Pulses of a row that raised the weight, up to the last {@link #settle}: one a commit unless cells count their own. */
    public int[] raisingPulses(int row) {
        return pulseCounter == null
                ? potentiations(row)
                : pulseCounter.raisingPulses(row).clone();
    }

    /** Pulses of a row that lowered the weight, up to the last {@link #settle}: one a commit unless cells count their own. */
    public int[] loweringPulses(int row) {
        if (pulseCounter != null) {
            return pulseCounter.loweringPulses(row).clone();
        }
        int[] counts = commits(row);
        Arrays.setAll(counts, j -> counts[j] - potentiations[row][j]);
        return counts;
    }

    private static void add(int[] summands, int[] counts) {
        for (int j = 0; j < counts.length; j++) {
            counts[j] += summands[j];
        }
    }

    /** Toggles of the elements of a row, up to the last {@link #settle}. */
    public int[] toggles(int row) {
        int[] counts = new int[columns];
        commits.addTo(counts, row);
        excessToggles.addTo(counts, row);
        return counts;
    }

    /** All commits, up to the last {@link #settle}. */
    public long totalCommits() {
        return commits.total() + (pulseCounter == null ? 0 : pulseCounter.totalCommits());
    }

    /** All toggles, up to the last {@link #settle}. */
    public long totalToggles() {
        return commits.total() + excessToggles.total();
    }

    /** All commits that raised a weight, up to the last {@link #settle}. */
    public long totalPotentiations() {
        return RowTouches.total(potentiations) + (pulseCounter == null ? 0 : pulseCounter.totalRaises());
    }

    /** Reads of single cells that writes took. */
    public long cellReads() {
        return cellReads;
    }

    /** All pulses, up to the last {@link #settle}. */
    public long totalPulses() {
        return pulseCounter == null ? commits.total() : pulseCounter.totalPulses();
    }

    /** Saves or loads all counts; {@link #settle} comes before. */
    void state(Archive archive) {
        commits.state(archive);
        excessToggles.state(archive);
        archive.at(potentiations);
        boolean countsPulses = archive.at(pulseCounter != null);
        if (countsPulses) {
            pulseCounter = pulseCounter == null ? new PulseCounter(rows, columns) : pulseCounter;
            pulseCounter.state(archive);
        }
        if (trains != null) {
            trains.state(archive);
        }
        cellReads = archive.at(cellReads);
    }
}
