package glia.learning.rule;

import glia.chip.message.Phase;
import glia.chip.plasticity.Astrocytes;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecs;
import glia.learning.part.HebbianMgdParameters;
import glia.learning.part.HebbianPerturbation;
import glia.learning.part.PassSchedule;
import glia.learning.part.PerturbationCost;
import java.util.List;
import java.util.Optional;

/**
 * Hebbian multiplexed gradient descent: a synapse is perturbed where its activation and the bias gradient of its neuron are both
 * large enough, along their product or its sign.
 *
 * <pre>
 * θ~_ij = ε · T(a_i) · T(δ_j), T keeps what exceeds a threshold, or its sign,  w ← w - η · (ΔC / ε²) · θ~
 * </pre>
 *
 * <p>Parameters (unit, default): {@code rate} η (weight² a cost, 0.0001); {@code deltaSource}, where δ comes from (none, backward);
 * {@code precision}, values or signs (none, full); {@code activationThreshold} (activation, 0); {@code deltaThreshold} (share of the
 * layer's largest |δ|, 0), which the unit that forms them finds by a comparison a neuron and sends along as a word; {@code epsilon} ε
 * (weight, 0.001); {@code updatePeriod} τθ (perturbed passes, 1); {@code optimizer} and its numbers, as
 * {@link glia.chip.datapath.Optimizer} has them (none, plain). Where astrocytes recall δ, also {@code recall}, from what a DeltaVec is recalled (none, error); {@code slope} f' (none, exact);
 * {@code deltaVecSource}, what is probed (none, exemplars); {@code deltaVecPeriod} τδ (samples, auto: 5000, or 10 for sparse probes);
 * {@code deltaVecMemory}, the share that a refresh keeps (none, auto: 0.8 or 0); {@code probes} (neurons a refresh, 4);
 * {@code probeStep} h (a neuron's input, 0.01); {@code sweeps} of the fit (none, auto: 10 or 1); {@code fitRate} (none, 0.3).
 *
 * <p>Asks of the hardware a perturbation element a synapse (ternary: two bits), a second forward pass, and the bias gradients of
 * each sample: by transposed reads at the price of {@link Backpropagation}; by finite differences, a probe a neuron and sample; or
 * recalled by astrocytes as in {@link DeltaMgd}.
 *
 * <p>Source: O'Loughlin et al., "δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes", section III.
 *
 * @param parameters the numbers of the rule
 */
public record HebbianMgd(HebbianMgdParameters parameters) implements LearningRule {
    private static final List<Phase> BACKWARD =
            List.of(Phase.BASELINE, Phase.ERROR, Phase.PERTURB, Phase.PERTURBED, Phase.UPDATE);
    private static final List<Phase> BACKWARD_AND_COMMIT =
            List.of(Phase.BASELINE, Phase.ERROR, Phase.PERTURB, Phase.PERTURBED, Phase.UPDATE, Phase.COMMIT);

    @Override
    public SynapseBehaviour synapse(LayerSite site, TileSite tile) {
        return new HebbianPerturbation(parameters, parameters.activationThreshold(), tile.rows(), tile.columns());
    }

    @Override
    public SynapseBehaviour bias(LayerSite site) {
        return new HebbianPerturbation(parameters, 0f, 1, site.neurons());
    }

    @Override
    public Astrocytes astrocytes() {
        return parameters.deltaVecs().<Astrocytes>map(HebbianMgd::deltaVecs).orElse(Astrocytes.NONE);
    }

    private static DeltaVecs deltaVecs(DeltaVecParameters of) {
        return new DeltaVecs(of, true);
    }

    @Override
    public CostBehaviour cost() {
        float probeStep =
                parameters.deltaVecs().map(DeltaVecParameters::probeStep).orElse(0f);
        return new PerturbationCost(parameters.epsilon(), integration().isPresent(), 1f, probeStep);
    }

    @Override
    public List<Phase> phases(long sample) {
        boolean commits = PassSchedule.commits(integration(), sample);
        return parameters
                .deltaVecs()
                .map(of -> deltaVecs(of).phases(sample, commits))
                .orElse(commits ? BACKWARD_AND_COMMIT : BACKWARD);
    }

    @Override
    public boolean backpropagates() {
        return parameters.deltaVecs().isEmpty();
    }

    @Override
    public float deltaThreshold() {
        return parameters.deltaThreshold();
    }

    @Override
    public int elementBits() {
        return parameters.ternary() ? 2 : 0;
    }

    @Override
    public Optional<Integration> integration() {
        return PassSchedule.integration(parameters.optimizer(), parameters.updatePeriod());
    }

    /** The bias gradients of a sample, where transposed reads form them; probes are counted where they happen. */
    @Override
    public long gradientComponents(long parametersOfNetwork, long neurons, long sample) {
        return backpropagates() ? neurons : 0;
    }
}
