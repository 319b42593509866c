package glia.learning.reference;

import glia.core.random.RandomStream;
import glia.learning.part.NodePerturbationParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Node perturbation: perturbs the input of every neuron by ±ε and moves its weights and its bias against that, in
 * proportion to the change of the cost and to the inputs.
 *
 * <pre>
 * d_lj = ±1        ΔC = C(b + ε d) - C(b)        c = ΔC / ε²        w_ij = w_ij - η c ε a_i d_j        b_j = b_j - η c ε d_j
 * </pre>
 *
 * <p>Numbers: ε; the time constants (sample P, perturbation Q, update U) and what is done with changes integrated over U
 * passes.
 *
 * <p>Oripov et al., "Scaling of hardware-compatible perturbative training algorithms", arXiv 2501.15403.
 */
public final class NodePerturbationReference extends PerturbativeReference {
    private static final long STREAM = 12;

    private final NodePerturbationParameters parameters;

    /** The rule with these numbers on a network, which it changes. */
    public NodePerturbationReference(NodePerturbationParameters parameters, ReferenceNetwork network) {
        super(network, parameters.periods(), parameters.epsilon(), parameters.optimizer());
        this.parameters = parameters;
    }

    @Override
    LearningPass pass(long p, BaselinePass baseline) {
        List<LayerPerturbation> perturbations = new ArrayList<>();
        Map<Integer, LayerChange> changes = new TreeMap<>();
        for (int l = 0; l < network().layers(); l++) {
            float[] d = drawnSigns(l, p);
            perturbations.add(new BiasElements(network().size(l), d));
            changes.put(l, RankOneElements.of(baseline.kept()[l], d));
        }
        return new LearningPass(perturbations, changes);
    }

    private float[] drawnSigns(int l, long p) {
        RandomStream stream = RandomStream.of(parameters.seed(), STREAM).sub(l).sub(p);
        float[] signs = new float[network().size(l + 1)];
        for (int j = 0; j < signs.length; j++) {
            long word = stream.bits(j / 64);
            signs[j] = (word >>> (j % 64) & 1) == 1 ? -1f : 1f;
        }
        return signs;
    }

    /** Gradient components so far: none, all neurons are perturbed at once. */
    @Override
    public long gradientComponents() {
        return 0;
    }
}
