package glia.chip.datapath;

/**
 * Counts bits of 64 synapses a word: binary counters that stand upright, bit b of all counts in plane b, so that a word of bits is
 * added with a few logical operations and a carry. What the planes cannot hold any more goes to counts of 32 bits.
 */
final class RaisedCounter {
    private static final int PLANES = 6;
    private static final int MOST_ADDED = (1 << PLANES) - 1;

    private final int words;
    /** By row, word and plane. */
    private final long[] planes;

    private final byte[] added;

    /** Makes counters for rows x columns synapses. */
    RaisedCounter(int rows, int columns) {
        words = (columns + Long.SIZE - 1) / Long.SIZE;
        planes = new long[rows * words * PLANES];
        added = new byte[rows];
    }

    /** Adds the bits of a row, and moves what was counted to {@code counts} when the planes are full. */
    void add(int row, long[] bits, int[] counts) {
        int place = row * words * PLANES;
        for (int word = 0; word < words; word++, place += PLANES) {
            long carry = bits[word];
            for (int plane = place; carry != 0; plane++) {
                long held = planes[plane];
                planes[plane] = held ^ carry;
                carry &= held;
            }
        }
        if (++added[row] == MOST_ADDED) {
            settle(row, counts);
        }
    }

    /** Moves what was counted for a row to {@code counts}. */
    void settle(int row, int[] counts) {
        if (added[row] == 0) {
            return;
        }
        added[row] = 0;
        int place = row * words * PLANES;
        for (int word = 0; word < words; word++) {
            for (int plane = 0; plane < PLANES; plane++, place++) {
                for (long bits = planes[place]; bits != 0; bits &= bits - 1) {
                    counts[word * Long.SIZE + Long.numberOfTrailingZeros(bits)] += 1 << plane;
                }
                planes[place] = 0;
            }
        }
    }
}
