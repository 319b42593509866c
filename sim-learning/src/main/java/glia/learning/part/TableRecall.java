package glia.learning.part;

import glia.chip.datapath.DeltaVecMemory;
import glia.chip.plasticity.AstrocyteBehaviour;
import java.util.Arrays;
import java.util.List;

/**
 * Recalls from a table of class DeltaVecs D[k]: the row of the label, that row less the one of the strongest other class, or all
 * rows weighted by the expected output error, Σ_k (y_k - p_k) D[k]. A refresh keeps a share m of the old row, D[k] ← m D[k] + (1 - m) t; the first write is full.
 */
public final class TableRecall implements AstrocyteBehaviour {
    private final DeltaMgdParameters parameters;
    private final int perturbedLayers;
    private boolean written;

    /** Takes recall and memory from the parameters. */
    public TableRecall(DeltaMgdParameters parameters, int perturbedLayers) {
        this.parameters = parameters;
        this.perturbedLayers = perturbedLayers;
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
        float kept = parameters.deltaVecMemory();
        for (int k = 0; k < memory.classes(); k++) {
            float[] row = memory.row(k);
            float[] targets = samples.get(k).targets();
            for (int j = 0; j < row.length; j++) {
                row[j] = written ? kept * row[j] + (1f - kept) * targets[j] : targets[j];
            }
        }
        written = true;
    }

    @Override
    public Work learnWork(int classes, int neurons) {
        long words = (long) classes * neurons;
        return new Work(words, words, 2 * words, 0, words);
    }

    @Override
    public float scale(float squaredNorm) {
        return LayerScale.of(parameters.epsilon(), squaredNorm, perturbedLayers);
    }
}
