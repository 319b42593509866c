package glia.learning.reference;

import glia.chip.plasticity.HostSamples;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import java.util.ArrayList;
import java.util.List;

/**
 * δ multiplexed gradient descent: perturbs every parameter along a gradient that astrocytes recall from biases probed now
 * and then, and moves it against its perturbation in proportion to the change of the cost.
 *
 * <p>Each sample, after a refresh of the DeltaVecs where it is due ({@link ReferenceDeltaVecs}), with a_l of n_l values, C0
 * and e = dC/dz_L of K values:
 *
 * <pre>
 * d_l  = f'(z_l) ∘ r_l, with r_l recalled from e or y     |g|² = Σ_l |d_l|² (|a_(l-1)|² + 1)
 * θ~_l = s [a_(l-1); 1] d_l', with s = ε / |g|            ΔC = C(θ + θ~) - C0
 * θ_l  = θ_l - η (ΔC / ε²) θ~_l
 * </pre>
 *
 * <p>An exact last layer takes w -= η a e instead, is not perturbed and has no astrocyte. Layers count from 0 in the
 * code.
 *
 * <p>Numbers: those of the DeltaVecs; whether the last layer is exact; the norm, ε and γ; the update period in samples and
 * what is done with changes integrated over it.
 *
 * <p>O'Loughlin et al., "δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes", Algorithm 1, with the
 * minus sign, the old weight and the division by the squared norm that its weight update (line 17) leaves out, and with
 * the recalls of {@link Recall}.
 */
public final class DeltaMgdReference implements ReferenceRule {
    private static final float NORM_FLOOR = 1e-12f;
    private static final float SQUARED_NORM_FLOOR = 1e-24f;

    private final DeltaMgdParameters parameters;
    private final ReferenceNetwork network;
    private final int perturbedLayers;
    private final ReferenceDeltaVecs deltaVecs;
    private final ReferenceOptimizer optimizer;
    private long samples;

    /** The rule with these numbers on a network, which it changes. */
    public DeltaMgdReference(DeltaMgdParameters parameters, ReferenceNetwork network) {
        this.parameters = parameters;
        this.network = network;
        this.perturbedLayers = parameters.exactLastLayer() ? network.layers() - 1 : network.layers();
        this.deltaVecs = new ReferenceDeltaVecs(parameters.deltaVecs(), network, perturbedLayers);
        this.optimizer = new ReferenceOptimizer(parameters.optimizer(), parameters.updatePeriod(), network);
    }

    @Override
    public ReferenceNetwork network() {
        return network;
    }

    /** Forward passes so far: two for each sample, and those of the refreshes. */
    @Override
    public long forwardPasses() {
        return 2 * samples + deltaVecs.forwardPasses();
    }

    /** Gradient components formed explicitly so far (N∇ of the paper): one for each probed δ. */
    @Override
    public long gradientComponents() {
        return deltaVecs.gradientComponents();
    }

    /** Gradient components, counting also the K values of e for each sample if the rule uses e. */
    @Override
    public long gradientComponentsStrict() {
        boolean usesError = !parameters.deltaVecs().recall().usesLabel() || parameters.exactLastLayer();
        return usesError ? gradientComponents() + network.classes() * samples : gradientComponents();
    }

    @Override
    public void step(long sample, float[] input, int label, float rate, HostSamples hostSamples) {
        ReferenceChecks.label(label, network);
        network.startSample(sample);
        deltaVecs.beginSample(sample, hostSamples);
        samples++;
        BaselinePass baseline = BaselinePass.of(network, input, label);
        float cost = baseline.cost();
        ReferenceChecks.finite("C0", cost, sample);
        float[][] a = baseline.kept();
        float[][] d = deltaVecs.directions(baseline);
        float[] q = squaredNorms(d, baseline.activations());
        float[] s = scales(q);
        List<LayerPerturbation> elements = elements(a, d);
        network.perturbing().set(elements, s);
        float[] outputs = network.perturbing().outputs(input, elements, s);
        float costChange = network.noise().learning(network.cost(outputs, label) - cost);
        ReferenceChecks.finite("ΔC", costChange, sample);
        network.perturbing().endPass(false, optimizer.commitsAfter(sample));
        float ownRate = optimizer.direct() ? rate : 1f;
        float c = updateWord(ownRate, costChange, cost, total(q));
        for (int l = 0; l < perturbedLayers; l++) {
            optimizer.take(l, -(c * s[l]), RankOneElements.of(a[l], d[l]), c != 0f);
        }
        if (parameters.exactLastLayer()) {
            stepLastLayerExactly(a[network.layers() - 1], baseline.error(), ownRate);
        }
        optimizer.endPass(sample, rate);
    }

    /** q_l = |d_l|² (|a_(l-1)|² + 1), by perturbed layer. */
    private float[] squaredNorms(float[][] d, float[][] a) {
        float[] q = new float[perturbedLayers];
        for (int l = 0; l < perturbedLayers; l++) {
            q[l] = sumOfSquares(d[l]) * (sumOfSquares(a[l]) + 1f);
        }
        return q;
    }

    private static float sumOfSquares(float[] values) {
        float sum = 0f;
        for (float value : values) {
            sum = Math.fma(value, value, sum);
        }
        return sum;
    }

    private static float total(float[] q) {
        float total = 0f;
        for (float value : q) {
            total = total + value;
        }
        return total;
    }

    /** s_l: ε / |g|, or ε where the norm is deferred, or ε / (|g_l| √L) for each of L perturbed layers by itself. */
    private float[] scales(float[] q) {
        float epsilon = parameters.epsilon();
        float[] s = new float[network.layers()];
        for (int l = 0; l < perturbedLayers; l++) {
            s[l] = switch (parameters.norm()) {
                case GLOBAL -> epsilon / Math.max(root(total(q)), NORM_FLOOR);
                case DEFERRED -> epsilon;
                case LAYER -> epsilon / Math.max(root(q[l]) * root(perturbedLayers), NORM_FLOOR);
            };
        }
        return s;
    }

    private static float root(float value) {
        return (float) Math.sqrt(value);
    }

    /** θ~ without s: [a_(l-1); 1] d_l' of the perturbed layers. */
    private List<LayerPerturbation> elements(float[][] a, float[][] d) {
        List<LayerPerturbation> elements = new ArrayList<>();
        for (int l = 0; l < network.layers(); l++) {
            elements.add(
                    l < perturbedLayers
                            ? RankOneElements.of(a[l], d[l])
                            : BiasElements.none(network.size(l), network.size(l + 1)));
        }
        return elements;
    }

    /** c = η ΔC / ε², or η ΔC / (ε² |g|²) where the norm is deferred; times γ C0 where that factor is on. */
    private float updateWord(float rate, float costChange, float cost, float total) {
        float squaredEpsilon = parameters.epsilon() * parameters.epsilon();
        float divisor = parameters.norm() == Norm.DEFERRED
                ? Math.max(squaredEpsilon * total, SQUARED_NORM_FLOOR)
                : squaredEpsilon;
        float c = (rate * costChange) / divisor;
        if (parameters.gamma().isPresent()) {
            c = c * ((float) parameters.gamma().getAsDouble() * cost);
        }
        return c;
    }

    /** w_ij = w_ij - a_i (η e_j), and the biases with a = 1. */
    private void stepLastLayerExactly(float[] a, float[] e, float rate) {
        float[] change = new float[e.length];
        for (int j = 0; j < e.length; j++) {
            change[j] = rate * e[j];
        }
        optimizer.take(network.layers() - 1, -1f, RankOneElements.of(a, change), true);
    }
}
