package glia.learning.reference;

import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Undirected multiplexed gradient descent: perturbs all parameters by patterns that know nothing of the network, and moves
 * each against its own perturbation, in proportion to the change of the cost.
 *
 * <pre>
 * ΔC = C(θ + θ~) - C(θ)        c = Γ ΔC / ε²        θ = θ - η c θ~        Γ = 1, or 1 / √(1 + (K - 1) / U)
 * </pre>
 *
 * <p>Numbers: ε, the size of the perturbation of each parameter; its pattern (independent signs, Walsh codes, one
 * parameter after the other, sinusoids; K parameters are numbered layer by layer, row by row, biases last); whether one
 * layer after the other is perturbed; whether Γ weighs the update; the time constants (sample P, perturbation Q, update
 * U) and what is done with changes integrated over U passes.
 *
 * <p>McCaughan et al., "Multiplexed gradient descent", APL Machine Learning 1, 026118, 2023; Oripov et al., "Scaling of
 * hardware-compatible perturbative training algorithms", arXiv 2501.15403; independent signs also Spall 1992 (SPSA).
 */
public final class UndirectedMgdReference extends PerturbativeReference {
    private final UndirectedMgdParameters parameters;
    private final UndirectedElements elements;
    private long gradientComponents;

    /** The rule with these numbers on a network, which it changes. */
    public UndirectedMgdReference(UndirectedMgdParameters parameters, ReferenceNetwork network) {
        super(network, parameters.periods(), parameters.epsilon(), parameters.optimizer());
        if (parameters.layerByLayer() && parameters.pattern() != PerturbationPattern.BERNOULLI) {
            throw new IllegalArgumentException(
                    "layerByLayer with pattern " + parameters.pattern() + "; expected BERNOULLI");
        }
        this.parameters = parameters;
        this.elements = new UndirectedElements(parameters, network);
    }

    @Override
    LearningPass pass(long p, BaselinePass baseline) {
        if (parameters.pattern() == PerturbationPattern.SEQUENTIAL) {
            gradientComponents++;
        }
        int layers = network().layers();
        List<LayerPerturbation> perturbations = new ArrayList<>();
        Map<Integer, LayerChange> changes = new TreeMap<>();
        for (int l = 0; l < layers; l++) {
            if (parameters.layerByLayer() && l != p % layers) {
                perturbations.add(BiasElements.none(network().size(l), network().size(l + 1)));
            } else {
                LayerElements layerElements = elements.of(l, p);
                perturbations.add(layerElements);
                changes.put(l, layerElements);
            }
        }
        return new LearningPass(perturbations, changes);
    }

    @Override
    float normalised(float c) {
        if (!parameters.gammaNormalization()) {
            return c;
        }
        double variance = 1 + (elements.count() - 1.0) / parameters.periods().update();
        return c * (float) (1 / StrictMath.sqrt(variance));
    }

    @Override
    float factor(float c) {
        return parameters.pattern() == PerturbationPattern.SINUSOID ? -c : super.factor(c);
    }

    /** Gradient components so far: one for each pass that perturbs a single parameter. */
    @Override
    public long gradientComponents() {
        return gradientComponents;
    }
}
