package glia.learning.reference;

import glia.core.random.RandomStream;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.Recall;

/**
 * The memory of one layer's astrocyte, K classes by n neurons, zeros at first: the map A of recall by error, the class
 * DeltaVecs D of the other recalls.
 */
final class ReferenceAstrocyte {
    private static final float FIT_FLOOR = 1e-4f;

    private final DeltaMgdParameters parameters;
    private final float[][] memory;
    private boolean written;

    ReferenceAstrocyte(DeltaMgdParameters parameters, int classes, int neurons) {
        this.parameters = parameters;
        this.memory = new float[classes][neurons];
    }

    /** Learns from probed targets t (class, neuron) and, for recall by error, their errors e (class, output). */
    void learn(float[][] targets, float[][] errors) {
        if (parameters.recall() == Recall.ERROR) {
            for (int sweep = 0; sweep < parameters.sweeps(); sweep++) {
                for (int q = 0; q < targets.length; q++) {
                    fit(targets[q], errors[q]);
                }
            }
        } else {
            average(targets);
        }
        written = true;
    }

    /** One step of normalised least mean squares: A += rate · (t - A e) e' / (|e|² + 0.0001). */
    private void fit(float[] target, float[] error) {
        float energy = 0f;
        for (float e : error) {
            energy = Math.fma(e, e, energy);
        }
        energy = energy + FIT_FLOOR;
        float gain = parameters.fitRate() / energy;
        for (int j = 0; j < target.length; j++) {
            float correction = (target[j] - mapped(error, j)) * gain;
            for (int k = 0; k < error.length; k++) {
                memory[k][j] = Math.fma(correction, error[k], memory[k][j]);
            }
        }
    }

    /** D = t the first time, later the moving average D = m D + (1 - m) t. */
    private void average(float[][] targets) {
        float kept = parameters.deltaVecMemory();
        for (int k = 0; k < memory.length; k++) {
            for (int j = 0; j < memory[k].length; j++) {
                float t = targets[k][j];
                memory[k][j] = written ? kept * memory[k][j] + (1f - kept) * t : t;
            }
        }
    }

    /** Fills the memory with a drawn map or table; that of the last layer hands on e. */
    void draw(RandomStream draws, boolean last) {
        int neurons = memory[0].length;
        for (int k = 0; k < memory.length; k++) {
            for (int j = 0; j < neurons; j++) {
                memory[k][j] = last
                        ? handedOn(k == j)
                        : (float) ((1 / StrictMath.sqrt(neurons)) * draws.gaussian((long) k * neurons + j));
            }
        }
    }

    private float handedOn(boolean own) {
        float one = parameters.recall() == Recall.RANDOM_MAP ? 1f : -1f;
        return own ? one : 0f * one;
    }

    /** The recalled values r of all neurons, for an output error e, a label y and the strongest other class. */
    float[] recall(float[] error, int label, int runnerUp) {
        float[] recalled = new float[memory[0].length];
        for (int j = 0; j < recalled.length; j++) {
            recalled[j] = switch (parameters.recall()) {
                case ERROR, RANDOM_MAP -> mapped(error, j);
                case EXPECTED, RANDOM_TABLE -> expected(error, j);
                case RUNNER_UP -> memory[label][j] - memory[runnerUp][j];
                case LABEL -> memory[label][j];
            };
        }
        return recalled;
    }

    private float mapped(float[] error, int j) {
        float sum = 0f;
        for (int k = 0; k < error.length; k++) {
            sum = Math.fma(memory[k][j], error[k], sum);
        }
        return sum;
    }

    private float expected(float[] error, int j) {
        float sum = 0f;
        for (int k = 0; k < error.length; k++) {
            sum = Math.fma(-error[k], memory[k][j], sum);
        }
        return sum;
    }
}
