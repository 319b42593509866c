package glia.learning.part;

import glia.chip.datapath.DeltaVecMemory;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.ProbedSample;
import glia.core.archive.Archive;
import java.util.Arrays;
import java.util.List;

/**
 * Recalls from a table of class DeltaVecs D[k]: the row of the label, that row less the one of the strongest other class, or all
 * rows weighted by the expected output error, Σ_k (y_k - p_k) D[k].
 *
 * <p>A refresh keeps a share m of the old row, D[k] ← m D[k] + (1 - m) t, with the mean target t of its samples of class k; the first
 * write of a class is full unless few neurons at a time are probed.
 */
public final class TableRecall implements AstrocyteBehaviour {
    private final DeltaVecParameters parameters;
    private boolean[] written = new boolean[0];

    /** Takes recall and memory from the parameters. */
    public TableRecall(DeltaVecParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void recall(DeltaVecMemory memory, float[] error, int label, int runnerUp, float[] recalled) {
        switch (parameters.recall()) {
            case LABEL -> System.arraycopy(memory.row(label), 0, recalled, 0, recalled.length);
            case RUNNER_UP -> {
                float[] right = memory.row(label);
                float[] wrong = memory.row(runnerUp);
                for (int j = 0; j < recalled.length; j++) {
                    recalled[j] = right[j] - wrong[j];
                }
            }
            default -> expect(memory, error, recalled);
        }
    }

    /** Σ_k (y_k - p_k) D[k], with the error e = p - y. */
    static void expect(DeltaVecMemory memory, float[] error, float[] recalled) {
        Arrays.fill(recalled, 0f);
        for (int k = 0; k < error.length; k++) {
            float[] row = memory.row(k);
            float weight = -error[k];
            for (int j = 0; j < recalled.length; j++) {
                recalled[j] = Math.fma(weight, row[j], recalled[j]);
            }
        }
    }

    @Override
    public Work recallWork(int classes, int neurons) {
        long words = (long) classes * neurons;
        return switch (parameters.recall()) {
            case LABEL -> new Work(neurons, 0, 0, 0, 0);
            case RUNNER_UP -> new Work(2L * neurons, 0, neurons, 0, 0);
            default -> new Work(words, 0, words, 0, 0);
        };
    }

    @Override
    public void learn(List<ProbedSample> samples, DeltaVecMemory memory) {
        written = Arrays.copyOf(written, memory.classes());
        boolean exemplars = parameters.source() == DeltaVecSource.EXEMPLARS;
        for (int k = 0; k < memory.classes(); k++) {
            int label = k;
            List<ProbedSample> ofClass = exemplars
                    ? samples.subList(k, k + 1)
                    : samples.stream().filter(sample -> sample.label() == label).toList();
            if (!ofClass.isEmpty()) {
                learn(memory.row(k), ofClass, parameters.source() != DeltaVecSource.SPARSE && !written[k]);
                memory.store(k);
                written[k] = true;
            }
        }
    }

    private void learn(float[] row, List<ProbedSample> samples, boolean full) {
        float kept = parameters.memory();
        float share = 1f / samples.size();
        for (int j : samples.get(0).neurons()) {
            float sum = 0f;
            for (ProbedSample sample : samples) {
                sum += sample.targets()[j];
            }
            float mean = sum * share;
            row[j] = full ? mean : kept * row[j] + (1f - kept) * mean;
        }
    }

    /** A row's share of old and new for each class that the samples can have; before that the means of a batch by class. */
    @Override
    public Work learnWork(int samples, int classes, int probedNeurons) {
        long targets = (long) samples * probedNeurons;
        int rows = Math.min(samples, classes);
        long words = (long) rows * probedNeurons;
        boolean means = parameters.source() == DeltaVecSource.CURRENT_BATCH && samples > 1;
        return new Work(words, words, (means ? targets + words : 0) + 2 * words, means ? rows : 0, targets);
    }

    @Override
    public void state(Archive archive) {
        written = Arrays.copyOf(written, archive.at(written.length));
        for (int k = 0; k < written.length; k++) {
            written[k] = archive.at(written[k]);
        }
    }
}
