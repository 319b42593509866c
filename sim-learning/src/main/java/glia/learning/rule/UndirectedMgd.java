package glia.learning.rule;

import glia.chip.message.Phase;
import glia.chip.plasticity.CostBehaviour;
import glia.chip.plasticity.Integration;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.SynapseBehaviour;
import glia.chip.plasticity.TileSite;
import glia.learning.part.PassSchedule;
import glia.learning.part.PerturbationCost;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.Sinusoids;
import glia.learning.part.UndirectedMgdParameters;
import glia.learning.part.UndirectedPerturbation;
import java.util.List;
import java.util.Optional;

/**
 * Undirected multiplexed gradient descent: every parameter is perturbed by a pattern of its own, and what the perturbation did to
 * the one cost tells each of them its share of the gradient.
 *
 * <pre>
 * G ← G + (ΔC / ε²) · θ~,  every updatePeriod passes  w ← w - η · G / updatePeriod (or an optimizer's step),  G ← 0
 * </pre>
 *
 * <p>Parameters (unit, default): {@code rate} η (weight² a cost, 0.00002); {@code pattern}, by which parameters are perturbed (none,
 * bernoulli); {@code layers}, whether perturbed at once or in turn (none, together); {@code epsilon} ε (weight, 0.001);
 * {@code normalization}, whether Γ scales updates (none, none); {@code samplePeriod} τx (perturbed passes, 1);
 * {@code perturbationPeriod} τp (perturbed passes, 1); {@code updatePeriod} τθ (perturbed passes, 1); {@code optimizer} and its
 * numbers, as {@link glia.chip.datapath.Optimizer} has them (none, plain).
 *
 * <p>With Bernoulli signs and an update period of 1 it is simultaneous perturbation stochastic approximation; one parameter after the
 * other, it is a finite difference.
 *
 * <p>Asks of the hardware: a perturbation element a synapse with a bit to hold its sign and a generator of signs (or codes, or
 * waveforms), a second forward pass; with an update period above 1 or an optimizer, registers of a word or more a synapse.
 *
 * <p>Sources: McCaughan et al., "Multiplexed gradient descent", APL Machine Learning 1, 026118 (2023); Oripov et al., "Scaling of
 * hardware-compatible perturbative training algorithms", arXiv 2501.15403, Eq. 11 and Algorithm 1; Spall, IEEE Transactions on
 * Automatic Control 37 (1992).
 */
public final class UndirectedMgd implements LearningRule {
    private final UndirectedMgdParameters parameters;
    private final long networkParameters;
    private final int layers;
    private final PassSchedule schedule;
    private final Sinusoids sinusoids;

    /**
     * The rule for a network.
     *
     * @param parameters the numbers of the rule
     * @param networkParameters K, for Γ and for codes
     * @param layers number of layers, which may take turns
     */
    public UndirectedMgd(UndirectedMgdParameters parameters, long networkParameters, int layers) {
        this.parameters = parameters;
        this.networkParameters = networkParameters;
        this.layers = layers;
        schedule = new PassSchedule(parameters.periods(), parameters.optimizer(), false);
        boolean sines = parameters.pattern() == PerturbationPattern.SINUSOID;
        sinusoids = new Sinusoids(parameters.epsilon(), sines ? networkParameters : 0);
    }

    @Override
    public SynapseBehaviour synapse(LayerSite layer, TileSite tile) {
        return new UndirectedPerturbation(
                parameters, sinusoids, layer, tile.firstRow(), tile.rows(), tile.firstColumn(), tile.columns());
    }

    @Override
    public SynapseBehaviour bias(LayerSite layer) {
        return new UndirectedPerturbation(parameters, sinusoids, layer, layer.inputs(), 1, 0, layer.neurons());
    }

    @Override
    public CostBehaviour cost() {
        double share = (networkParameters - 1.0) / parameters.periods().update();
        float gamma = parameters.gammaNormalization() ? (float) (1 / StrictMath.sqrt(1 + share)) : 1f;
        return new PerturbationCost(parameters.epsilon(), integration().isPresent(), gamma, 0f);
    }

    @Override
    public List<Phase> phases(long sample) {
        return schedule.phases(sample);
    }

    /** Only where each baseline pass comes with a new perturbation it is not so. */
    @Override
    public boolean perturbsThroughBaselines() {
        return parameters.periods().sample() % parameters.periods().perturbation() != 0
                || parameters.periods().update() % parameters.periods().perturbation() != 0;
    }

    /** Where layers take turns, phases from the setting of elements to the update are the layer's own. */
    @Override
    public int kind(Phase phase, long pass) {
        boolean own = phase == Phase.PERTURB || phase == Phase.PERTURBED || phase == Phase.UPDATE;
        return own && parameters.layerByLayer() ? (int) (parameters.periods().step(pass) % layers) : 0;
    }

    @Override
    public int elementBits() {
        return switch (parameters.pattern()) {
            case BERNOULLI, WALSH, SEQUENTIAL -> 1;
            case SINUSOID -> Float.SIZE;
        };
    }

    @Override
    public Optional<Integration> integration() {
        return schedule.integration();
    }

    @Override
    public long gradientComponents(long parametersOfNetwork, long neurons, long sample) {
        boolean sequential = parameters.pattern() == PerturbationPattern.SEQUENTIAL;
        return sequential ? parameters.periods().sample() : 0;
    }
}
