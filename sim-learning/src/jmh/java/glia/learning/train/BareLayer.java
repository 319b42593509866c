package glia.learning.train;

import glia.chip.datapath.ActivationFunction;
import java.util.Arrays;

/** One layer of {@link BareTraining}: plain arrays, four rows at a time, zero inputs skipped. */
final class BareLayer {
    /** Inputs that are not 0, and where those of each segment start. */
    private record Rows(int[] indices, int[] starts) {}

    final float[][] weights;
    final float[] biases;
    final float[] deltas;
    final float[][] map;
    private final int segmentRows;
    private final float[][] segments;
    private final Rows baselineRows;
    private final Rows otherRows;

    BareLayer(float[][] weights, int segmentRows, int classes) {
        this.weights = weights;
        this.segmentRows = segmentRows;
        int outputs = weights[0].length;
        biases = new float[outputs];
        deltas = new float[outputs];
        map = new float[classes][outputs];
        int count = (weights.length - 1) / segmentRows + 1;
        segments = new float[count][outputs];
        baselineRows = new Rows(new int[weights.length], new int[count + 1]);
        otherRows = new Rows(new int[weights.length], new int[count + 1]);
    }

    /** z = b + W x, segment by segment; the update will write to the rows of this x. */
    void forward(float[] x, float[] z) {
        multiply(x, baselineRows);
        sumUp(z);
    }

    /** As {@link #forward}, for a pass after which the rows of the baseline pass are still needed. */
    void forwardProbed(float[] x, float[] z) {
        multiply(x, otherRows);
        sumUp(z);
    }

    private void sumUp(float[] z) {
        System.arraycopy(biases, 0, z, 0, z.length);
        for (float[] segment : segments) {
            add(segment, z);
        }
    }

    private static void add(float[] segment, float[] z) {
        for (int j = 0; j < z.length; j++) {
            z[j] += segment[j];
        }
    }

    /** The output of one neuron with its bias moved by a step, inputs as multiplied last. */
    float probed(int neuron, float step) {
        float z = biases[neuron] + step;
        for (float[] segment : segments) {
            z += segment[neuron];
        }
        return z;
    }

    /** z = b + W x with all weights perturbed by s a (x) d; the first layer has the sums of its inputs already. */
    void forwardPerturbed(float[] x, float[] a, float s, boolean sameInputs, float[] z) {
        Rows rows = sameInputs ? baselineRows : otherRows;
        if (!sameInputs) {
            multiply(x, otherRows);
        }
        for (int j = 0; j < z.length; j++) {
            z[j] = biases[j] + s * deltas[j];
        }
        for (int segment = 0; segment < segments.length; segment++) {
            float overlap = 0f;
            for (int k = rows.starts[segment]; k < rows.starts[segment + 1]; k++) {
                int i = rows.indices[k];
                overlap = Math.fma(a[i], x[i], overlap);
            }
            addPerturbed(segments[segment], s, deltas, overlap, z);
        }
    }

    private static void addPerturbed(float[] segment, float s, float[] d, float overlap, float[] z) {
        for (int j = 0; j < z.length; j++) {
            z[j] += segment[j] + (s * d[j]) * overlap;
        }
    }

    private void multiply(float[] x, Rows rows) {
        findNonZero(x, rows);
        for (int segment = 0; segment < segments.length; segment++) {
            float[] sums = segments[segment];
            Arrays.fill(sums, 0f);
            int k = rows.starts[segment];
            int end = rows.starts[segment + 1];
            for (; k + 4 <= end; k += 4) {
                int i = rows.indices[k];
                int i1 = rows.indices[k + 1];
                int i2 = rows.indices[k + 2];
                int i3 = rows.indices[k + 3];
                addFour(weights[i], weights[i1], weights[i2], weights[i3], x[i], x[i1], x[i2], x[i3], sums);
            }
            for (; k < end; k++) {
                addOne(weights[rows.indices[k]], x[rows.indices[k]], sums);
            }
        }
    }

    private void findNonZero(float[] x, Rows rows) {
        int count = 0;
        for (int segment = 0; segment < segments.length; segment++) {
            rows.starts[segment] = count;
            int end = Math.min(x.length, (segment + 1) * segmentRows);
            for (int i = segment * segmentRows; i < end; i++) {
                rows.indices[count] = i;
                count += x[i] != 0f ? 1 : 0;
            }
        }
        rows.starts[segments.length] = count;
    }

    private static void addOne(float[] w, float x, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(x, w[j], sums[j]);
        }
    }

    private static void addFour(
            float[] w0, float[] w1, float[] w2, float[] w3, float x0, float x1, float x2, float x3, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(x3, w3[j], Math.fma(x2, w2[j], Math.fma(x1, w1[j], Math.fma(x0, w0[j], sums[j]))));
        }
    }

    /** d = A e, times the slope where a hidden layer's activations are given. */
    void recall(float[] error, float[] activations, ActivationFunction function) {
        predict(error, deltas);
        if (function == ActivationFunction.TANH) {
            for (int j = 0; j < deltas.length; j++) {
                deltas[j] *= 1f - activations[j] * activations[j];
            }
        } else if (function == ActivationFunction.RELU) {
            for (int j = 0; j < deltas.length; j++) {
                deltas[j] *= activations[j] > 0f ? 1f : 0f;
            }
        }
    }

    private void predict(float[] error, float[] predicted) {
        Arrays.fill(predicted, 0f);
        for (int k = 0; k < error.length; k++) {
            addOne(map[k], error[k], predicted);
        }
    }

    /** One fit of the map to a target and the error that it belongs to. */
    void fit(float[] target, float[] error, float rate) {
        float norm = 0f;
        for (float e : error) {
            norm = Math.fma(e, e, norm);
        }
        float gain = rate / (norm + 1e-4f);
        predict(error, deltas);
        for (int j = 0; j < deltas.length; j++) {
            deltas[j] = (target[j] - deltas[j]) * gain;
        }
        for (int k = 0; k < error.length; k++) {
            addOne(deltas, error[k], map[k]);
        }
    }

    /** w += (factor a_i) d_j for the inputs of the baseline pass, and the biases with a = 1. */
    void update(float factor, float[] a) {
        int count = baselineRows.starts[segments.length];
        int[] rows = baselineRows.indices;
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            float t0 = factor * a[rows[k]];
            float t1 = factor * a[rows[k + 1]];
            float t2 = factor * a[rows[k + 2]];
            float t3 = factor * a[rows[k + 3]];
            changeFour(
                    weights[rows[k]],
                    weights[rows[k + 1]],
                    weights[rows[k + 2]],
                    weights[rows[k + 3]],
                    t0,
                    t1,
                    t2,
                    t3,
                    deltas);
        }
        for (; k < count; k++) {
            changeOne(weights[rows[k]], factor * a[rows[k]], deltas);
        }
        changeOne(biases, factor, deltas);
    }

    private static void changeOne(float[] w, float t, float[] d) {
        for (int j = 0; j < w.length; j++) {
            w[j] += t * d[j];
        }
    }

    private static void changeFour(
            float[] w0, float[] w1, float[] w2, float[] w3, float t0, float t1, float t2, float t3, float[] d) {
        for (int j = 0; j < d.length; j++) {
            float delta = d[j];
            w0[j] += t0 * delta;
            w1[j] += t1 * delta;
            w2[j] += t2 * delta;
            w3[j] += t3 * delta;
        }
    }
}
