package glia.learning.law;

import glia.chip.build.Chip;
import glia.chip.build.ChipConfig;
import glia.chip.message.CostChange;
import glia.chip.plasticity.LayerSite;
import glia.learning.reference.ReferenceRule;
import java.util.Arrays;
import net.jqwik.api.Assume;

/**
 * The laws of a learning rule, each as one method that throws an AssertionError saying what it found where. The first three hold for
 * every rule that this chip can run. The others are for rules that learn from perturbations, each as far as its comment says.
 *
 * <p>Laws of a linear cost take designs of {@link LawDesigns#linear}: one layer, whose cost C = Σ e_j z_j has the gradient
 * g = dC/dw_ij = x_i e_j, dC/db_j = e_j everywhere. They show one sample again and again from parameters of 0 on, at a learning rate
 * of 1, so that a commit is -G, with G the estimate of the gradient. Where the numbers of the rule are powers of two (ε, and the update
 * period τθ) nothing is rounded, and each law is an equality.
 */
public final class RuleLaws {
    private RuleLaws() {}

    /**
     * Weights, biases and write counts of the simulated chip are those of the reference, by bits, after each of some samples.
     *
     * @return how many samples were compared: fewer than asked if the cost did not stay finite
     */
    public static int simulatedEqualsReference(Design design, int samples) {
        Chip chip = design.chip();
        ReferenceRule reference = design.reference();
        Comparison comparison = new Comparison("simulated", "reference");
        for (int sample = 0; sample < samples; sample++) {
            if (!design.learns(chip, sample)) {
                return sample;
            }
            design.learn(reference, sample);
            float[][][] expected = NetworkState.values(reference.network());
            float[][][] simulated = NetworkState.values(chip);
            for (LayerSite layer : chip.floorplan().layers()) {
                comparison.values(Place.all(layer), simulated, expected, "after sample " + sample);
            }
        }
        compareCounts(comparison, chip, reference, "after " + samples + " samples");
        return samples;
    }

    private static void compareCounts(Comparison comparison, Chip chip, ReferenceRule reference, String when) {
        var simulated = NetworkState.counts(chip);
        var expected = NetworkState.counts(reference.network());
        for (LayerSite layer : chip.floorplan().layers()) {
            comparison.counts(Place.all(layer), simulated, expected, when);
        }
        comparison.count("forward passes", chip.forwardPasses(), reference.forwardPasses(), when);
        comparison.count("gradient components", chip.gradientComponents(), reference.gradientComponents(), when);
        comparison.count(
                "gradient components with output errors",
                chip.gradientComponentsStrict(),
                reference.gradientComponentsStrict(),
                when);
    }

    /**
     * On the chip of another design, with its tile columns, lanes, links, bus and times, no weight and no write count changes. Tile
     * rows stay, because they decide the order of sums; so do tile columns for a rule with transposed reads.
     */
    public static void tilingAndTimingChangeNothing(Design design, Design other, int samples) {
        ChipConfig config = other.config();
        int columns = design.rule().backpropagates() ? design.config().tileColumns() : config.tileColumns();
        ChipConfig moved = new ChipConfig(
                design.config().tileRows(),
                columns,
                config.maximumTiles(),
                config.clockHertz(),
                config.device(),
                config.noise(),
                config.tileOptions(),
                config.lanes(),
                config.wires(),
                config.bus(),
                config.powerGating(),
                config.multipliers(),
                config.periphery(),
                config.programming(),
                config.schedule());
        Chip chip = design.trained(samples);
        same(
                new Comparison("on one chip", "on the other"),
                chip,
                design.with(moved, other.technology()).trained(samples),
                samples);
    }

    private static void same(Comparison comparison, Chip chip, Chip other, int samples) {
        String when = "after " + samples + " samples";
        float[][][] values = NetworkState.values(chip);
        float[][][] otherValues = NetworkState.values(other);
        var counts = NetworkState.counts(chip);
        var otherCounts = NetworkState.counts(other);
        for (LayerSite layer : chip.floorplan().layers()) {
            comparison.values(Place.all(layer), values, otherValues, when);
            comparison.counts(Place.all(layer), counts, otherCounts, when);
        }
    }

    /**
     * Locality: each block of the chip learns what it learns from the messages that its own wires bring, and from nothing else. What
     * each block received on a chip is told to that block alone on a fresh chip with a fresh kit; its weights, biases and write counts,
     * the memory of an astrocyte, and the scales and update words of the cost unit must be the same by bits. Parts that share what
     * they know fail it.
     */
    public static void everyBlockLearnsFromItsOwnMessagesAlone(Design design, int samples) {
        Locality.check(design, samples);
    }

    /**
     * On a linear cost the mean of G over all combinations of signs is the gradient: G_i = Σ_j g_j s_j s_i and E[s_j s_i] = δ_ji. For
     * rules that perturb synapses or neurons by independent signs of one size, each pass anew.
     */
    public static void meanOverAllSignsIsTheGradient(Design design) {
        SignVectors vectors = SignVectors.of(design);
        double[] gradient = vectors.gradient();
        for (int i = 0; i < gradient.length; i++) {
            vectors.check(vectors.name(i) + ": the mean estimate", vectors.mean(i), gradient[i]);
        }
    }

    /**
     * On a linear cost E|G|² = (1 + (K - 1) / τθ) |∇C|² for K independent signs (of parameters, or of neurons), over all combinations
     * (Oripov et al., arXiv 2501.15403): of one pass |G|² = Σ_i (Σ_j g_j s_j)² has the mean K |∇C|², and a mean of τθ passes keeps
     * |∇C|² and a share 1 / τθ of the rest.
     */
    public static void secondMomentIsThatOfIndependentSigns(Design design) {
        SignVectors vectors = SignVectors.of(design);
        double[] gradient = vectors.gradient();
        double moment = 0;
        for (int i = 0; i < gradient.length; i++) {
            moment += vectors.product(i, i);
        }
        double factor = 1 + (vectors.perturbedParameters() - 1.0) / vectors.updatePeriod();
        vectors.check("the mean of |G|²", moment, factor * SignVectors.square(gradient));
    }

    /**
     * On a linear cost Cov(G_i, G_j) = (|∇C|² δ_ij + g_i g_j - 2 g_i² δ_ij) / τθ over all combinations (Oripov et al., arXiv
     * 2501.15403, Eq. 16). Derivation: E[G_i G_j] = Σ_kl g_k g_l E[s_k s_l s_i s_j] of one pass is |∇C|² for i = j, where s_i s_j = 1;
     * else only {k, l} = {i, j} remains, which is 2 g_i g_j. Less g_i g_j that is the covariance, of τθ independent passes a share
     * 1 / τθ. For rules that perturb every parameter by a sign of its own.
     */
    public static void covarianceIsThatOfIndependentSigns(Design design) {
        SignVectors vectors = SignVectors.of(design);
        double[] g = vectors.gradient();
        if (vectors.perturbedParameters() != g.length) {
            throw new AssertionError(vectors.perturbedParameters() + " of " + g.length
                    + " parameters are perturbed; this law is for rules that perturb all");
        }
        double square = SignVectors.square(g);
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j <= i; j++) {
                double ofOnePass = i == j ? square - g[i] * g[i] : g[i] * g[j];
                double covariance = vectors.product(i, j) - vectors.mean(i) * vectors.mean(j);
                String what = "the covariance of the estimates of " + vectors.name(i) + " and " + vectors.name(j);
                vectors.check(what, covariance, ofOnePass / vectors.updatePeriod());
            }
        }
    }

    /**
     * On a linear cost the estimates of one whole period of a pattern average to the gradient, for each parameter over the passes that
     * perturb it: Σ_t θ_i(t) θ_j(t) = 0 for i ≠ j. For patterns that are orthogonal over a period, such as Walsh codes (each
     * parameter in each pass) and one parameter after the other (each in one pass). For an update period of 1.
     *
     * @param passes length of a period
     */
    public static void oneWholePeriodAveragesToTheGradient(Design design, int passes) {
        LinearRun run = new LinearRun(design);
        double[] gradient = run.gradient();
        double[] sums = new double[gradient.length];
        int[] perturbed = new int[gradient.length];
        for (int pass = 0; pass < passes; pass++) {
            run.clear();
            run.learn();
            double[] estimate = run.estimate();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += estimate[i];
                perturbed[i] += run.perturbation()[i] == 0f ? 0 : 1;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            if (perturbed[i] == 0 || sums[i] != perturbed[i] * gradient[i]) {
                throw new AssertionError(
                        run.name(i) + ": the estimates of " + passes + " passes add up to " + sums[i] + "; expected "
                                + perturbed[i] + " (passes that perturb it) times the gradient, " + gradient[i]);
            }
        }
    }

    /** On a linear cost one update is the gradient. For rules that know it. */
    public static void oneUpdateIsTheGradient(Design design) {
        LinearRun run = new LinearRun(design);
        double[] gradient = run.gradient();
        run.clear();
        for (int sample = 0; sample < run.updatePeriod(); sample++) {
            run.learn();
        }
        double[] estimate = run.estimate();
        for (int i = 0; i < gradient.length; i++) {
            if (estimate[i] != gradient[i]) {
                throw new AssertionError(
                        run.name(i) + ": the update is made of " + estimate[i] + ", the gradient is " + gradient[i]);
            }
        }
    }

    /**
     * On a linear cost the update made with -θ~ in the elements is that made with θ~, by bits, because ΔC is the opposite too. From
     * parameters of 0 on for each sample, where float arithmetic is as symmetric as the real one, whatever ε. For rules with one
     * perturbed pass a sample that change weights by {@code addPerturbation}, or by the signs that their neurons were told.
     */
    public static void flippingThePerturbationChangesNoUpdate(Design design, int samples) {
        LinearRun.checkLinear(design);
        Chip chip = design.chip();
        FlippedWires wires = new FlippedWires(
                design.rule().node(chip.floorplan().layers().get(0)).isPresent());
        Chip flipped = design.chip(new RewiredRule(design.rule(), wires));
        Comparison comparison = new Comparison("with the perturbation", "with its opposite");
        Place all = Place.all(chip.floorplan().layers().get(0));
        float[] costChange = costChange(chip);
        float[] flippedCostChange = costChange(flipped);
        for (int sample = 0; sample < samples; sample++) {
            LinearRun.clear(chip);
            LinearRun.clear(flipped);
            design.learn(chip, sample);
            design.learn(flipped, sample);
            if (flippedCostChange[0] != -costChange[0]) {
                throw new AssertionError("cost change: with the perturbation " + costChange[0] + ", with its opposite "
                        + flippedCostChange[0] + " after sample " + sample);
            }
            comparison.values(all, NetworkState.values(chip), NetworkState.values(flipped), "after sample " + sample);
        }
        comparison.counts(all, NetworkState.counts(chip), NetworkState.counts(flipped), "after all samples");
        if (wires.flips() == 0) {
            throw new AssertionError("the rule perturbs nothing that could be flipped");
        }
        assumeWrites(chip);
    }

    /** One word that always holds the cost change told last on a chip. */
    private static float[] costChange(Chip chip) {
        float[] last = new float[1];
        chip.addListener((cycle, port, message) -> {
            if (message instanceof CostChange told) {
                last[0] = told.costChange();
            }
        });
        return last;
    }

    /** Skips a try that shows nothing, because the rule writes nothing; jqwik fails a property of which most tries are skipped. */
    private static void assumeWrites(Chip chip) {
        long[][][] commits = NetworkState.counts(chip).get(NetworkState.Count.COMMITS);
        Assume.that(Arrays.stream(commits)
                        .flatMap(Arrays::stream)
                        .flatMapToLong(Arrays::stream)
                        .sum()
                > 0);
    }

    /**
     * Where no element is ever set, ΔC and the update word are 0, and nothing is written. On any network and cost; for rules that
     * learn from perturbations alone, without weight decay.
     */
    public static void withoutPerturbationNothingIsWritten(Design design, int samples) {
        assumeWrites(design.trained(samples));
        Chip silent = design.chip(new RewiredRule(design.rule(), new CutWires()));
        silent.addListener((cycle, port, message) -> {
            if (message instanceof CostChange word && (word.costChange() != 0f || word.update() != 0f)) {
                throw new AssertionError("update word: without a perturbation " + word.update()
                        + ", made of a cost change of " + word.costChange());
            }
        });
        float[][][] before = NetworkState.values(silent);
        for (int sample = 0; sample < samples; sample++) {
            design.learn(silent, sample);
        }
        Comparison comparison = new Comparison("before", "without a perturbation");
        String when = "after " + samples + " samples";
        var commits = NetworkState.counts(silent).get(NetworkState.Count.COMMITS);
        for (LayerSite layer : silent.floorplan().layers()) {
            comparison.values(Place.all(layer), before, NetworkState.values(silent), when);
            long[][] none = new long[layer.inputs() + 1][layer.neurons()];
            comparison.counts(Place.all(layer), NetworkState.Count.COMMITS, none, commits[layer.layer()], when);
        }
    }
}
