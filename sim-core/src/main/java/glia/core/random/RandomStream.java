package glia.core.random;

import java.util.Arrays;

/**
 * Random draws as a pure function of (seed, stream, index): no state, so a draw depends on no other draw, on no tiling and on
 * no order. The mixing function is the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), applied to key + index ·
 * golden ratio.
 *
 * @param key what seed and stream were mixed into
 */
public record RandomStream(long key) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The stream of a seed and a stream number. */
    public static RandomStream of(long seed, long stream) {
        return new RandomStream(mix(mix(seed + GOLDEN) ^ (stream * GOLDEN)));
    }

    /** A stream below this one (a layer, a step, an epoch). */
    public RandomStream sub(long number) {
        return new RandomStream(mix(key ^ mix(number + GOLDEN)));
    }

    /** 64 random bits; as signs, 64 of one draw. */
    public long bits(long index) {
        return mix(key + index * GOLDEN);
    }

    /** What {@link #bits(long, long[], long[])} takes for a number of indices, each a step after the one before. */
    public static long[] offsets(long step, int count) {
        long[] offsets = new long[count];
        Arrays.setAll(offsets, i -> i * step * GOLDEN);
        return offsets;
    }

    /** Writes the draws of indices in steps from the first one on; a loop that the compiler makes vectors of. */
    public void bits(long firstIndex, long[] offsets, long[] bits) {
        long first = key + firstIndex * GOLDEN;
        for (int i = 0; i < bits.length; i++) {
            bits[i] = mix(first + offsets[i]);
        }
    }

    /** A uniform number in [0, 1) with 53 random bits. */
    public double uniform(long index) {
        return (bits(index) >>> 11) * 0x1.0p-53;
    }

    /** A uniform whole number in [0, bound), with a bias below bound / 2^63. */
    public int below(long index, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound is " + bound + "; expected at least 1");
        }
        return (int) Math.floorMod(bits(index) >>> 1, (long) bound);
    }

    /** A standard normal number by Box and Muller; for set-up only, it calls {@link StrictMath}. */
    public double gaussian(long index) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(2 * index)));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform(2 * index + 1));
    }

    /** A fixed permutation of 0 .. size - 1 (Fisher and Yates). */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int j = below(i, i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
