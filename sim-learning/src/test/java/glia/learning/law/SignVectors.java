package glia.learning.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * The estimates G of a linear cost's gradient under each combination of signs that the perturbations of an update period can have, once
 * each: taken as the rule draws them, until all have appeared.
 */
final class SignVectors {
    /** A combination that is one of n is missing after this many times n draws with a probability of n·exp(-100). */
    private static final long PATIENCE = 100;

    private static final int MOST_SIGNS = 16;

    private final LinearRun run;
    private final List<Integer> perturbed = new ArrayList<>();
    private final Map<Long, double[]> estimates = new TreeMap<>();

    private SignVectors(LinearRun run) {
        this.run = run;
    }

    /** Runs a rule on a chip until each combination of signs has appeared. */
    static SignVectors of(Design design) {
        SignVectors vectors = new SignVectors(new LinearRun(design));
        vectors.draw();
        long all = vectors.combinations();
        for (long updates = 1; vectors.estimates.size() < all; updates++) {
            if (updates == PATIENCE * all) {
                throw new AssertionError(vectors.estimates.size() + " of " + all + " combinations of signs ("
                        + vectors.perturbed.size() + " parameters, passes an update: " + vectors.updatePeriod()
                        + ") appeared in " + updates + " updates");
            }
            vectors.draw();
        }
        return vectors;
    }

    private long combinations() {
        int signs = perturbed.size() * updatePeriod();
        if (signs > MOST_SIGNS) {
            throw new IllegalArgumentException(signs + " signs to combine; expected at most " + MOST_SIGNS);
        }
        return 1L << signs;
    }

    /** Runs the passes of one update, and keeps what they led to. */
    private void draw() {
        run.clear();
        long signs = 0;
        for (int pass = 0; pass < updatePeriod(); pass++) {
            run.learn();
            if (perturbed.isEmpty()) {
                findPerturbed();
            }
            signs = signs << perturbed.size() | signs();
        }
        estimates.put(signs, run.estimate());
    }

    private void findPerturbed() {
        for (int k = 0; k < run.perturbation().length; k++) {
            if (run.perturbation()[k] != 0f) {
                perturbed.add(k);
            }
        }
        if (perturbed.isEmpty()) {
            throw new AssertionError("the first pass perturbs no parameter");
        }
    }

    private long signs() {
        float size = Math.abs(run.perturbation()[perturbed.get(0)]);
        long signs = 0;
        for (int k = 0; k < run.perturbation().length; k++) {
            float value = run.perturbation()[k];
            if (Math.abs(value) != (perturbed.contains(k) ? size : 0f)) {
                throw new AssertionError(run.name(k) + " is perturbed by " + value + " where the first pass perturbed "
                        + run.name(perturbed.get(0)) + " by " + size + " in size; this law is for rules that perturb"
                        + " the same parameters in each pass, all by the same size");
            }
        }
        for (int k : perturbed) {
            signs = signs << 1 | (run.perturbation()[k] < 0f ? 1 : 0);
        }
        return signs;
    }

    /** Perturbed passes to an update, τθ. */
    int updatePeriod() {
        return run.updatePeriod();
    }

    /** Parameters whose elements are set. */
    int perturbedParameters() {
        return perturbed.size();
    }

    /** ∇C. */
    double[] gradient() {
        return run.gradient();
    }

    /** The mean of G_k over all combinations. */
    double mean(int k) {
        return estimates.values().stream().mapToDouble(g -> g[k]).sum() / estimates.size();
    }

    /** The mean of G_k · G_m over all combinations. */
    double product(int k, int m) {
        return estimates.values().stream().mapToDouble(g -> g[k] * g[m]).sum() / estimates.size();
    }

    /** The squared length of a vector. */
    static double square(double[] vector) {
        return DoubleStream.of(vector).map(value -> value * value).sum();
    }

    /** Says that two numbers that a law says are equal are not, if so. */
    void check(String what, double found, double expected) {
        if (found != expected) {
            throw new AssertionError(what + " over all " + estimates.size() + " combinations of signs is " + found
                    + "; expected " + expected + " (exact if the numbers of the rule are powers of two)");
        }
    }

    /** What a parameter is called. */
    String name(int number) {
        return run.name(number);
    }
}
