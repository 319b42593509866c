package glia.cli.reproduce;

import glia.learning.measure.TrueGradient;

/** What [S] says of the angle between a gradient and its estimate from random signs. */
final class GradientAngle {
    /** The cosine that counts as converged. */
    static final double CONVERGED = 0.95;

    /** Iterations to that cosine a parameter, eq. 21: cos² / (1 - cos²) = 0.9025 / 0.0975. */
    static final double PASSES_PER_PARAMETER = CONVERGED * CONVERGED / (1 - CONVERGED * CONVERGED);

    private GradientAngle() {}

    /** E|G|² / |∇C|² = 1 + (K - 1) / τθ for K parameters. */
    static double squaredLength(long parameters, double updatePeriod) {
        return 1 + (parameters - 1) / updatePeriod;
    }

    /** The cosine between ∇C and an estimate whose squared length is the expected one and whose part along ∇C is |∇C|. */
    static double cosine(long parameters, double updatePeriod) {
        return 1 / Math.sqrt(squaredLength(parameters, updatePeriod));
    }

    /** Iterations to the cosine that counts as converged. */
    static double iterations(long parameters) {
        return PASSES_PER_PARAMETER * (parameters - 1);
    }

    /**
     * Iterations of node perturbation to that cosine. A sign a neuron estimates its δ; the weights of the neuron share it, so neuron j
     * counts by A_j = |a|² + 1 of what it sees: 0.9025 / 0.0975 · (Σ A_j · Σ δ_j² - |∇C|²) / |∇C|².
     */
    static double nodeIterations(TrueGradient gradient) {
        double deltas = 0;
        double weightedNeurons = 0;
        double norm = 0;
        for (int layer = 0; layer < gradient.biases().length; layer++) {
            double ofBiases = squares(gradient.biases()[layer]);
            double ofLayer = ofBiases;
            for (double[] row : gradient.weights()[layer]) {
                ofLayer += squares(row);
            }
            deltas += ofBiases;
            norm += ofLayer;
            weightedNeurons += gradient.biases()[layer].length * ofLayer / ofBiases;
        }
        return PASSES_PER_PARAMETER * (weightedNeurons * deltas - norm) / norm;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
