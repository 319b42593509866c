package glia.learning.reference;

import glia.core.random.RandomStream;
import glia.learning.part.AlignedMgdParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned multiplexed gradient descent: perturbs every parameter by ±ε with the sign of its gradient, which is flipped so
 * often that the mean product of both signs is Λ; a study of what the direction of a perturbation is worth.
 *
 * <pre>
 * θ~_ij = ε σ_ij sign(a_i) sign(δ_j), σ_ij = -1 with probability (1 - Λ) / 2, else 1
 * ΔC = C(θ + θ~) - C(θ)        c = ΔC / ε²        θ = θ - η c θ~
 * </pre>
 *
 * <p>Numbers: the agreement Λ, 1 for all signs alike and 0 for independent ones; ε; the time constants (sample P, update
 * U; each pass has a perturbation of its own) and what is done with changes integrated over U passes; the neurons of a
 * segment of a transposed read.
 *
 * <p>After McCaughan et al., "Multiplexed gradient descent", APL Machine Learning 1, 026118, 2023, and O'Loughlin et al.,
 * "δ Multiplexed Gradient Descent: Perturbative Learning with Astrocytes"; signs: Bernstein et al. 2018 (signSGD).
 */
public final class AlignedMgdReference extends PerturbativeReference {
    private static final long STREAM = 13;
    private static final double DRAWS = 0x1p32;

    private final AlignedMgdParameters parameters;
    private final int columnSegment;
    private final long threshold;
    private float[][] deltas = {};
    private long backwardPasses;

    /**
     * The rule with these numbers on a network, which it changes.
     *
     * @param columnSegment the neurons of a segment of a transposed read
     */
    public AlignedMgdReference(AlignedMgdParameters parameters, ReferenceNetwork network, int columnSegment) {
        super(network, parameters.periods(), parameters.epsilon(), parameters.optimizer());
        ReferenceChecks.atLeastOne("columnSegment", columnSegment);
        if (parameters.periods().perturbation() != 1) {
            throw new IllegalArgumentException(
                    "perturbationPeriod is " + parameters.periods().perturbation() + "; expected 1");
        }
        this.parameters = parameters;
        this.columnSegment = columnSegment;
        this.threshold = (long) StrictMath.floor((1 - (double) parameters.agreement()) / 2 * DRAWS);
    }

    @Override
    void endBaseline(BaselinePass baseline) {
        backwardPasses++;
        deltas = BackwardPass.deltas(network(), baseline, columnSegment);
    }

    @Override
    LearningPass pass(long p, BaselinePass baseline) {
        List<LayerElements> elements = new ArrayList<>();
        for (int l = 0; l < network().layers(); l++) {
            float[] rows = RankOneElements.withBias(ReferenceSign.of(baseline.kept()[l]));
            elements.add(new SignedElements(rows, ReferenceSign.of(deltas[l]), drawnSigns(l, p)));
        }
        return LearningPass.of(elements);
    }

    private boolean[][] drawnSigns(int l, long p) {
        RandomStream stream = RandomStream.of(parameters.seed(), STREAM).sub(l).sub(p);
        int neurons = network().size(l + 1);
        boolean[][] minus = new boolean[network().size(l) + 1][neurons];
        for (int i = 0; i < minus.length; i++) {
            for (int j = 0; j < neurons; j++) {
                minus[i][j] = (stream.bits((long) i * neurons + j) >>> 32) < threshold;
            }
        }
        return minus;
    }

    /** Gradient components so far: those of all parameters for each baseline pass. */
    @Override
    public long gradientComponents() {
        return backwardPasses * new ParameterNumbers(network()).count();
    }
}
