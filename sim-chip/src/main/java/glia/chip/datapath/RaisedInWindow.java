package glia.chip.datapath;

/** The columns of a window of samples, which writes were touched and with which sign, in words of 32 samples. */
final class RaisedInWindow {
    private static final int WORDS = BitPlanes.SLOTS / Integer.SIZE;

    private final int[][] columnMask;
    private final int[][] columnSign;

    /** For some columns. */
    RaisedInWindow(int columns) {
        columnMask = new int[WORDS][columns];
        columnSign = new int[WORDS][columns];
    }

    /** Takes the samples in which each column was touched. */
    void takeColumns(long[] bits) {
        split(bits, columnMask);
    }

    /** Takes the samples in which each column was negative. */
    void takeColumnSigns(long[] bits) {
        split(bits, columnSign);
    }

    private static void split(long[] bits, int[][] words) {
        for (int j = 0; j < bits.length; j++) {
            words[0][j] = (int) bits[j];
            words[1][j] = (int) (bits[j] >>> Integer.SIZE);
        }
    }

    /** Adds the writes of a row that raised a weight, in the samples of a mask; {@code equalSign} are those of plus times the factor. */
    void addTo(int[] counts, long mask, long equalSign) {
        for (int word = 0; word < WORDS; word++) {
            int rowMask = word(mask, word);
            if (rowMask != 0) {
                addRaised(counts, rowMask, columnMask[word], word(equalSign, word), columnSign[word]);
            }
        }
    }

    private static int word(long bits, int word) {
        return (int) (bits >>> (word * Integer.SIZE));
    }

    private static void addRaised(int[] counts, int rowMask, int[] columnMask, int rowSign, int[] columnSign) {
        for (int j = 0; j < counts.length; j++) {
            counts[j] += Integer.bitCount(rowMask & columnMask[j] & (rowSign ^ columnSign[j]));
        }
    }
}
