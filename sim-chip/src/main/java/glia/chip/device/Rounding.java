package glia.chip.device;

import glia.core.random.RandomStream;

/** How a number of steps becomes a whole one. */
public enum Rounding {
    /** To the nearest one; halves go away from 0. */
    NEAREST,
    /** Up with the probability of the fraction, else down, so that the mean is kept. */
    STOCHASTIC;

    /** A whole number of steps from -2^20 to 2^20. */
    int steps(float exact, int cell, RandomStream draws) {
        int size = size(Math.abs(exact), cell, draws);
        return exact < 0f ? -size : size;
    }

    /** A whole number of steps up to 2^20 for an exact one of 0 or more. */
    int size(float exact, int cell, RandomStream draws) {
        float limited = Math.min(MOST, exact);
        float threshold = this == NEAREST ? HALF : 1f - Draw.ROUNDING.uniform(draws, cell);
        int whole = (int) limited;
        return limited - whole >= threshold ? whole + 1 : whole;
    }

    /** Writes the columns whose sizes become one step or more to {@link RowWrite#rounded}; answers how many. */
    int oneOrMore(float[] sizes, int firstCell, RandomStream draws, RowWrite row) {
        int[] rounded = row.rounded();
        int count = 0;
        if (this == NEAREST) {
            for (int j = 0; j < sizes.length; j++) {
                if (sizes[j] >= HALF) {
                    rounded[count++] = j;
                }
            }
            return count;
        }
        long[] bits = row.bits(Draw.ROUNDING, firstCell, draws);
        for (int j = 0; j < sizes.length; j++) {
            rounded[count] = j;
            count += reaches(sizes[j], bits[j]);
        }
        return count;
    }

    /** 1 for a size of at least 1 - u, with u the uniform number of random bits, else 0: whole parts of 2^-24, and no branch to mispredict. */
    private static int reaches(float size, long bits) {
        long above = (int) (size * (1 << Draw.UNIFORM_BITS)) + Draw.parts(bits) - (1 << Draw.UNIFORM_BITS);
        return (int) (~above >>> (Long.SIZE - 1));
    }

    private static final float HALF = 0.5f;
    private static final float MOST = 1 << 20;
}
