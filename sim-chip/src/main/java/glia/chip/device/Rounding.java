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
        float limited = Math.max(-MOST, Math.min(MOST, Math.abs(exact)));
        float threshold = this == NEAREST ? 0.5f : 1f - Draw.ROUNDING.uniform(draws, cell);
        int whole = (int) limited;
        int size = limited - whole >= threshold ? whole + 1 : whole;
        return exact < 0f ? -size : size;
    }

    private static final float MOST = 1 << 20;
}
