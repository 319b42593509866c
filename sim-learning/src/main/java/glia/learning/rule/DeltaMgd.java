package glia.learning.rule;

import glia.chip.message.Phase;
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
import glia.learning.part.DeltaVecs;
import glia.learning.part.ErrorUpdate;
import glia.learning.part.LayerScale;
import glia.learning.part.Norm;
import glia.learning.part.PassSchedule;
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
 * <p>Parameters (unit, default): {@code rate} η (weight² a cost, 0.02); {@code recall}, from what a DeltaVec is recalled (none, error); {@code slope} f' (none, exact);
 * {@code deltaVecSource}, what is probed (none, exemplars); {@code deltaVecPeriod} τδ (samples, auto: 5000, or 10 for sparse probes);
 * {@code deltaVecMemory}, the share that a refresh keeps (none, auto: 0.8 or 0); {@code probes} (neurons a refresh, 4);
 * {@code probeStep} h (a neuron's input, 0.01); {@code sweeps} of the fit (none, auto: 10 or 1); {@code fitRate} (none, 0.3);
 * {@code lastLayer}, perturbed or by the exact local rule (none, perturbed); {@code norm}, over what ε is the length (none, global);
 * {@code epsilon} ε (weight, 0.03); {@code gamma} γ (1 a cost, off); {@code updatePeriod} τθ (samples, 1); {@code optimizer} and its
 * numbers, as {@link glia.chip.datapath.Optimizer} has them (none, plain).
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
    @Override
    public SynapseBehaviour synapse(LayerSite site, TileSite tile) {
        return bias(site);
    }

    @Override
    public SynapseBehaviour bias(LayerSite site) {
        return site.isLast() && parameters.exactLastLayer() ? new ErrorUpdate() : new CostWeightedUpdate();
    }

    @Override
    public DeltaVecs astrocytes() {
        return new DeltaVecs(parameters.deltaVecs(), perturbsLastLayer());
    }

    @Override
    public CostBehaviour cost() {
        return new DeltaMgdCost(parameters);
    }

    @Override
    public List<Phase> phases(long sample) {
        return astrocytes().phases(sample, PassSchedule.commits(integration(), sample));
    }

    @Override
    public Optional<Integration> integration() {
        return PassSchedule.integration(parameters.optimizer(), parameters.updatePeriod());
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
    public float layerScale(LayerSite site, float squaredNorm) {
        int perturbedLayers = parameters.exactLastLayer() ? site.layers() - 1 : site.layers();
        return LayerScale.of(parameters.epsilon(), squaredNorm, perturbedLayers);
    }

    @Override
    public boolean perturbsLastLayer() {
        return !parameters.exactLastLayer();
    }
}
