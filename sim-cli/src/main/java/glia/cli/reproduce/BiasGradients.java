package glia.cli.reproduce;

import glia.chip.build.Chip;
import glia.learning.data.Dataset;
import glia.learning.measure.Agreement;
import java.util.Arrays;

/** The bias gradients δ of samples, so many of each class, at the present parameters of a chip; exact, in double. */
final class BiasGradients {
    private final int classes;
    private final int each;
    private final double[][][] byLayer;

    /**
     * Takes them.
     *
     * @param each how many samples of each class, the first ones
     */
    BiasGradients(Chip chip, Dataset data, int each) {
        classes = data.classes();
        this.each = each;
        FrozenChip frozen = new FrozenChip(chip);
        byLayer = new double[chip.shape().layers()][classes * each][];
        for (int label = 0; label < classes; label++) {
            int[] samples = data.indicesOf(label);
            for (int i = 0; i < each; i++) {
                double[][] deltas = frozen.exact(data.input(samples[i]), label).biases();
                for (int layer = 0; layer < byLayer.length; layer++) {
                    byLayer[layer][label * each + i] = deltas[layer];
                }
            }
        }
    }

    /** δ of a layer, a row a sample, sorted by class. */
    double[][] rows(int layer) {
        return byLayer[layer];
    }

    /** The mean δ of each class. */
    double[][] means(int layer) {
        double[][] means = new double[classes][byLayer[layer][0].length];
        for (int row = 0; row < byLayer[layer].length; row++) {
            for (int j = 0; j < means[0].length; j++) {
                means[row / each][j] += byLayer[layer][row][j] / each;
            }
        }
        return means;
    }

    /** The mean cosine of pairs of different samples, of the same class or of two. */
    double cosine(int layer, boolean sameClass) {
        double sum = 0;
        long pairs = 0;
        double[][] rows = byLayer[layer];
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < a; b++) {
                double cosine = a / each == b / each == sameClass
                        ? Agreement.of(rows[a], rows[b]).cosine()
                        : Double.NaN;
                sum += Double.isNaN(cosine) ? 0 : cosine;
                pairs += Double.isNaN(cosine) ? 0 : 1;
            }
        }
        return sum / pairs;
    }

    /** The mean over classes of the cosine of their means here and there; the class there may be another one. */
    double meanCosine(BiasGradients there, int layer, int classesOn) {
        double[][] here = means(layer);
        double[][] other = there.means(layer);
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Agreement.of(here[k], other[(k + classesOn) % classes]).cosine() / classes;
        }
        return sum;
    }

    /** Rows of length 1 each. */
    static double[][] normalised(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> {
                    double norm = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
                    return Arrays.stream(row).map(x -> norm == 0 ? 0 : x / norm).toArray();
                })
                .toArray(double[][]::new);
    }
}
