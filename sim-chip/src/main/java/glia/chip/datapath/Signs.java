package glia.chip.datapath;

import glia.chip.kernel.Kernels;

/** Which of some values are not 0 and which are negative, value i as bit i mod 64 of word i / 64. */
class Signs {
    final long[] nonZero;
    final long[] negative;

    Signs(int values) {
        int words = (values + Long.SIZE - 1) / Long.SIZE;
        nonZero = new long[words];
        negative = new long[words];
    }

    void take(float[] values) {
        Kernels.fastest().signs(values, nonZero, negative);
    }

    /** How many of the values are not 0. */
    int count() {
        int count = 0;
        for (long word : nonZero) {
            count += Long.bitCount(word);
        }
        return count;
    }

    boolean anyNegative() {
        long any = 0;
        for (long word : negative) {
            any |= word;
        }
        return any != 0;
    }
}
