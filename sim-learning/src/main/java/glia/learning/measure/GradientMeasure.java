package glia.learning.measure;

import glia.chip.build.Chip;
import glia.chip.build.Parameters;
import glia.chip.message.Phase;
import glia.chip.plasticity.LearningRule;
import glia.core.archive.Archive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;

/**
 * How well the steps of a chip agree with the true gradient: cosine, Λ and norm ratio ({@link Agreement}), at the first commit at or
 * after every multiple of some samples.
 *
 * <p>The step is what the stored parameters really lost, before minus after, over the learning rate η of the sample: with the
 * device, an optimizer, weight decay and all else that acts on it. A step far below its weight is rounded to the weight's last
 * place: one of η g beside a weight w is off by up to 2⁻²⁴ |w| / (η |g|) of itself, and is lost if that exceeds 1. Where η is 0
 * there is no step: Λ is 0, cosine and ratio are NaN.
 *
 * <p>The gradient is the mean over the perturbed passes since the last commit, during which parameters are constant; each pass has
 * the gradient of the sample that was shown. Rules without an update period commit after each pass.
 */
public final class GradientMeasure implements Measure {
    private static final String COSINE = "cosine";
    private static final String SIGN_AGREEMENT = "signAgreement";
    private static final String NORM_RATIO = "normRatio";

    /** How many passes since the last commit were of a sample. */
    private static final class Passes {
        final Shown sample;
        long count;

        Passes(Shown sample) {
            this.sample = sample;
        }
    }

    private final Chip chip;
    private final LearningRule rule;
    private final long every;
    private final Phase commit;
    private final List<Passes> passes = new ArrayList<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private Shown present = new Shown(0, new float[0], 0, 0f, label -> new float[0]);
    private long due;
    /** The parameters before the commit that is measured; none while no such commit is near. */
    private List<Snapshot> before = List.of();

    /** Watches a chip under its rule, every so many samples. */
    public GradientMeasure(Chip chip, LearningRule rule, long every) {
        this.chip = chip;
        this.rule = rule;
        this.every = every;
        commit = rule.integration().isPresent() ? Phase.COMMIT : Phase.UPDATE;
    }

    @Override
    public List<String> names() {
        return List.of(COSINE, SIGN_AGREEMENT, NORM_RATIO);
    }

    @Override
    public void onSample(Shown sample) {
        present = sample;
        passes.add(new Passes(sample));
        if (sample.number() >= due && rule.phases(sample.number()).contains(commit)) {
            before = List.of(Snapshot.of(chip));
            due = (sample.number() / every + 1) * every;
        }
    }

    @Override
    public void onPhase(Phase phase) {
        boolean updated = phase == Phase.UPDATE || phase == Phase.OVERLAPPED;
        if (updated) {
            passes.get(passes.size() - 1).count++;
        }
        if (commit == Phase.UPDATE ? updated : phase == commit) {
            before.forEach(this::measure);
            before = List.of();
            passes.clear();
            passes.add(new Passes(present));
        }
    }

    private void measure(Snapshot parameters) {
        TrueGradient mean = TrueGradient.zeros(chip.shape());
        double all = passes.stream().mapToLong(of -> of.count).sum();
        for (Passes of : passes) {
            mean.add(of.count / all, parameters.gradient(of.sample.input(), of.sample.label()));
        }
        NetworkAgreement agreement = NetworkAgreement.of(step(parameters), mean, chip.shape());
        measurements.add(agreement.measurement(present.number(), COSINE, Agreement::cosine));
        measurements.add(agreement.measurement(present.number(), SIGN_AGREEMENT, Agreement::signAgreement));
        measurements.add(agreement.measurement(present.number(), NORM_RATIO, Agreement::normRatio));
    }

    private NetworkAgreement.Estimate step(Snapshot parameters) {
        Parameters after = chip.parameters();
        return new NetworkAgreement.Estimate() {
            @Override
            public double[] weights(int layer, int input) {
                return difference(parameters.weights()[layer][input], after.weights(layer, input));
            }

            @Override
            public double[] biases(int layer) {
                return difference(parameters.biases()[layer], after.biases(layer));
            }
        };
    }

    private double[] difference(float[] before, float[] after) {
        double[] step = new double[before.length];
        for (int j = 0; j < step.length; j++) {
            step[j] = ((double) before[j] - after[j]) / present.rate();
        }
        return step;
    }

    @Override
    public List<Measurement> measurements() {
        return Collections.unmodifiableList(measurements);
    }

    @Override
    public void state(Archive archive, LongFunction<Shown> samples) {
        Archive.expectRest(before.isEmpty(), "the measure of a commit");
        Measurement.state(archive, measurements);
        due = archive.at(due);
        int shown = archive.at(passes.size());
        for (int i = 0; i < shown; i++) {
            Passes of = archive.isLoading() ? new Passes(present) : passes.get(i);
            long number = archive.at(of.sample.number());
            long count = archive.at(of.count);
            if (archive.isLoading()) {
                passes.add(new Passes(samples.apply(number)));
                passes.get(i).count = count;
            }
        }
        present = shown > 0 ? passes.get(shown - 1).sample : present;
    }
}
