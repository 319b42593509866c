package glia.learning.measure;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.chip.build.Parameters;
import glia.chip.datapath.DeltaVecMemory;
import glia.chip.message.Phase;
import glia.core.archive.Archive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;

/**
 * How many perturbed passes a rule needs, every so many samples, until the integral G of its estimates at the present weights and
 * the present sample first has a cosine of at least 0.95 with the true gradient: over all layers, and of each layer's part of G.
 *
 * <p>The passes run on a chip beside the watched one, which integrates and never commits, so weights stay, and which has the weights,
 * biases and DeltaVecs that the watched one has after its first baseline pass of the sample, refreshed if that was due. Its time and
 * counts concern nobody. G is compared after every pass, so the count is exact; for 118,282 parameters a comparison takes two to
 * three times as long as its pass.
 *
 * <p>A rule whose passes over a sample all say the same needs one pass or never gets there; it is asked for one. Infinite if the
 * limit does not suffice. With random signs and K parameters the mean of G is along the gradient and its cosine is 0.95 where its
 * mean square says so, after (K - 1) · 0.95² / (1 - 0.95²) = 9.26 (K - 1) passes (Oripov et al., "Scaling of hardware-compatible
 * perturbative training algorithms", Eq. 16); by chance it is there for the first time a little earlier: at 0.87 of that for K = 21,
 * 0.94 for K = 60, 0.98 for K = 156, by simulation.
 */
public final class IterationsMeasure implements Measure {
    private static final String ITERATIONS = "iterations";
    private static final double ENOUGH = 0.95;

    private final Chip chip;
    private final LongFunction<Chip> sideChips;
    private final long every;
    private final int limit;
    private final List<Measurement> measurements = new ArrayList<>();
    private List<Shown> due = List.of();

    /**
     * Watches a chip, every so many samples.
     *
     * @param sideChips makes the chip beside, for a sample: of the same network, one pass a sample, integrating without an end
     * @param limit passes after which it gives up; 1 for a rule whose passes over a sample all say the same
     */
    public IterationsMeasure(Chip chip, LongFunction<Chip> sideChips, long every, int limit) {
        this.chip = chip;
        this.sideChips = sideChips;
        this.every = every;
        this.limit = limit;
    }

    @Override
    public List<String> names() {
        return List.of(ITERATIONS);
    }

    @Override
    public void onSample(Shown sample) {
        due = sample.number() % every == 0 ? List.of(sample) : List.of();
    }

    @Override
    public void onPhase(Phase phase) {
        if (phase == Phase.BASELINE) {
            due.forEach(this::measure);
            due = List.of();
        }
    }

    private void measure(Shown sample) {
        Chip side = sideChips.apply(sample.number());
        Snapshot parameters = Snapshot.of(chip);
        parameters.load(side);
        loadDeltaVecs(side);
        // the last one is of all layers
        double[] passes = new double[chip.shape().layers() + 1];
        Arrays.fill(passes, Double.POSITIVE_INFINITY);
        try {
            count(side, sample, parameters.gradient(sample.input(), sample.label()), passes);
        } catch (DivergenceException diverged) {
            // the estimate is not finite any more and never reaches anything; the watched chip will say so itself
        }
        double all = passes[passes.length - 1];
        measurements.add(new Measurement(sample.number(), ITERATIONS, all, Arrays.copyOf(passes, passes.length - 1)));
    }

    private void loadDeltaVecs(Chip side) {
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            if (side.parameters().deltaVecs(layer).isPresent()) {
                DeltaVecMemory from = chip.parameters().deltaVecs(layer).orElseThrow();
                DeltaVecMemory to = side.parameters().deltaVecs(layer).orElseThrow();
                for (int label = 0; label < from.classes(); label++) {
                    System.arraycopy(from.row(label), 0, to.row(label), 0, from.neurons());
                }
            }
        }
    }

    private void count(Chip side, Shown sample, TrueGradient gradient, double[] passes) {
        NetworkAgreement.Estimate integral = integral(side.parameters());
        for (int pass = 1; pass <= limit && Arrays.stream(passes).anyMatch(Double::isInfinite); pass++) {
            side.learn(sample.input(), sample.label(), sample.rate(), sample.host());
            NetworkAgreement agreement = NetworkAgreement.of(integral, gradient, chip.shape());
            for (int layer = 0; layer < chip.shape().layers(); layer++) {
                note(agreement.layers().get(layer), pass, layer, passes);
            }
            note(agreement.all(), pass, chip.shape().layers(), passes);
        }
    }

    private static void note(Agreement agreement, int pass, int place, double[] passes) {
        if (agreement.cosine() >= ENOUGH) {
            passes[place] = Math.min(passes[place], pass);
        }
    }

    /** G, which is minus the integral of the changes. */
    private static NetworkAgreement.Estimate integral(Parameters parameters) {
        return new NetworkAgreement.Estimate() {
            @Override
            public double[] weights(int layer, int input) {
                return opposite(parameters.integral(layer, input));
            }

            @Override
            public double[] biases(int layer) {
                return opposite(parameters.biasIntegral(layer));
            }
        };
    }

    private static double[] opposite(float[] values) {
        double[] opposite = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            opposite[j] = -values[j];
        }
        return opposite;
    }

    @Override
    public List<Measurement> measurements() {
        return Collections.unmodifiableList(measurements);
    }

    @Override
    public void state(Archive archive, LongFunction<Shown> samples) {
        Measurement.state(archive, measurements);
        boolean isDue = archive.at(!due.isEmpty());
        if (isDue) {
            due = List.of(samples.apply(
                    archive.at(archive.isLoading() ? 0 : due.get(0).number())));
        }
    }
}
