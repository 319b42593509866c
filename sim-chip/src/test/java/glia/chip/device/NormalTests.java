package glia.chip.device;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** Tests of drawn numbers; seeds are fixed, so that they pass or fail for ever. */
final class NormalTests {
    private static final double[] KOLMOGOROV = {0.5, 1.63};

    private NormalTests() {}

    /** Standard normal by Kolmogorov and Smirnov at 1 %: sqrt(n)·D below 1.63; and not suspiciously good. */
    static void check(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double p = cumulative(sorted[i]);
            distance = Math.max(distance, Math.max(p - (double) i / sorted.length, (i + 1.0) / sorted.length - p));
        }
        double statistic = Math.sqrt(sorted.length) * distance;
        assertTrue(statistic < KOLMOGOROV[1], "sqrt(n)·D is " + statistic);
        assertTrue(statistic > KOLMOGOROV[0] * 0.6, "sqrt(n)·D is " + statistic);
    }

    /** Φ(x) by its series around 0, or the continued fraction beyond 3. */
    static double cumulative(double x) {
        double size = Math.abs(x);
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        if (size < 3) {
            double term = x;
            double sum = x;
            for (int k = 3; k < 200; k += 2) {
                term *= x * x / k;
                sum += term;
            }
            return 0.5 + density * sum;
        }
        double fraction = size;
        for (int k = 60; k > 0; k--) {
            fraction = size + k / fraction;
        }
        double tail = density / fraction;
        return x < 0 ? tail : 1 - tail;
    }

    /** Counts in classes of equal probability by χ² at 0.1 %, with its normal approximation (Wilson and Hilferty). */
    static void uniform(long[] counts) {
        double expected = Arrays.stream(counts).sum() / (double) counts.length;
        double statistic = 0;
        for (long count : counts) {
            statistic += (count - expected) * (count - expected) / expected;
        }
        double freedom = counts.length - 1;
        double z = (Math.cbrt(statistic / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));
        assertTrue(Math.abs(z) < 3.3, "χ² is " + statistic + " of " + freedom + " degrees of freedom");
    }
}
