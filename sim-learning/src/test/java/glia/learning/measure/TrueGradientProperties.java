package glia.learning.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.core.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The gradient by backpropagation is what the cost does when a parameter moves. */
class TrueGradientProperties {
    private static final float STEP = 1f / (1 << 12);
    /** Central differences err by the third derivative times the square of the step, 6e-8. */
    private static final double TOLERANCE = 1e-5;

    /** A network whose parameters may move, with its cost in double, and a sample of it. */
    private record Network(
            float[][][] weights, float[][] biases, ActivationFunction activation, CostFunction cost, float[] input) {
        double cost(int label) {
            double[] a = new double[input.length];
            Arrays.setAll(a, i -> input[i]);
            for (int l = 0; l < weights.length; l++) {
                double[] z = inputs(l, a);
                a = l < weights.length - 1
                        ? Arrays.stream(z).map(this::activate).toArray()
                        : z;
            }
            return cost(a, label);
        }

        private double[] inputs(int l, double[] a) {
            double[] z = new double[biases[l].length];
            Arrays.setAll(z, j -> {
                double sum = biases[l][j];
                for (int i = 0; i < a.length; i++) {
                    sum += a[i] * weights[l][i][j];
                }
                return sum;
            });
            return z;
        }

        private double activate(double z) {
            // a kink within reach of the step would make the difference no slope
            Assume.that(activation != ActivationFunction.RELU || Math.abs(z) > 100 * STEP);
            return switch (activation) {
                case TANH -> Math.tanh(z);
                case RELU -> Math.max(0, z);
                case IDENTITY -> z;
            };
        }

        private double cost(double[] outputs, int label) {
            return switch (cost) {
                case MSE -> {
                    double sum = 0;
                    for (int k = 0; k < outputs.length; k++) {
                        sum += Math.pow(outputs[k] - (k == label ? 1 : 0), 2) / 2;
                    }
                    yield sum;
                }
                case CROSS_ENTROPY ->
                    Math.log(Arrays.stream(outputs).map(Math::exp).sum()) - outputs[label];
                case LINEAR -> Arrays.stream(outputs).sum() - 2 * outputs[label];
            };
        }

        double slope(float[] row, int j, int label) {
            float value = row[j];
            row[j] = value + STEP;
            double step = row[j];
            double above = cost(label);
            row[j] = value - STEP;
            step -= row[j];
            double below = cost(label);
            row[j] = value;
            return (above - below) / step;
        }
    }

    private static float[] drawn(RandomStream draws, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) draws.gaussian(i);
        }
        return values;
    }

    private static Network network(List<Integer> sizes, ActivationFunction activation, CostFunction cost, long seed) {
        List<float[][]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        for (int l = 1; l < sizes.size(); l++) {
            RandomStream draws = RandomStream.of(seed, l);
            float[][] layer = new float[sizes.get(l - 1)][];
            int neurons = sizes.get(l);
            Arrays.setAll(layer, i -> drawn(draws.sub(i), neurons));
            weights.add(layer);
            biases.add(drawn(draws.sub(1000), neurons));
        }
        float[] input = drawn(RandomStream.of(seed, 0), sizes.get(0));
        input[0] = 0f;
        return new Network(weights.toArray(float[][][]::new), biases.toArray(float[][]::new), activation, cost, input);
    }

    @Property(tries = 200)
    void gradientsAreFiniteDifferences(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 2, max = 6) Integer> sizes,
            @ForAll ActivationFunction activation,
            @ForAll CostFunction cost,
            @ForAll long seed) {
        Network network = network(sizes, activation, cost, seed);
        int label = RandomStream.of(seed, 99).below(0, sizes.get(sizes.size() - 1));
        TrueGradient gradient =
                TrueGradient.of(network.weights(), network.biases(), activation, cost, network.input(), label);
        double scale = 0;
        List<double[]> found = new ArrayList<>();
        List<double[]> expected = new ArrayList<>();
        for (int l = 0; l < network.weights().length; l++) {
            List<float[]> rows = new ArrayList<>(List.of(network.weights()[l]));
            rows.add(network.biases()[l]);
            List<double[]> gradients = new ArrayList<>(List.of(gradient.weights()[l]));
            gradients.add(gradient.biases()[l]);
            assertEquals(rows.size(), gradients.size());
            found.addAll(gradients);
            for (float[] row : rows) {
                double[] slopes = new double[row.length];
                Arrays.setAll(slopes, j -> network.slope(row, j, label));
                expected.add(slopes);
                scale = Math.max(
                        scale, Arrays.stream(slopes).map(Math::abs).max().orElseThrow());
            }
        }
        for (int i = 0; i < found.size(); i++) {
            assertArrayEquals(expected.get(i), found.get(i), TOLERANCE * Math.max(1, scale));
        }
    }
}
