package glia.learning.rule;

import glia.chip.message.Phase;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.learning.part.AlignedMgdParameters;
import glia.learning.part.AlignedPerturbation;
import glia.learning.part.PassSchedule;
import glia.learning.part.PerturbationCost;
import java.util.List;
import java.util.Optional;

/**
 * Aligned multiplexed gradient descent: the signs of the perturbation agree with those of the true gradient as far as asked. A study
 * of what a direction is worth, not a design: it knows the gradient by backpropagation, and pays for it.
 *
 * <pre>
 * θ~_ij = ±ε · sign(a_i δ_j), minus with probability (1 - Λ) / 2,  G ← G + (ΔC / ε²) · θ~,  w ← w - η · G / updatePeriod
 * </pre>
 *
 * <p>Parameters (unit, default): {@code rate} η (weight² a cost, 0.000005); {@code agreement} Λ, the mean of the products of the signs
 * of perturbation and gradient (none, 1); {@code epsilon} ε (weight, 0.001); {@code samplePeriod} τx (perturbed passes, 1);
 * {@code updatePeriod} τθ (perturbed passes, 1); {@code optimizer} and its numbers, as {@link glia.chip.datapath.Optimizer} has them
 * (none, plain).
 *
 * <p>Asks of the hardware all that {@link Backpropagation} asks, and a perturbation element with two bits a synapse, since it may stay at 0.
 *
 * <p>Source: O'Loughlin et al., "δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes", section II.
 *
 * @param parameters the numbers of the rule
 */
public record AlignedMgd(AlignedMgdParameters parameters) implements LearningRule {
    private PassSchedule schedule() {
        return new PassSchedule(parameters.periods(), parameters.optimizer(), true);
    }

    @Override
    public SynapseBehaviour synapse(LayerSite site, TileSite tile) {
        return new AlignedPerturbation(parameters, site, tile.rows(), tile.columns());
    }

    @Override
    public SynapseBehaviour bias(LayerSite site) {
        return new AlignedPerturbation(parameters, site, 1, site.neurons());
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
    public boolean backpropagates() {
        return true;
    }

    @Override
    public int elementBits() {
        return 2;
    }

    @Override
    public Optional<Integration> integration() {
        return schedule().integration();
    }

    @Override
    public long gradientComponents(long parametersOfNetwork, long neurons, long sample) {
        return parametersOfNetwork * schedule().baselines(sample);
    }
}
