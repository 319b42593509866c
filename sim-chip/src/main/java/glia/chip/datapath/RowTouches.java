package glia.chip.datapath;

import glia.core.archive.Archive;
import java.util.Arrays;

/** How often each synapse was touched by writes of whole rows: a number a row, less the few that left the synapse's column out. */
final class RowTouches {
    private final int columns;
    private final int[] touches;
    /** Touches of the row that left the synapse out, made when there is a first one. */
    private int[][] missed = new int[0][];

    RowTouches(int rows, int columns) {
        this.columns = columns;
        touches = new int[rows];
    }

    /** Adds a factor times the touches of a row in some samples. */
    void add(int row, int factor, long samples, ColumnMisses misses) {
        touches[row] += factor * Long.bitCount(samples);
        if (misses.any(samples)) {
            if (missed.length == 0) {
                missed = new int[touches.length][columns];
            }
            misses.add(missed[row], factor, samples);
        }
    }

    /** Adds a factor to the touches of those synapses of a row whose bit is set. */
    void add(int row, int factor, long[] touched) {
        touches[row] += factor;
        for (int word = 0; word < touched.length; word++) {
            int beyond = Math.max(0, (word + 1) * Long.SIZE - columns);
            long left = ~touched[word] << beyond >>> beyond;
            for (; left != 0; left &= left - 1) {
                miss(row, word * Long.SIZE + Long.numberOfTrailingZeros(left), factor);
            }
        }
    }

    private void miss(int row, int column, int factor) {
        if (missed.length == 0) {
            missed = new int[touches.length][columns];
        }
        missed[row][column] += factor;
    }

    /** Adds the touches of every synapse of a row to counts. */
    void addTo(int[] counts, int row) {
        for (int j = 0; j < columns; j++) {
            counts[j] += touches[row];
        }
        for (int j = 0; missed.length > 0 && j < columns; j++) {
            counts[j] -= missed[row][j];
        }
    }

    /** The touches of all synapses. */
    long total() {
        return Arrays.stream(touches).asLongStream().sum() * columns - total(missed);
    }

    static long total(int[][] counts) {
        long total = 0;
        for (int[] row : counts) {
            for (int count : row) {
                total += count;
            }
        }
        return total;
    }

    /** Saves or loads all counts. */
    void state(Archive archive) {
        archive.at(touches);
        boolean misses = archive.at(missed.length > 0);
        if (misses && missed.length == 0) {
            missed = new int[touches.length][columns];
        }
        archive.at(missed);
    }
}
