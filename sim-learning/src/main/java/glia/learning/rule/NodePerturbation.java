package glia.learning.rule;

import glia.chip.message.Phase;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.NodeBehaviour;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.learning.part.BernoulliNodes;
import glia.learning.part.NodePerturbationParameters;
import glia.learning.part.NodePerturbationUpdate;
import glia.learning.part.PassSchedule;
import glia.learning.part.PerturbationCost;
import java.util.List;
import java.util.Optional;

/**
 * Node perturbation: every neuron's input is perturbed by ε or -ε, and each synapse multiplies what its neuron learns by the
 * activation it saw.
 *
 * <pre>
 * z~_j = z_j + θ~_j,  θ~_j = ±ε,  G_ij ← G_ij + (ΔC / ε²) · θ~_j · a_i,  w ← w - η · G / updatePeriod
 * </pre>
 *
 * <p>Parameters (unit, default): {@code rate} η (weight² a cost, 0.0003); {@code epsilon} ε (a neuron's input, 0.001);
 * {@code samplePeriod} τx (perturbed passes, 1); {@code perturbationPeriod} τp (perturbed passes, 1); {@code updatePeriod} τθ
 * (perturbed passes, 1); {@code optimizer} and its numbers, as {@link glia.chip.datapath.Optimizer} has them (none, plain).
 *
 * <p>Asks of the hardware: a generator of signs a neuron, one bit a neuron from each neuron unit to its tiles, and no perturbation
 * element in any tile; with an update period above 1 or an optimizer, registers of a word or more a synapse.
 *
 * <p>Source: Oripov et al., "Scaling of hardware-compatible perturbative training algorithms", arXiv 2501.15403, Eq. 5, 6 and 22.
 *
 * @param parameters the numbers of the rule
 */
public record NodePerturbation(NodePerturbationParameters parameters) implements LearningRule {
    private PassSchedule schedule() {
        return new PassSchedule(parameters.periods(), parameters.optimizer(), false);
    }

    @Override
    public SynapseBehaviour synapse(LayerSite site, TileSite tile) {
        return new NodePerturbationUpdate(parameters, true);
    }

    @Override
    public SynapseBehaviour bias(LayerSite site) {
        return new NodePerturbationUpdate(parameters, false);
    }

    @Override
    public Optional<NodeBehaviour> node(LayerSite site) {
        return Optional.of(new BernoulliNodes(parameters, site));
    }

    @Override
    public CostBehaviour cost() {
        return new PerturbationCost(parameters.epsilon(), integration().isPresent());
    }

    @Override
    public List<Phase> phases(long sample) {
        return schedule().phases(sample);
    }

    @Override
    public Optional<Integration> integration() {
        return schedule().integration();
    }
}
