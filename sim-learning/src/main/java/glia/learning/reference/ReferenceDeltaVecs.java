package glia.learning.reference;

import glia.chip.datapath.Slope;
import glia.chip.plasticity.HostSamples;
import glia.core.random.RandomStream;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Recall;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The DeltaVecs of the first so many layers of a network: every τδ samples the biases of some neurons are probed with some
 * samples, and for each sample in between each layer's astrocyte recalls bias gradients from what it learned.
 *
 * <pre>
 * refresh r = t / τδ, at samples t that τδ divides, for each sample it shows:
 *   δ_lj = (C(b_lj + h) - C0) / h      t_lj = δ_lj / max(0.05, f') in hidden layers where the slope is told, else δ_lj
 * sample:
 *   d_l = f'(z_l) ∘ r_l in hidden layers where the slope is told, else r_l, with r_l recalled from e or y
 * </pre>
 *
 * <p>A refresh shows an exemplar of each class, or the next τδ training samples, and probes all neurons; a sparse one shows
 * the present sample and probes all neurons of the last layer and m = min(M, n) of a hidden one of n: (r m + i) mod n, for
 * i = 0 .. m - 1. The last layer is probed if it has DeltaVecs, or if its δ stands for e in the fit.
 *
 * <p>Numbers: τδ; the samples shown; M; h; the recall, the slope and what the astrocytes learn by.
 *
 * <p>O'Loughlin et al., "δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes", Algorithm 1.
 */
final class ReferenceDeltaVecs {
    private static final long RANDOM_STREAM = 14;
    private static final float SLOPE_FLOOR = 0.05f;

    private final DeltaVecParameters parameters;
    private final ReferenceNetwork network;
    private final List<ReferenceAstrocyte> astrocytes = new ArrayList<>();
    private long forwardPasses;
    private long gradientComponents;

    /** DeltaVecs of the first so many layers of a network, 0 or drawn at first. */
    ReferenceDeltaVecs(DeltaVecParameters parameters, ReferenceNetwork network, int layers) {
        ReferenceChecks.atLeastOne("deltaVecPeriod", parameters.period());
        if (parameters.source() == DeltaVecSource.SPARSE) {
            ReferenceChecks.atLeastOne("probes", parameters.probes());
        }
        this.parameters = parameters;
        this.network = network;
        for (int l = 0; l < layers; l++) {
            ReferenceAstrocyte astrocyte = new ReferenceAstrocyte(
                    parameters, network.classes(), network.size(l + 1), network.reading()::deltaVec);
            if (parameters.recall().isRandom()) {
                RandomStream draws =
                        RandomStream.of(parameters.seed(), RANDOM_STREAM).sub(l);
                astrocyte.draw(draws, l == network.layers() - 1);
            }
            astrocytes.add(astrocyte);
        }
    }

    /** Forward passes of refreshes so far: for each sample shown a baseline and one for each probe. */
    long forwardPasses() {
        return forwardPasses;
    }

    /** Gradient components formed explicitly so far: one for each probed δ. */
    long gradientComponents() {
        return gradientComponents;
    }

    /** Refreshes the DeltaVecs before sample t, if it is time to. */
    void beginSample(long sample, HostSamples hostSamples) {
        if (!parameters.recall().isRandom() && sample % parameters.period() == 0) {
            refresh(sample / parameters.period(), hostSamples);
        }
    }

    private void refresh(long number, HostSamples hostSamples) {
        int[][] neurons = probedNeurons(number);
        List<List<ProbedTargets>> learned = new ArrayList<>();
        for (int l = 0; l < astrocytes.size(); l++) {
            learned.add(new ArrayList<>());
        }
        for (int i = 0; i < parameters.probedSamples(network.classes()); i++) {
            if (parameters.source() == DeltaVecSource.EXEMPLARS) {
                show(hostSamples.exemplar(i), i, neurons, learned);
            } else {
                show(hostSamples.input(i), hostSamples.label(i), neurons, learned);
            }
        }
        for (int l = 0; l < astrocytes.size(); l++) {
            astrocytes.get(l).learn(neurons[l], learned.get(l));
        }
    }

    /** Probes neurons with a sample, and adds its targets to what each layer's astrocyte learns. */
    private void show(float[] x, int label, int[][] neurons, List<List<ProbedTargets>> learned) {
        ReferenceChecks.label(label, network);
        forwardPasses++;
        BaselinePass baseline = BaselinePass.of(network, x, label);
        float[][] deltas = probe(x, label, baseline.cost(), neurons);
        float[] error = parameters.recall() == Recall.ERROR ? deltas[network.layers() - 1] : new float[0];
        for (int l = 0; l < astrocytes.size(); l++) {
            float[] targets = targets(l, neurons[l], deltas[l], baseline.activations()[l + 1]);
            learned.get(l).add(new ProbedTargets(label, error, targets));
        }
    }

    /** The neurons that a refresh probes, by probed layer. */
    private int[][] probedNeurons(long number) {
        int[][] neurons = new int[parameters.recall() == Recall.ERROR ? network.layers() : astrocytes.size()][];
        for (int l = 0; l < neurons.length; l++) {
            int size = network.size(l + 1);
            boolean some = parameters.source() == DeltaVecSource.SPARSE && isHidden(l);
            neurons[l] = some
                    ? byTurns(number, Math.min(parameters.probes(), size), size)
                    : IntStream.range(0, size).toArray();
        }
        return neurons;
    }

    private static int[] byTurns(long number, int probes, int size) {
        int[] neurons = new int[probes];
        for (int i = 0; i < probes; i++) {
            neurons[i] = (int) ((number * probes + i) % size);
        }
        return neurons;
    }

    /** δ_lj = (C(b_lj + h) - C0) / h, by layer and in the order of the probed neurons. */
    private float[][] probe(float[] x, int label, float cost, int[][] neurons) {
        float[][] deltas = new float[neurons.length][];
        for (int l = 0; l < neurons.length; l++) {
            deltas[l] = new float[neurons[l].length];
            for (int i = 0; i < deltas[l].length; i++) {
                float[][] p = network.zeroPerturbation();
                p[l][neurons[l][i]] = parameters.probeStep();
                float probedCost = network.cost(network.forward(x, p)[network.layers()], label);
                deltas[l][i] = network.noise().probe(probedCost - cost) / parameters.probeStep();
                forwardPasses++;
                gradientComponents++;
            }
        }
        return deltas;
    }

    /** t_l = δ_l / max(0.05, f') where the slope is told, else δ_l; in the order of the probed neurons. */
    private float[] targets(int l, int[] neurons, float[] deltas, float[] activations) {
        float[] targets = deltas.clone();
        if (usesSlope(l)) {
            for (int i = 0; i < targets.length; i++) {
                targets[i] = deltas[i] / Math.max(SLOPE_FLOOR, slope(activations[neurons[i]]));
            }
        }
        return targets;
    }

    private boolean isHidden(int l) {
        return l < network.layers() - 1;
    }

    private boolean usesSlope(int l) {
        return isHidden(l) && parameters.slope() != Slope.NONE;
    }

    private float slope(float a) {
        return ReferenceSlope.of(parameters.slope(), network.activation(), a);
    }

    /** d_l = f'(z_l) ∘ r_l where the slope is told, else r_l; by layer and neuron. */
    float[][] directions(BaselinePass baseline) {
        float[][] activations = baseline.activations();
        int runnerUp = runnerUp(activations[network.layers()], baseline.label());
        float[][] d = new float[astrocytes.size()][];
        for (int l = 0; l < d.length; l++) {
            d[l] = astrocytes.get(l).recall(baseline.error(), baseline.label(), runnerUp);
            if (usesSlope(l)) {
                for (int j = 0; j < d[l].length; j++) {
                    d[l][j] = slope(activations[l + 1][j]) * d[l][j];
                }
            }
        }
        return d;
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
}
