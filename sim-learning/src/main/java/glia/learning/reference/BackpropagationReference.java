package glia.learning.reference;

import glia.chip.plasticity.HostSamples;
import glia.learning.part.BackpropagationParameters;

/**
 * Backpropagation by transposed reads of the weights, or sign descent, which takes only the signs of its factors.
 *
 * <pre>
 * δ_L = e        δ_l = f'(z_l) ∘ (W_(l+1) δ_(l+1))        W_l = W_l - η a_(l-1) δ_l'        b_l = b_l - η δ_l
 * sign descent:                                            W_l = W_l - η sign(a_(l-1)) sign(δ_l)'
 * </pre>
 *
 * <p>Numbers: whether only signs count; the update period U in samples and what is done with changes integrated over it;
 * the neurons of a segment of a transposed read.
 *
 * <p>Rumelhart, Hinton and Williams 1986; signs: Bernstein et al. 2018 (signSGD).
 */
public final class BackpropagationReference implements ReferenceRule {
    private final BackpropagationParameters parameters;
    private final ReferenceNetwork network;
    private final int columnSegment;
    private final ReferenceOptimizer optimizer;
    private long samples;

    /**
     * The rule with these numbers on a network, which it changes.
     *
     * @param columnSegment the neurons of a segment of a transposed read
     */
    public BackpropagationReference(BackpropagationParameters parameters, ReferenceNetwork network, int columnSegment) {
        ReferenceChecks.atLeastOne("columnSegment", columnSegment);
        this.parameters = parameters;
        this.network = network;
        this.columnSegment = columnSegment;
        this.optimizer = new ReferenceOptimizer(parameters.optimizer(), parameters.updatePeriod(), network);
    }

    @Override
    public void step(long sample, float[] input, int label, float rate, HostSamples hostSamples) {
        ReferenceChecks.label(label, network);
        network.startSample(sample);
        samples++;
        BaselinePass baseline = BaselinePass.of(network, input, label);
        ReferenceChecks.finite("C0", baseline.cost(), sample);
        float[][] deltas = BackwardPass.deltas(network, baseline, columnSegment);
        float c = optimizer.direct() ? rate : 1f;
        for (int l = 0; l < network.layers(); l++) {
            optimizer.take(l, -c, change(baseline.kept()[l], deltas[l]), c != 0f);
        }
        optimizer.endPass(sample, rate);
    }

    private RankOneElements change(float[] a, float[] delta) {
        return parameters.signsOnly()
                ? RankOneElements.of(ReferenceSign.of(a), ReferenceSign.of(delta))
                : RankOneElements.of(a, delta);
    }

    @Override
    public ReferenceNetwork network() {
        return network;
    }

    /** Forward passes so far: one for each sample. */
    @Override
    public long forwardPasses() {
        return samples;
    }

    /** Gradient components so far: those of all parameters for each sample. */
    @Override
    public long gradientComponents() {
        return samples * new ParameterNumbers(network).count();
    }

    @Override
    public long gradientComponentsStrict() {
        return gradientComponents();
    }
}
