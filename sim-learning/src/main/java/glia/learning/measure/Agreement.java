package glia.learning.measure;

/**
 * How well an estimate of a gradient agrees with the gradient.
 *
 * <p>Where one of the two is 0 in all elements there is no angle: the cosine is NaN. Where the gradient is, Λ and the norm ratio are
 * NaN too; an estimate of 0 beside another gradient has Λ 0 and ratio 0.
 *
 * <p>Λ as in O'Loughlin et al., "δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes", section II.
 *
 * @param cosine of the angle between them, -1 to 1
 * @param signAgreement Λ, the mean of sign(estimate) · sign(gradient) over the elements whose gradient is not 0, -1 to 1
 * @param normRatio |estimate| / |gradient|, in the unit of the estimate over that of the gradient
 */
public record Agreement(double cosine, double signAgreement, double normRatio) {
    /** The agreement of two arrays of the same length. */
    public static Agreement of(double[] estimate, double[] gradient) {
        Sums sums = new Sums();
        sums.add(estimate, gradient);
        return sums.agreement();
    }

    /** What an agreement is made of, added up over several arrays, such as the rows of a matrix, in {@code double}. */
    public static final class Sums {
        private double products;
        private double estimateSquares;
        private double gradientSquares;
        private long signs;
        private long directed;

        /** Adds the elements of two arrays of the same length. */
        public void add(double[] estimate, double[] gradient) {
            if (estimate.length != gradient.length) {
                throw new IllegalArgumentException(
                        "estimate has length " + estimate.length + "; the gradient has " + gradient.length);
            }
            addProducts(estimate, gradient);
            int agreeing = 0;
            int nonZero = 0;
            for (int i = 0; i < estimate.length; i++) {
                agreeing += sign(estimate[i]) * sign(gradient[i]);
                nonZero += gradient[i] != 0 ? 1 : 0;
            }
            signs += agreeing;
            directed += nonZero;
        }

        private void addProducts(double[] estimate, double[] gradient) {
            double product = 0;
            double estimateSquare = 0;
            double gradientSquare = 0;
            for (int i = 0; i < estimate.length; i++) {
                product += estimate[i] * gradient[i];
                estimateSquare += estimate[i] * estimate[i];
                gradientSquare += gradient[i] * gradient[i];
            }
            products += product;
            estimateSquares += estimateSquare;
            gradientSquares += gradientSquare;
        }

        private static int sign(double value) {
            return (value > 0 ? 1 : 0) - (value < 0 ? 1 : 0);
        }

        /** Adds the sums of other elements. */
        public void add(Sums other) {
            products += other.products;
            estimateSquares += other.estimateSquares;
            gradientSquares += other.gradientSquares;
            signs += other.signs;
            directed += other.directed;
        }

        /** The agreement over all elements so far. */
        public Agreement agreement() {
            double estimateNorm = Math.sqrt(estimateSquares);
            double gradientNorm = Math.sqrt(gradientSquares);
            // 0 / 0 is NaN where an angle, a sign or a ratio is not defined; rounding may lead a little beyond 1
            double cosine = products / estimateNorm / gradientNorm;
            double ratio = gradientNorm == 0 ? Double.NaN : estimateNorm / gradientNorm;
            return new Agreement(Math.max(-1, Math.min(1, cosine)), (double) signs / directed, ratio);
        }
    }
}
