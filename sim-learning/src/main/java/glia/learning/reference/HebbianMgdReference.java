package glia.learning.reference;

import glia.chip.plasticity.HostSamples;
import glia.learning.part.HebbianMgdParameters;
import glia.learning.part.Periods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hebbian multiplexed gradient descent: perturbs every synapse by the product of what its input and its neuron's δ say,
 * in full or by their signs, where both are large enough to count.
 *
 * <pre>
 * δ: recalled from DeltaVecs (ReferenceDeltaVecs), or by transposed reads (BackwardPass)
 * r_i = a_i if |a_i| > activationThreshold, else 0        d_j = δ_j if |δ_j| > deltaThreshold · max |δ|, else 0
 * ternary: the signs of these                             a threshold of 0 lets all count
 * θ~_ij = ε r_i d_j        ΔC = C(θ + θ~) - C(θ)        c = ΔC / ε²        θ = θ - η c θ~
 * </pre>
 *
 * <p>Numbers: those of the DeltaVecs, where there are any; whether signs count only, both thresholds, ε, the update period
 * U in samples and what is done with changes integrated over it; the neurons of a segment of a transposed read.
 *
 * <p>After O'Loughlin et al., "δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes".
 */
public final class HebbianMgdReference extends PerturbativeReference {
    private final HebbianMgdParameters parameters;
    private final int columnSegment;
    private final Optional<ReferenceDeltaVecs> deltaVecs;
    private float[][] deltas = {};
    private long samples;

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
        this.deltaVecs =
                parameters.deltaVecs().map(numbers -> new ReferenceDeltaVecs(numbers, network, network.layers()));
    }

    @Override
    void beginSample(long sample, HostSamples hostSamples) {
        deltaVecs.ifPresent(vecs -> vecs.beginSample(sample, hostSamples));
        samples++;
    }

    @Override
    void endBaseline(BaselinePass baseline) {
        deltas = deltaVecs
                .map(vecs -> vecs.directions(baseline))
                .orElseGet(() -> BackwardPass.deltas(network(), baseline, columnSegment));
    }

    @Override
    LearningPass pass(long p, BaselinePass baseline) {
        List<LayerElements> elements = new ArrayList<>();
        for (int l = 0; l < network().layers(); l++) {
            float[] rows = counting(baseline.kept()[l], parameters.activationThreshold(), 1f);
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

    /** Forward passes so far: two for each sample, and those of the refreshes. */
    @Override
    public long forwardPasses() {
        return super.forwardPasses()
                + deltaVecs.map(ReferenceDeltaVecs::forwardPasses).orElse(0L);
    }

    /** Gradient components so far: one for each probed δ, or by transposed reads the δ of all neurons for each sample. */
    @Override
    public long gradientComponents() {
        return deltaVecs.map(ReferenceDeltaVecs::gradientComponents).orElseGet(() -> samples * neurons());
    }

    private long neurons() {
        long neurons = 0;
        for (int l = 1; l <= network().layers(); l++) {
            neurons += network().size(l);
        }
        return neurons;
    }

    /** Gradient components, counting also the K values of e for each sample if the recall uses e. */
    @Override
    public long gradientComponentsStrict() {
        boolean usesError = parameters
                .deltaVecs()
                .map(numbers -> !numbers.recall().usesLabel())
                .orElse(false);
        return usesError ? gradientComponents() + network().classes() * samples : gradientComponents();
    }
}
