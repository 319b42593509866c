package glia.learning.reference;

import glia.chip.datapath.Slope;
import glia.core.random.RandomStream;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * δ multiplexed gradient descent: O'Loughlin et al., "δ Multiplexed Gradient Descent: Perturbative Learning with
 * Astrocytes", Algorithm 1, with the minus sign, the old weight and the division by the squared norm that its weight
 * update (line 17) leaves out, and with the recalls of {@link Recall}.
 *
 * <p>Every τδ samples, for an exemplar of each class, each neuron's bias is probed by h: δ_lj = (C(b_lj + h) - C0) / h.
 * The astrocyte of layer l learns the target t_l = δ_l / max(0.05, f') (hidden, where it is told the slope) or
 * t_l = δ_l, n_l values. Each sample, with a_l of n_l values, C0 and e = dC/dz_L of K values:
 *
 * <pre>
 * d_l  = f'(z_l) ∘ r_l, with r_l recalled from e or y     |g|² = Σ_l |d_l|² (|a_(l-1)|² + 1)
 * θ~_l = s [a_(l-1); 1] d_l', with s = ε / |g|            ΔC = C(θ + θ~) - C0
 * θ_l  = θ_l - η (ΔC / ε²) θ~_l
 * </pre>
 *
 * <p>An exact last layer takes w -= η a e instead, is not perturbed and has no astrocyte. Layers count from 0 in the
 * code.
 */
public final class DeltaMgdReference implements ReferenceRule {
    private static final long RANDOM_STREAM = 14;
    private static final float SLOPE_FLOOR = 0.05f;
    private static final float NORM_FLOOR = 1e-12f;
    private static final float SQUARED_NORM_FLOOR = 1e-24f;

    private final DeltaMgdParameters parameters;
    private final ReferenceNetwork network;
    private final int perturbedLayers;
    private final List<ReferenceAstrocyte> astrocytes = new ArrayList<>();
    private final ReferenceOptimizer optimizer;
    private long forwardPasses;
    private long gradientComponents;
    private long samples;

    /** The rule with these numbers on a network, which it changes. */
    public DeltaMgdReference(DeltaMgdParameters parameters, ReferenceNetwork network) {
        ReferenceChecks.atLeastOne("deltaVecPeriod", parameters.deltaVecPeriod());
        this.parameters = parameters;
        this.network = network;
        this.perturbedLayers = parameters.exactLastLayer() ? network.layers() - 1 : network.layers();
        for (int l = 0; l < perturbedLayers; l++) {
            astrocytes.add(new ReferenceAstrocyte(parameters, network.classes(), network.size(l + 1)));
            if (parameters.recall().isRandom()) {
                RandomStream draws =
                        RandomStream.of(parameters.seed(), RANDOM_STREAM).sub(l);
                astrocytes.get(l).draw(draws, l == network.layers() - 1);
            }
        }
        optimizer = new ReferenceOptimizer(parameters.optimizer(), parameters.updatePeriod(), network);
    }

    @Override
    public ReferenceNetwork network() {
        return network;
    }

    /** Forward passes so far: two for each sample; for each refresh and class a baseline and one for each probe. */
    @Override
    public long forwardPasses() {
        return forwardPasses;
    }

    /** Gradient components formed explicitly so far (N∇ of the paper): one for each probed δ. */
    @Override
    public long gradientComponents() {
        return gradientComponents;
    }

    /** Gradient components, counting also the K values of e for each sample if the rule uses e. */
    @Override
    public long gradientComponentsStrict() {
        boolean usesError = !parameters.recall().usesLabel() || parameters.exactLastLayer();
        return usesError ? gradientComponents + network.classes() * samples : gradientComponents;
    }

    @Override
    public void step(long sample, float[] input, int label, float rate, IntFunction<float[]> exemplars) {
        ReferenceChecks.label(label, network);
        if (!parameters.recall().isRandom() && sample % parameters.deltaVecPeriod() == 0) {
            refresh(exemplars);
        }
        samples++;
        float[][] a = forward(input, network.zeroPerturbation());
        float[] z = a[network.layers()];
        float cost = network.cost(z, label);
        ReferenceChecks.finite("C0", cost, sample);
        float[] e = network.error(z, label);
        float[][] d = directions(a, e, label, runnerUp(z, label));
        float[] q = squaredNorms(d, a);
        float[] s = scales(q);
        float costChange = perturbedCost(input, label, a, d, s) - cost;
        ReferenceChecks.finite("ΔC", costChange, sample);
        float ownRate = optimizer.direct() ? rate : 1f;
        float c = updateWord(ownRate, costChange, cost, total(q));
        for (int l = 0; l < perturbedLayers; l++) {
            network.countToggles(l, a[l], d[l]);
            optimizer.take(l, -(c * s[l]), RankOneElements.of(a[l], d[l]), c != 0f);
        }
        if (parameters.exactLastLayer()) {
            stepLastLayerExactly(a[network.layers() - 1], e, ownRate);
        }
        optimizer.endPass(sample, rate);
    }

    /** The class of the largest output but the label's, the first one of equals. */
    private static int runnerUp(float[] z, int label) {
        int runnerUp = -1;
        for (int k = 0; k < z.length; k++) {
            if (k != label && (runnerUp < 0 || z[k] > z[runnerUp])) {
                runnerUp = k;
            }
        }
        return Math.max(runnerUp, 0);
    }

    private float[][] forward(float[] input, float[][] biasPerturbation) {
        forwardPasses++;
        return network.forward(input, biasPerturbation);
    }

    private void refresh(IntFunction<float[]> exemplars) {
        int classes = network.classes();
        float[][][] deltas = new float[classes][][];
        float[][][] targets = new float[classes][][];
        for (int k = 0; k < classes; k++) {
            float[] x = exemplars.apply(k);
            float[][] baseline = forward(x, network.zeroPerturbation());
            deltas[k] = probe(x, k, network.cost(baseline[network.layers()], k));
            targets[k] = targets(deltas[k], baseline);
        }
        float[][] errors =
                parameters.recall() == Recall.ERROR ? layer(deltas, network.layers() - 1) : new float[classes][0];
        for (int l = 0; l < perturbedLayers; l++) {
            astrocytes.get(l).learn(layer(targets, l), errors);
        }
    }

    /** The last layer is probed if it is perturbed, or if its δ stands for e in the fit. */
    private int probedLayers() {
        return parameters.recall() == Recall.ERROR ? network.layers() : perturbedLayers;
    }

    /** δ_lj = (C(b_lj + h) - C0) / h, by probed layer and neuron. */
    float[][] probe(float[] x, int label, float cost) {
        float[][] deltas = new float[probedLayers()][];
        for (int l = 0; l < deltas.length; l++) {
            deltas[l] = new float[network.size(l + 1)];
            for (int j = 0; j < deltas[l].length; j++) {
                float[][] p = network.zeroPerturbation();
                p[l][j] = parameters.probeStep();
                float probedCost = network.cost(forward(x, p)[network.layers()], label);
                deltas[l][j] = (probedCost - cost) / parameters.probeStep();
                gradientComponents++;
            }
        }
        return deltas;
    }

    /** t_l = δ_l / max(0.05, f') where the slope is told, else δ_l; by perturbed layer and neuron. */
    private float[][] targets(float[][] deltas, float[][] baseline) {
        float[][] targets = new float[perturbedLayers][];
        for (int l = 0; l < perturbedLayers; l++) {
            targets[l] = deltas[l].clone();
            if (usesSlope(l)) {
                for (int j = 0; j < targets[l].length; j++) {
                    targets[l][j] = deltas[l][j] / Math.max(SLOPE_FLOOR, slope(baseline[l + 1][j]));
                }
            }
        }
        return targets;
    }

    private static float[][] layer(float[][][] byClassAndLayer, int l) {
        float[][] byClass = new float[byClassAndLayer.length][];
        for (int k = 0; k < byClass.length; k++) {
            byClass[k] = byClassAndLayer[k][l];
        }
        return byClass;
    }

    private boolean usesSlope(int l) {
        return l < network.layers() - 1 && parameters.slope() != Slope.NONE;
    }

    private float slope(float a) {
        return ReferenceSlope.of(parameters.slope(), network.activation(), a);
    }

    /** d_l = f'(z_l) ∘ r_l where the slope is told, else r_l; by perturbed layer and neuron. */
    private float[][] directions(float[][] a, float[] e, int label, int runnerUp) {
        float[][] d = new float[perturbedLayers][];
        for (int l = 0; l < perturbedLayers; l++) {
            d[l] = astrocytes.get(l).recall(e, label, runnerUp);
            if (usesSlope(l)) {
                for (int j = 0; j < d[l].length; j++) {
                    d[l][j] = slope(a[l + 1][j]) * d[l][j];
                }
            }
        }
        return d;
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
        float[] s = new float[perturbedLayers];
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

    private float perturbedCost(float[] input, int label, float[][] a, float[][] d, float[] s) {
        float[][] p = network.zeroPerturbation();
        for (int l = 0; l < perturbedLayers; l++) {
            for (int j = 0; j < p[l].length; j++) {
                p[l][j] = s[l] * d[l][j];
            }
        }
        forwardPasses++;
        float[][] perturbed = network.forwardRankOne(input, p, a, perturbedLayers);
        return network.cost(perturbed[network.layers()], label);
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
