package glia.cli.reproduce;

import glia.chip.build.Chip;
import glia.chip.build.Parameters;
import glia.core.random.RandomStream;
import glia.learning.measure.Snapshot;
import glia.learning.train.TrainingPlan;

/**
 * SignSGD with signs that agree with those of the gradient only as far as asked: w ← w - η · sign, where a sign is turned with
 * probability (1 - Λ) / 2. The chip makes the step of its SignSGD; the host turns what is to be turned.
 */
final class SignDescent {
    private static final long FLIPS = 41;

    private final Chip chip;
    private final double turned;

    /** Turns steps of a chip whose rule is SignSGD. */
    SignDescent(Chip chip, double agreement) {
        this.chip = chip;
        turned = (1 - agreement) / 2;
    }

    /** Learns from all samples of a plan. */
    void train(TrainingPlan plan) {
        RandomStream flips = RandomStream.of(plan.seed(), FLIPS);
        for (long sample = 0; sample < plan.samples(); sample++) {
            step(plan, sample, flips.sub(sample));
        }
    }

    private void step(TrainingPlan plan, long sample, RandomStream flips) {
        Parameters parameters = chip.parameters();
        Snapshot start = Snapshot.of(chip);
        chip.learn(plan.inputAt(sample), plan.labelAt(sample), plan.rateAt(sample), plan.hostSamples(sample));
        long first = 0;
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            float[][] before = start.weights()[layer];
            for (int i = 0; i < before.length; i++) {
                parameters.loadWeights(layer, i, turn(before[i], parameters.weights(layer, i), flips, first));
                first += before[i].length;
            }
            parameters.loadBiases(layer, turn(start.biases()[layer], parameters.biases(layer), flips, first));
            first += start.biases()[layer].length;
        }
    }

    /** The values after a step, those that are drawn as far on the other side of where they were. */
    private float[] turn(float[] before, float[] after, RandomStream flips, long first) {
        for (int j = 0; j < after.length; j++) {
            if (after[j] != before[j] && flips.uniform(first + j) < turned) {
                after[j] = before[j] + (before[j] - after[j]);
            }
        }
        return after;
    }
}
