package glia.chip.datapath;

import java.util.Arrays;

/**
 * Signed numbers of some bits over a range, as converters and memories have them: whole steps of {@code range / (2^(bits-1) - 1)}, as
 * many below 0 as above (mid-tread; the lowest code of two's complement is not used). A value becomes {@code code · step + 0}, with
 * {@code code} the whole number nearest to {@code value / step}, of two equally near ones the even one, and at most {@code 2^(bits-1) -
 * 1} steps from 0. So 0 stays 0, without a minus sign; what is not a number stays so.
 *
 * @param bits 2 to {@link #MOST_BITS}, or {@link #EXACT} where values stay as they are
 * @param range the largest value; where values stay as they are, the unit of what depends on it
 */
public record FixedPoint(int bits, float range) {
    /** The bits of values that stay as they are. */
    public static final int EXACT = 0;
    /** A number on the grid stays what it is when it is rounded again, up to so many bits. */
    public static final int MOST_BITS = 16;

    private static final int WORD_BITS = 32;

    /** Checks the bits. */
    public FixedPoint {
        if (bits != EXACT && (bits < 2 || bits > MOST_BITS)) {
            throw new IllegalArgumentException("bits is " + bits + "; expected 2 to " + MOST_BITS);
        }
    }

    /** Values that stay as they are. */
    public static FixedPoint exact(float range) {
        return new FixedPoint(EXACT, range);
    }

    /** Whether values stay as they are. */
    public boolean isExact() {
        return bits == EXACT;
    }

    /** The largest code, {@code 2^(bits-1) - 1}. */
    public int largestCode() {
        return (1 << (bits - 1)) - 1;
    }

    /** The smallest difference of two values. */
    public float step() {
        return range / largestCode();
    }

    /** The nearest value there is. */
    public float nearest(float value) {
        return isExact() ? value : code(value, step(), largestCode()) * step() + 0f;
    }

    private static float code(float value, float step, float largest) {
        float code = (float) Math.rint(value / step);
        return Math.max(-largest, Math.min(largest, code));
    }

    /** The codes of {@code count} values from {@code first} on, as whole numbers. */
    float[] codes(float[] values, int first, int count) {
        float[] codes = new float[count];
        float step = step();
        float largest = largestCode();
        for (int i = 0; i < count; i++) {
            codes[i] = code(values[first + i], step, largest);
        }
        return codes;
    }

    /** Puts the nearest ones in the place of all values of an array. */
    public void round(float[] values) {
        if (isExact()) {
            return;
        }
        float step = step();
        float largest = largestCode();
        for (int i = 0; i < values.length; i++) {
            values[i] = code(values[i], step, largest) * step + 0f;
        }
    }

    /** A new array of the nearest ones to {@code count} values from {@code first} on. */
    float[] rounded(float[] values, int first, int count) {
        float[] rounded = Arrays.copyOfRange(values, first, first + count);
        round(rounded);
        return rounded;
    }

    /** Words of 32 bits that some such numbers take in a memory, side by side; one each where they are exact. */
    public long words(long numbers) {
        return isExact() ? numbers : (numbers * bits + WORD_BITS - 1) / WORD_BITS;
    }

    /** Words of rows of such numbers, of which each begins with a word of its own. */
    public long words(long numbers, long ofARow) {
        return numbers / ofARow * words(ofARow);
    }

    /** Bits of one such number in a memory; a word where it is exact. */
    public int storedBits() {
        return isExact() ? WORD_BITS : bits;
    }
}
