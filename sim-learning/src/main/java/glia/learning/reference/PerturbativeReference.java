package glia.learning.reference;

import glia.chip.datapath.Optimizer;
import glia.chip.plasticity.HostSamples;
import glia.learning.part.Periods;
import java.util.Arrays;
import java.util.Map;

/**
 * The course of time of rules that learn from perturbed passes t = 0, 1, 2 ..., with P = sample period, Q = perturbation
 * period and U = update period:
 *
 * <pre>
 * sample n has the passes n P .. n P + P - 1
 * before its first, and before each t that U divides: a baseline pass, C0
 * before each t that Q divides: new elements, of perturbation step t / Q
 * each pass: ΔC = C~ - C0; change the parameters, or their registers
 * after each t for which U divides t + 1: commit the registers
 * </pre>
 */
abstract class PerturbativeReference implements ReferenceRule {
    private final ReferenceNetwork network;
    private final Periods periods;
    private final float epsilon;
    private final ReferenceOptimizer optimizer;
    private long forwardPasses;

    PerturbativeReference(ReferenceNetwork network, Periods periods, float epsilon, Optimizer optimizer) {
        ReferenceChecks.atLeastOne("samplePeriod", periods.sample());
        ReferenceChecks.atLeastOne("perturbationPeriod", periods.perturbation());
        this.network = network;
        this.periods = periods;
        this.epsilon = epsilon;
        this.optimizer = new ReferenceOptimizer(optimizer, periods.update(), network);
    }

    /** The perturbation of step p, and the changes asked for with it. */
    abstract LearningPass pass(long p, BaselinePass baseline);

    /** Called before the first baseline pass of a sample. */
    void beginSample(long sample, HostSamples hostSamples) {}

    /** Called after each baseline pass, whose weights are those of the perturbed passes that follow. */
    void endBaseline(BaselinePass baseline) {}

    /** What is made of an update word before its use. */
    float normalised(float c) {
        return c;
    }

    /** The factor f of changes for an update word c. */
    float factor(float c) {
        return (-c) * epsilon;
    }

    @Override
    public final ReferenceNetwork network() {
        return network;
    }

    @Override
    public long forwardPasses() {
        return forwardPasses;
    }

    @Override
    public long gradientComponentsStrict() {
        return gradientComponents();
    }

    @Override
    public final void step(long sample, float[] input, int label, float rate, HostSamples hostSamples) {
        ReferenceChecks.label(label, network);
        network.startSample(sample);
        beginSample(sample, hostSamples);
        BaselinePass baseline = baseline(sample, input, label);
        long first = sample * periods.sample();
        for (long t = first; t < first + periods.sample(); t++) {
            if (t > first && t % periods.update() == 0) {
                baseline = baseline(sample, input, label);
            }
            // elements are a function of p and the baseline: asking again for the same p leaves them as they are
            LearningPass pass = pass(t / periods.perturbation(), baseline);
            if (t % periods.perturbation() == 0) {
                network.perturbing().set(pass.perturbations(), scales());
            }
            float costChange = network.noise().learning(perturbedCost(input, label, pass) - baseline.cost());
            ReferenceChecks.finite("ΔC", costChange, sample);
            network.perturbing().endPass((t + 1) % periods.perturbation() != 0, optimizer.commitsAfter(t));
            change(pass, updateWord(rate, costChange));
            optimizer.endPass(t, rate);
        }
    }

    private BaselinePass baseline(long sample, float[] input, int label) {
        forwardPasses++;
        BaselinePass baseline = BaselinePass.of(network, input, label);
        ReferenceChecks.finite("C0", baseline.cost(), sample);
        endBaseline(baseline);
        return baseline;
    }

    private float perturbedCost(float[] input, int label, LearningPass pass) {
        forwardPasses++;
        return network.cost(network.perturbing().outputs(input, pass.perturbations(), scales()), label);
    }

    /** ε for every layer. */
    private float[] scales() {
        float[] scales = new float[network.layers()];
        Arrays.fill(scales, epsilon);
        return scales;
    }

    private float updateWord(float rate, float costChange) {
        float squaredEpsilon = epsilon * epsilon;
        float c = optimizer.direct() ? (rate * costChange) / squaredEpsilon : costChange / squaredEpsilon;
        return normalised(c);
    }

    private void change(LearningPass pass, float c) {
        for (Map.Entry<Integer, ? extends LayerChange> change : pass.changes().entrySet()) {
            optimizer.take(change.getKey(), factor(c), change.getValue(), c != 0f);
        }
    }
}
