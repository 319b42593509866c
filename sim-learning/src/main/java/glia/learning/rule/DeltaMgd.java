package glia.learning.rule;

import glia.chip.datapath.Slope;
import glia.chip.message.Phase;
import glia.chip.plasticity.AstrocyteBehaviour;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.ScaleSource;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.learning.part.CostWeightedUpdate;
import glia.learning.part.DeltaMgdCost;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.ErrorUpdate;
import glia.learning.part.FittedRecall;
import glia.learning.part.Norm;
import glia.learning.part.PassSchedule;
import glia.learning.part.RandomRecall;
import glia.learning.part.Recall;
import glia.learning.part.TableRecall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * δ-MGD: each synapse is perturbed along an estimate of its gradient, made of the activation it saw and a recalled bias
 * gradient, and moves by what the perturbation did to the cost.
 *
 * <pre>
 * d = f'(z) · recalled,  |g|² = Σ_l |d_l|² (|a_(l-1)|² + 1),  s = ε / |g|
 * θ~ = s · a (x) d,  w ← w - η · (ΔC / ε²) · θ~ (· γ C0)
 * </pre>
 *
 * <p>Asks of the hardware: an astrocyte unit a layer with classes x neurons words, a perturbation element a synapse, a second
 * forward pass a sample, and every {@code deltaVecPeriod} samples one probe a neuron and class.
 *
 * <p>Source: O'Loughlin et al., "δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes", Algorithm 1; recall by
 * error is a fitted linear map of the output error in place of the class label.
 *
 * @param parameters the numbers of the rule, with units and meaning
 */
public record DeltaMgd(DeltaMgdParameters parameters) implements LearningRule {
    private static final List<Phase> REFRESH = List.of(Phase.PROBE, Phase.LEARN);
    private static final List<Phase> WITHOUT_ERROR =
            List.of(Phase.BASELINE, Phase.RECALL, Phase.PERTURB, Phase.PERTURBED, Phase.UPDATE);
    private static final List<Phase> WITH_ERROR =
            List.of(Phase.BASELINE, Phase.ERROR, Phase.RECALL, Phase.PERTURB, Phase.PERTURBED, Phase.UPDATE);

    @Override
    public SynapseBehaviour synapse(LayerSite site, TileSite tile) {
        return bias(site);
    }

    @Override
    public SynapseBehaviour bias(LayerSite site) {
        return site.isLast() && parameters.exactLastLayer() ? new ErrorUpdate() : new CostWeightedUpdate();
    }

    @Override
    public Optional<AstrocyteBehaviour> astrocyte(LayerSite site) {
        if (site.isLast() && parameters.exactLastLayer()) {
            return Optional.empty();
        }
        int perturbedLayers = parameters.exactLastLayer() ? site.layers() - 1 : site.layers();
        return Optional.of(
                switch (parameters.recall()) {
                    case ERROR -> new FittedRecall(parameters, perturbedLayers);
                    case LABEL, RUNNER_UP, EXPECTED -> new TableRecall(parameters, perturbedLayers);
                    case RANDOM_MAP, RANDOM_TABLE -> new RandomRecall(parameters, site, perturbedLayers);
                });
    }

    @Override
    public CostBehaviour cost() {
        return new DeltaMgdCost(parameters);
    }

    @Override
    public List<Phase> phases(long sample) {
        boolean refresh = !parameters.recall().isRandom() && sample % parameters.deltaVecPeriod() == 0;
        boolean commit = integration().isPresent() && (sample + 1) % parameters.updatePeriod() == 0;
        List<Phase> usual = usesError() ? WITH_ERROR : WITHOUT_ERROR;
        if (!refresh && !commit) {
            return usual;
        }
        List<Phase> phases = new ArrayList<>(refresh ? REFRESH : List.of());
        phases.addAll(usual);
        if (commit) {
            phases.add(Phase.COMMIT);
        }
        return phases;
    }

    /** Whether the cost unit tells anything of its outputs. */
    private boolean usesError() {
        return parameters.recall() != Recall.LABEL || parameters.exactLastLayer();
    }

    @Override
    public Optional<Integration> integration() {
        return PassSchedule.integration(parameters.optimizer(), parameters.updatePeriod());
    }

    @Override
    public Slope slope() {
        return parameters.slope();
    }

    @Override
    public ScaleSource scaleSource() {
        return switch (parameters.norm()) {
            case GLOBAL -> ScaleSource.COST_UNIT;
            case DEFERRED -> ScaleSource.FIXED;
            case LAYER -> ScaleSource.ASTROCYTE;
        };
    }

    @Override
    public float fixedScale() {
        return parameters.norm() == Norm.DEFERRED ? parameters.epsilon() : 0f;
    }

    @Override
    public boolean perturbsLastLayer() {
        return !parameters.exactLastLayer();
    }

    @Override
    public boolean recallsByLabel() {
        return parameters.recall().usesLabel();
    }

    @Override
    public boolean recallsByRunnerUp() {
        return parameters.recall() == Recall.RUNNER_UP;
    }

    @Override
    public boolean learnsFromError() {
        return parameters.recall() == Recall.ERROR;
    }

    @Override
    public boolean probes(LayerSite site) {
        return !parameters.recall().isRandom() && (!site.isLast() || perturbsLastLayer() || learnsFromError());
    }
}
