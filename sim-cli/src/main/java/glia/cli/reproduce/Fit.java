package glia.cli.reproduce;

/** Least squares. */
final class Fit {
    private Fit() {}

    /** The exponent p of y = c · x^p. */
    static double exponent(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += StrictMath.log(x[i]) / x.length;
            meanY += StrictMath.log(y[i]) / x.length;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = StrictMath.log(x[i]) - meanX;
            products += dx * (StrictMath.log(y[i]) - meanY);
            squares += dx * dx;
        }
        return products / squares;
    }
}
