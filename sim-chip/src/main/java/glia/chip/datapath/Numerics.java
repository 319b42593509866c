package glia.chip.datapath;

import glia.chip.kernel.HyperbolicTangent;

/**
 * The numeric contract of the chip: which operations, in which order, in {@code float}.
 *
 * <ul>
 *   <li>A segment sum runs over a tile's inputs in index order, {@code acc = fma(x_i, w_ij, acc)} from 0; inputs that are
 *       exactly 0 are skipped. A neuron's input is {@code z_j = (b_j + p_j) + seg_1 + seg_2 ...} in segment order.
 *   <li>A perturbed segment is the stored segment plus the perturbation segment, joined by one addition; a rank-one
 *       perturbation contributes {@code (s · d_j) · k} with {@code k = fma(a_i, x_i, k)} in index order from 0.
 *   <li>With converters, what drives a row is the input as {@link FixedPoint} has it, for cells and elements alike; the perturbed
 *       segment, with its noise, becomes what the ADC has for it. Bit planes are read, get noise and are converted one by one, and
 *       {@code sum = fma(±2^p, plane_p, sum)} from 0 in the order of p, then divided by 2^(n-1) - 1 ({@link TileReader}).
 *   <li>The requested change of a synapse is {@code t_i · d_j} with {@code t_i = -(c · s) · a_i}; the ideal cell then adds it.
 *   <li>Sums of squares: {@code fma} in index order over the whole layer, from 0. Sums over classes: in class order.
 *   <li>tanh, exp and log are the functions below, built from +, -, *, / and fma alone, so that every machine answers the
 *       same bits. Java's {@code float} arithmetic is strict since version 17 (JEP 306).
 * </ul>
 */
public final class Numerics {
    private static final float LOG2_E = 1.442695041f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND = 12582912f;
    private static final float EXP_LOWEST = -87f;
    private static final float EXP_HIGHEST = 88f;
    private static final float SQRT_TWO = 1.41421356f;

    private Numerics() {}

    /** Hyperbolic tangent; absolute error below 4e-7, never beyond ±1. */
    public static float tanh(float x) {
        return HyperbolicTangent.of(x);
    }

    /** Exponential: 0 below -87, the value at 88 above 88; relative error below 3e-7. NaN stays NaN. */
    public static float exp(float x) {
        if (x < EXP_LOWEST) {
            return 0f;
        }
        float y = Math.min(x, EXP_HIGHEST);
        float n = Math.fma(y, LOG2_E, ROUND) - ROUND;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
        float p = Math.fma(1.3888889e-3f, r, 8.3333333e-3f);
        p = Math.fma(p, r, 4.1666667e-2f);
        p = Math.fma(p, r, 1.6666667e-1f);
        p = Math.fma(p, r, 0.5f);
        p = Math.fma(p, r, 1f);
        p = Math.fma(p, r, 1f);
        return p * Float.intBitsToFloat(((int) n + 127) << 23);
    }

    /** Natural logarithm of a normal positive number; relative error below 3e-7. Other numbers answer NaN. */
    public static float log(float x) {
        if (!(x >= Float.MIN_NORMAL && x <= Float.MAX_VALUE)) {
            return Float.NaN;
        }
        int bits = Float.floatToRawIntBits(x);
        int exponent = (bits >> 23) - 127;
        float m = Float.intBitsToFloat((bits & 0x7fffff) | 0x3f800000);
        if (m > SQRT_TWO) {
            m *= 0.5f;
            exponent++;
        }
        float s = (m - 1f) / (m + 1f);
        float u = s * s;
        float p = Math.fma(0.22222222f, u, 0.28571429f);
        p = Math.fma(p, u, 0.4f);
        p = Math.fma(p, u, 0.66666667f);
        float tail = Math.fma(p * u, s, exponent * LN2_LOW);
        return Math.fma(exponent, LN2_HIGH, tail + 2f * s);
    }

    /** Square root, correctly rounded. */
    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    /** The sum of squares of some values in index order: {@code fma(v, v, sum)} from 0. Values that are 0 add nothing. */
    public static float sumOfSquares(float[] values) {
        float sum = 0f;
        int i = 0;
        for (; i + 4 <= values.length; i += 4) {
            float v0 = values[i];
            float v1 = values[i + 1];
            float v2 = values[i + 2];
            float v3 = values[i + 3];
            if (isAnyNonZero(v0, v1, v2, v3)) {
                sum = Math.fma(v3, v3, Math.fma(v2, v2, Math.fma(v1, v1, Math.fma(v0, v0, sum))));
            }
        }
        for (; i < values.length; i++) {
            sum = Math.fma(values[i], values[i], sum);
        }
        return sum;
    }

    private static boolean isAnyNonZero(float v0, float v1, float v2, float v3) {
        int bits = Float.floatToRawIntBits(v0)
                | Float.floatToRawIntBits(v1)
                | Float.floatToRawIntBits(v2)
                | Float.floatToRawIntBits(v3);
        return bits << 1 != 0;
    }

    /** The index of the largest value, the first one of equals. */
    public static int indexOfLargest(float[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] > values[best]) {
                best = k;
            }
        }
        return best;
    }
}
