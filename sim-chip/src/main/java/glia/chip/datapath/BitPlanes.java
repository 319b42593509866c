package glia.chip.datapath;

import java.util.Arrays;

/**
 * For each of some values, in which of the last 64 samples it was not 0 and in which it was negative.
 *
 * <p>Sixteen samples share a float per value, a sample being a power of two in it: adding {@code 2^s} where a value is not 0 is
 * plain arithmetic without a branch, which the JIT does for many values at once. Whole numbers below 2^16 are exact in a float.
 */
final class BitPlanes {
    /** Samples kept. */
    static final int SLOTS = Long.SIZE;

    private static final int SHARING = 16;
    private static final float HUGE = 0x1p120f;

    private final float[][] nonZero;
    private final float[][] negative;

    BitPlanes(int values) {
        nonZero = new float[SLOTS / SHARING][values];
        negative = new float[SLOTS / SHARING][values];
    }

    /** Notes which of the values are not 0 and which are negative in a sample's slot. */
    void mark(int slot, float[] values) {
        mark(values, nonZero[slot / SHARING], negative[slot / SHARING], 1 << (slot % SHARING));
    }

    /** |v| times 2^240 is at least 1 for every v but 0, denormal ones included. */
    private static void mark(float[] values, float[] nonZero, float[] negative, float bit) {
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            nonZero[i] += bit * Math.min(1f, Math.abs(value) * HUGE * HUGE);
            negative[i] += bit * Math.min(1f, Math.max(0f, -value) * HUGE * HUGE);
        }
    }

    /** The samples in which a value was not 0, one a bit. */
    long nonZero(int value) {
        return bits(nonZero, value);
    }

    /** The samples in which a value was negative, one a bit. */
    long negative(int value) {
        return bits(negative, value);
    }

    private static long bits(float[][] planes, int value) {
        long bits = 0;
        for (int plane = planes.length - 1; plane >= 0; plane--) {
            bits = (bits << SHARING) | (int) planes[plane][value];
        }
        return bits;
    }

    /** Forgets all samples. */
    void clear() {
        for (int plane = 0; plane < nonZero.length; plane++) {
            Arrays.fill(nonZero[plane], 0f);
            Arrays.fill(negative[plane], 0f);
        }
    }
}
