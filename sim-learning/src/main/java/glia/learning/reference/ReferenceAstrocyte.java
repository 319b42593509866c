package glia.learning.reference;

import glia.core.random.RandomStream;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Recall;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of one layer's astrocyte, K classes by n neurons, zeros at first: the map A of recall by error, the class
 * DeltaVecs D of the other recalls.
 */
final class ReferenceAstrocyte {
    private static final float FIT_FLOOR = 1e-4f;

    /** What a memory holds of a value. */
    interface Stored {
        float of(float value);
    }

    private final DeltaVecParameters parameters;
    private final Stored stored;
    private final float[][] memory;
    private final boolean[] written;

    ReferenceAstrocyte(DeltaVecParameters parameters, int classes, int neurons) {
        this(parameters, classes, neurons, value -> value);
    }

    /** A memory that holds what is stored of a value. */
    ReferenceAstrocyte(DeltaVecParameters parameters, int classes, int neurons, Stored stored) {
        this.stored = stored;
        this.parameters = parameters;
        this.memory = new float[classes][neurons];
        this.written = new boolean[classes];
    }

    /** Learns from the samples of a refresh, with which these neurons were probed. */
    void learn(int[] neurons, List<ProbedTargets> samples) {
        if (parameters.recall() == Recall.ERROR) {
            for (int sweep = 0; sweep < parameters.sweeps(); sweep++) {
                for (ProbedTargets sample : samples) {
                    fit(neurons, sample.targets(), sample.error());
                }
            }
        } else {
            for (int k = 0; k < memory.length; k++) {
                average(k, neurons, targetsOf(k, samples));
            }
        }
    }

    /** One step of normalised least mean squares: A += rate · (t - A e) e' / (|e|² + 0.0001), for the probed neurons. */
    private void fit(int[] neurons, float[] targets, float[] error) {
        float energy = 0f;
        for (float e : error) {
            energy = Math.fma(e, e, energy);
        }
        energy = energy + FIT_FLOOR;
        float gain = parameters.fitRate() / energy;
        for (int i = 0; i < neurons.length; i++) {
            int j = neurons[i];
            float correction = (targets[i] - mapped(error, j)) * gain;
            for (int k = 0; k < error.length; k++) {
                memory[k][j] = stored.of(Math.fma(correction, error[k], memory[k][j]));
            }
        }
    }

    private static List<float[]> targetsOf(int k, List<ProbedTargets> samples) {
        List<float[]> targets = new ArrayList<>();
        for (ProbedTargets sample : samples) {
            if (sample.label() == k) {
                targets.add(sample.targets());
            }
        }
        return targets;
    }

    /** With t the mean of the targets of a class: D = t the first time, later, or if sparse, D = m D + (1 - m) t. */
    private void average(int k, int[] neurons, List<float[]> targets) {
        if (targets.isEmpty()) {
            return;
        }
        boolean full = !written[k] && parameters.source() != DeltaVecSource.SPARSE;
        float kept = parameters.memory();
        for (int i = 0; i < neurons.length; i++) {
            int j = neurons[i];
            float t = mean(targets, i);
            memory[k][j] = stored.of(full ? t : kept * memory[k][j] + (1f - kept) * t);
        }
        written[k] = true;
    }

    private static float mean(List<float[]> targets, int i) {
        float sum = 0f;
        for (float[] t : targets) {
            sum = sum + t[i];
        }
        return sum * (1f / targets.size());
    }

    /** Fills the memory with a drawn map or table; that of the last layer hands on e. */
    void draw(RandomStream draws, boolean last) {
        int neurons = memory[0].length;
        for (int k = 0; k < memory.length; k++) {
            for (int j = 0; j < neurons; j++) {
                float drawn = (float) ((1 / StrictMath.sqrt(neurons)) * draws.gaussian((long) k * neurons + j));
                memory[k][j] = stored.of(last ? handedOn(k == j) : drawn);
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
