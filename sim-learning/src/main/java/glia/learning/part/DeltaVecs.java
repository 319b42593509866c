package glia.learning.part;

import glia.chip.datapath.Slope;
import glia.chip.message.Phase;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.Astrocytes;
import glia.chip.plasticity.LayerSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Astrocytes that hold DeltaVecs: probed now and then, or drawn, and recalled for each sample.
 *
 * @param parameters how they come to them
 * @param lastLayer whether the last layer has a DeltaVec too
 */
public record DeltaVecs(DeltaVecParameters parameters, boolean lastLayer) implements Astrocytes {
    private static final List<Phase> REFRESH = List.of(Phase.PROBE, Phase.LEARN);
    private static final List<Phase> WITHOUT_ERROR =
            List.of(Phase.BASELINE, Phase.RECALL, Phase.PERTURB, Phase.PERTURBED, Phase.UPDATE);
    private static final List<Phase> WITH_ERROR =
            List.of(Phase.BASELINE, Phase.ERROR, Phase.RECALL, Phase.PERTURB, Phase.PERTURBED, Phase.UPDATE);

    private boolean probed() {
        return !parameters.recall().isRandom();
    }

    /** The phases of a sample, from those of a refresh, if one is due, to a commit, if there is one. */
    public List<Phase> phases(long sample, boolean commits) {
        boolean refreshes = probed() && sample % parameters.period() == 0;
        boolean tellsError = parameters.recall() != Recall.LABEL || !lastLayer;
        List<Phase> usual = tellsError ? WITH_ERROR : WITHOUT_ERROR;
        if (!refreshes && !commits) {
            return usual;
        }
        List<Phase> phases = new ArrayList<>(refreshes ? REFRESH : List.of());
        phases.addAll(usual);
        if (commits) {
            phases.add(Phase.COMMIT);
        }
        return phases;
    }

    @Override
    public Optional<AstrocyteBehaviour> behaviour(LayerSite site) {
        if (site.isLast() && !lastLayer) {
            return Optional.empty();
        }
        return Optional.of(
                switch (parameters.recall()) {
                    case ERROR -> new FittedRecall(parameters);
                    case LABEL, RUNNER_UP, EXPECTED -> new TableRecall(parameters);
                    case RANDOM_MAP, RANDOM_TABLE -> new RandomRecall(parameters, site);
                });
    }

    @Override
    public String description() {
        String recall = parameters.recall().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (parameters.source()) {
            case EXEMPLARS -> recall;
            case CURRENT_BATCH ->
                recall
                        + (parameters.period() == 1
                                ? " (probed with the sample itself)"
                                : " (of the current batch, the present sample in it)");
            case SPARSE -> recall + " (learned from sparse probes)";
        };
    }

    @Override
    public Slope slope() {
        return parameters.slope();
    }

    @Override
    public boolean recallByLabel() {
        return parameters.recall().usesLabel();
    }

    @Override
    public boolean recallByRunnerUp() {
        return parameters.recall() == Recall.RUNNER_UP;
    }

    @Override
    public boolean learnFromError() {
        return parameters.recall() == Recall.ERROR;
    }

    /** Exemplars come in the order of the classes, and a fitted map asks for no class. */
    @Override
    public boolean learnByLabel() {
        return probed() && probeTrainingSamples() && !learnFromError();
    }

    @Override
    public boolean probe(LayerSite site) {
        return probed() && (!site.isLast() || lastLayer || learnFromError());
    }

    @Override
    public int probedSamples(int classes) {
        return parameters.probedSamples(classes);
    }

    @Override
    public boolean probeTrainingSamples() {
        return parameters.source().showsTrainingSamples();
    }

    @Override
    public int probedNeurons(LayerSite site) {
        boolean all = parameters.source() != DeltaVecSource.SPARSE || site.isLast();
        return all ? site.neurons() : Math.min(parameters.probes(), site.neurons());
    }

    /** Refreshes take the neurons of a hidden layer by turns, as many as each of them probes. */
    @Override
    public int probedNeuron(LayerSite site, long sample, int number) {
        int probes = probedNeurons(site);
        if (probes == site.neurons()) {
            return number;
        }
        return (int) ((sample / parameters.period() * probes + number) % site.neurons());
    }
}
