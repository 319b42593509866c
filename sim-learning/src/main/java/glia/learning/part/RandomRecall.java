package glia.learning.part;

import glia.chip.datapath.DeltaVecMemory;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.ProbedSample;
import glia.core.random.RandomStream;
import java.util.List;

/**
 * Recalls from a memory that was drawn before the run and is never probed: direct feedback alignment (Nøkland, NeurIPS 2016). A
 * control that shows what probing is worth. Hidden layers draw from N(0, 1 / neurons), the size of a weight on the way back; the
 * last layer hands on the output error.
 */
public final class RandomRecall implements AstrocyteBehaviour {
    private static final long STREAM = 14;

    private final DeltaVecParameters parameters;
    private final LayerSite site;

    /** Takes recall and seed from the parameters. */
    public RandomRecall(DeltaVecParameters parameters, LayerSite site) {
        this.parameters = parameters;
        this.site = site;
    }

    private boolean isMap() {
        return parameters.recall() == Recall.RANDOM_MAP;
    }

    @Override
    public void initialise(DeltaVecMemory memory) {
        RandomStream draws = RandomStream.of(parameters.seed(), STREAM).sub(site.layer());
        double deviation = 1 / StrictMath.sqrt(memory.neurons());
        for (int k = 0; k < memory.classes(); k++) {
            float[] row = memory.row(k);
            for (int j = 0; j < row.length; j++) {
                float drawn = (float) (deviation * draws.gaussian((long) k * row.length + j));
                float own = k == j ? 1f : 0f;
                row[j] = !site.isLast() ? drawn : isMap() ? own : -own;
            }
            memory.store(k);
        }
    }

    @Override
    public void recall(DeltaVecMemory memory, float[] error, int label, int runnerUp, float[] recalled) {
        if (isMap()) {
            FittedRecall.predict(memory, error, recalled);
        } else {
            TableRecall.expect(memory, error, recalled);
        }
    }

    @Override
    public Work recallWork(int classes, int neurons) {
        long words = (long) classes * neurons;
        return new Work(words, 0, words, 0, 0);
    }

    @Override
    public void learn(List<ProbedSample> samples, DeltaVecMemory memory) {
        throw new IllegalStateException("a random memory does not learn");
    }

    @Override
    public Work learnWork(int samples, int classes, int probedNeurons) {
        return new Work(0, 0, 0, 0, 0);
    }
}
