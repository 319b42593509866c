package glia.learning.rule;

import glia.chip.message.Phase;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.GradientDescent;
import glia.learning.part.PassSchedule;
import glia.learning.part.RateCost;
import java.util.List;
import java.util.Optional;

/**
 * Backpropagation, or descent by the signs of its gradients: the yardstick, with its price on this chip.
 *
 * <pre>
 * δ_L = dC/dz_L,  δ_(l-1) = f'(z_(l-1)) · (W_l δ_l),  w_ij ← w_ij - η · a_i · δ_j,  or  w_ij ← w_ij - η · sign(a_i δ_j)
 * </pre>
 *
 * <p>Parameters (unit, default): {@code rate} η (weight² a cost, 0.02; by signs: weight, 0.00005); {@code updatePeriod} τθ (samples,
 * 1); {@code optimizer} and its numbers, as {@link glia.chip.datapath.Optimizer} has them (none, plain).
 *
 * <p>Asks of the hardware what perturbative learning avoids, and pays for it: tiles that can be read transposed, with converters at
 * both sides (a DAC conversion a column, a multiply-accumulate a synapse, an ADC conversion a row), the activations of each layer
 * stored until the error is back, a unit for the derivative and a multiplier a neuron, wires from each tile to the neuron unit below
 * it and from each neuron unit to its own tiles. Transposed reads are taken to be as exact as forward ones.
 *
 * <p>Sources: Rumelhart, Hinton, Williams, Nature 323 (1986); by signs: Bernstein et al., "signSGD", ICML 2018.
 *
 * @param parameters the numbers of the rule
 */
public record Backpropagation(BackpropagationParameters parameters) implements LearningRule {
    private static final List<Phase> DIRECT = List.of(Phase.BASELINE, Phase.ERROR, Phase.UPDATE);
    private static final List<Phase> COMMITTING = List.of(Phase.BASELINE, Phase.ERROR, Phase.UPDATE, Phase.COMMIT);

    @Override
    public SynapseBehaviour synapse(LayerSite site, TileSite tile) {
        return new GradientDescent(parameters.signsOnly(), tile.rows(), tile.columns());
    }

    @Override
    public SynapseBehaviour bias(LayerSite site) {
        return new GradientDescent(parameters.signsOnly(), 1, site.neurons());
    }

    @Override
    public CostBehaviour cost() {
        return new RateCost();
    }

    @Override
    public List<Phase> phases(long sample) {
        return PassSchedule.commits(integration(), sample) ? COMMITTING : DIRECT;
    }

    @Override
    public boolean backpropagates() {
        return true;
    }

    @Override
    public Optional<Integration> integration() {
        return PassSchedule.integration(parameters.optimizer(), parameters.updatePeriod());
    }

    @Override
    public long gradientComponents(long parametersOfNetwork, long neurons, long sample) {
        return parametersOfNetwork;
    }
}
