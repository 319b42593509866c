package glia.cli.reproduce;

/** Statistics of G on the linear cost C = Σ g_i θ_i, exact in whole numbers: all sign vectors are enumerated. */
final class LinearCost {
    private final int[] gradient;
    private final int updatePeriod;
    private final long cases;
    private final long[] sums;
    private final long[][] products;

    /**
     * Enumerates 2^(K τθ) cases.
     *
     * @param gradient g, K values
     * @param updatePeriod τθ
     */
    LinearCost(int[] gradient, int updatePeriod) {
        this.gradient = gradient.clone();
        this.updatePeriod = updatePeriod;
        int k = gradient.length;
        cases = 1L << (k * updatePeriod);
        sums = new long[k];
        products = new long[k][k];
        for (long signs = 0; signs < cases; signs++) {
            add(integrated(signs));
        }
    }

    /** τθ · G for signs given as bits, K an iteration. */
    private long[] integrated(long signs) {
        long[] integral = new long[gradient.length];
        for (int t = 0; t < updatePeriod; t++) {
            long change = 0;
            for (int i = 0; i < gradient.length; i++) {
                change += sign(signs, t, i) * gradient[i];
            }
            for (int i = 0; i < gradient.length; i++) {
                integral[i] += sign(signs, t, i) * change;
            }
        }
        return integral;
    }

    private long sign(long signs, int iteration, int parameter) {
        return (signs >>> (iteration * gradient.length + parameter) & 1) == 0 ? 1 : -1;
    }

    private void add(long[] integral) {
        for (int i = 0; i < integral.length; i++) {
            sums[i] += integral[i];
            for (int j = 0; j < integral.length; j++) {
                products[i][j] += integral[i] * integral[j];
            }
        }
    }

    /** Largest |E(G_i) - g_i|, times the number of cases and τθ: 0 where the estimate has no bias. */
    long bias() {
        long largest = 0;
        for (int i = 0; i < sums.length; i++) {
            largest = Math.max(largest, Math.abs(sums[i] - cases * updatePeriod * gradient[i]));
        }
        return largest;
    }

    /**
     * Largest difference between the covariance and eq. 16, (δ_ij |g|² + g_i g_j - 2 δ_ij g_i²) / τθ, times the number of cases and
     * τθ².
     */
    long covarianceError() {
        long largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                long square = (long) gradient[i] * gradient[j];
                long published = updatePeriod * ((i == j ? squaredNorm() - 2 * square : 0) + square);
                long found = products[i][j] - cases * updatePeriod * updatePeriod * square;
                largest = Math.max(largest, Math.abs(found - cases * published));
            }
        }
        return largest;
    }

    /** E|G|² / |g|². */
    double squaredLength() {
        long trace = 0;
        for (int i = 0; i < gradient.length; i++) {
            trace += products[i][i];
        }
        return (double) trace / cases / updatePeriod / updatePeriod / squaredNorm();
    }

    private long squaredNorm() {
        long sum = 0;
        for (int g : gradient) {
            sum += (long) g * g;
        }
        return sum;
    }
}
