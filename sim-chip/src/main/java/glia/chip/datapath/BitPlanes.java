package glia.chip.datapath;

/**
 * For each of some values a bit for each of 64 samples; taken sample by sample, read value by value. Samples not taken anew keep
 * their bits.
 */
final class BitPlanes {
    /** Samples kept. */
    static final int SLOTS = Long.SIZE;

    private final long[][] words;

    BitPlanes(int values) {
        words = new long[(values + Long.SIZE - 1) / Long.SIZE][SLOTS];
    }

    /** Takes the bits of a sample, value i as bit i mod 64 of word i / 64. */
    void take(int slot, long[] bits) {
        for (int word = 0; word < words.length; word++) {
            words[word][slot] = bits[word];
        }
    }

    /** Writes the samples of every value to {@code samples}, one a bit; the block is scratch for 64 numbers. */
    void read(long[] samples, long[] block) {
        for (int word = 0; word < words.length; word++) {
            int first = word * Long.SIZE;
            System.arraycopy(words[word], 0, block, 0, SLOTS);
            transpose(block);
            System.arraycopy(block, 0, samples, first, Math.min(SLOTS, samples.length - first));
        }
    }

    /** Transposes 64 x 64 bits by swapping ever smaller squares (H. S. Warren, Hacker's Delight, section 7-3). */
    private static void transpose(long[] rows) {
        long mask = 0xffffffffL;
        for (int side = SLOTS / 2; side > 0; side >>= 1) {
            for (int row = 0; row < SLOTS; row = (row + side + 1) & ~side) {
                long swapped = ((rows[row] >>> side) ^ rows[row + side]) & mask;
                rows[row] ^= swapped << side;
                rows[row + side] ^= swapped;
            }
            mask ^= mask << (side >> 1);
        }
    }
}
