package glia.learning.reference;

import glia.learning.part.HebbianMgdParameters;
import glia.learning.part.Periods;
import java.util.ArrayList;
import java.util.List;

/**
 * Hebbian multiplexed gradient descent: perturbs every synapse by the product of what its input and its neuron's δ say,
 * in full or by their signs, where both are large enough to count.
 *
 * <pre>
 * r_i = a_i if |a_i| > activationThreshold, else 0        d_j = δ_j if |δ_j| > deltaThreshold · max |δ|, else 0
 * ternary: the signs of these                             a threshold of 0 lets all count
 * θ~_ij = ε r_i d_j        ΔC = C(θ + θ~) - C(θ)        c = ΔC / ε²        θ = θ - η c θ~
 * </pre>
 *
 * <p>Numbers: the source of δ (finite differences by h over the biases, or transposed reads), whether signs count only,
 * both thresholds, h, ε, the update period U in samples and what is done with changes integrated over it; the neurons of
 * a segment of a transposed read.
 *
 * <p>After O'Loughlin et al., "δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes".
 */
public final class HebbianMgdReference extends PerturbativeReference {
    private final HebbianMgdParameters parameters;
    private final int columnSegment;
    private float[][] deltas = {};
    private long gradientComponents;

    /**
     * The rule with these numbers on a network, which it changes.
     *
     * @param columnSegment the neurons of a segment of a transposed read
     */
    public HebbianMgdReference(HebbianMgdParameters parameters, ReferenceNetwork network, int columnSegment) {
        super(network, new Periods(1, 1, parameters.updatePeriod()), parameters.epsilon(), parameters.optimizer());
        ReferenceChecks.atLeastOne("columnSegment", columnSegment);
        this.parameters = parameters;
        this.columnSegment = columnSegment;
    }

    @Override
    void beginSample(float[] input, int label) {
        if (parameters.source() == HebbianMgdParameters.Source.FINITE_DIFFERENCE) {
            deltas = probedDeltas(input, label);
            countDeltas();
        }
    }

    @Override
    void endBaseline(BaselinePass baseline) {
        if (parameters.source() == HebbianMgdParameters.Source.BACKWARD) {
            deltas = BackwardPass.deltas(network(), baseline, columnSegment);
            countDeltas();
        }
    }

    private void countDeltas() {
        for (float[] layer : deltas) {
            gradientComponents += layer.length;
        }
    }

    /** δ_lj = (C(b_lj + h) - C0) / h, by layer and neuron. */
    private float[][] probedDeltas(float[] input, int label) {
        float cost = probedCost(input, label, network().zeroPerturbation());
        float[][] probed = network().zeroPerturbation();
        float[][] p = network().zeroPerturbation();
        for (int l = 0; l < p.length; l++) {
            for (int j = 0; j < p[l].length; j++) {
                p[l][j] = parameters.probeStep();
                probed[l][j] = (probedCost(input, label, p) - cost) / parameters.probeStep();
                p[l][j] = 0f;
            }
        }
        return probed;
    }

    private float probedCost(float[] input, int label, float[][] biasPerturbation) {
        countForward(1);
        return network()
                .cost(network().forward(input, biasPerturbation)[network().layers()], label);
    }

    @Override
    LearningPass pass(long p, BaselinePass baseline) {
        List<LayerElements> elements = new ArrayList<>();
        for (int l = 0; l < network().layers(); l++) {
            float[] rows = counting(baseline.activations()[l], parameters.activationThreshold(), 1f);
            float[] columns = counting(deltas[l], parameters.deltaThreshold(), largest(deltas[l]));
            elements.add(RankOneElements.of(rows, columns));
        }
        return LearningPass.of(elements);
    }

    /** The values above a threshold in some unit, or their signs; 0 for the others. */
    private float[] counting(float[] values, float threshold, float unit) {
        float[] counting = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            if (threshold == 0f || Math.abs(values[k]) > threshold * unit) {
                counting[k] = parameters.ternary() ? ReferenceSign.of(values[k]) : values[k];
            }
        }
        return counting;
    }

    private static float largest(float[] values) {
        float largest = 0f;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Gradient components so far: the δ of all neurons for each sample. */
    @Override
    public long gradientComponents() {
        return gradientComponents;
    }
}
