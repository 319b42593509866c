package glia.learning.part;

import glia.chip.datapath.DeltaVecMemory;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.ProbedSample;
import java.util.Arrays;
import java.util.List;

/**
 * Recalls d = A e, a linear map of the output error that is fitted to the probed pairs by sweeps of the normalised
 * least-mean-squares rule, A ← A + μ (t - A e) eᵀ / (|e|² + 1e-4) (Widrow and Hoff 1960; Nagumo and Noda 1967). Every step stores A.
 */
public final class FittedRecall implements AstrocyteBehaviour {
    private static final float REGULARISER = 1e-4f;

    private final DeltaVecParameters parameters;

    /** Takes sweeps and rate of the fit from the parameters. */
    public FittedRecall(DeltaVecParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void recall(DeltaVecMemory memory, float[] error, int label, int runnerUp, float[] recalled) {
        predict(memory, error, recalled);
    }

    static void predict(DeltaVecMemory memory, float[] error, float[] predicted) {
        Arrays.fill(predicted, 0f);
        for (int k = 0; k < error.length; k++) {
            float[] row = memory.row(k);
            float e = error[k];
            for (int j = 0; j < predicted.length; j++) {
                predicted[j] = Math.fma(row[j], e, predicted[j]);
            }
        }
    }

    @Override
    public Work recallWork(int classes, int neurons) {
        long words = (long) classes * neurons;
        return new Work(words, 0, words, 0, 0);
    }

    @Override
    public void learn(List<ProbedSample> samples, DeltaVecMemory memory) {
        float[] correction = new float[memory.neurons()];
        for (int sweep = 0; sweep < parameters.sweeps(); sweep++) {
            for (ProbedSample sample : samples) {
                fit(sample, memory, correction);
            }
        }
    }

    private void fit(ProbedSample sample, DeltaVecMemory memory, float[] correction) {
        float[] error = sample.error();
        float norm = 0f;
        for (float e : error) {
            norm = Math.fma(e, e, norm);
        }
        float gain = parameters.fitRate() / (norm + REGULARISER);
        predict(memory, error, correction);
        float[] targets = sample.targets();
        for (int j : sample.neurons()) {
            correction[j] = (targets[j] - correction[j]) * gain;
        }
        for (int k = 0; k < error.length; k++) {
            float[] row = memory.row(k);
            for (int j : sample.neurons()) {
                row[j] = Math.fma(correction[j], error[k], row[j]);
            }
            memory.store(k);
        }
    }

    @Override
    public Work learnWork(int samples, int classes, int probedNeurons) {
        long fits = (long) parameters.sweeps() * samples;
        long words = fits * classes * probedNeurons;
        return new Work(words, words, 2 * words, fits, fits * (classes + probedNeurons));
    }
}
