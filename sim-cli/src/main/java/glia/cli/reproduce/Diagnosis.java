package glia.cli.reproduce;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.learning.data.Dataset;
import glia.learning.measure.Agreement;
import glia.learning.measure.Snapshot;
import glia.learning.train.TrainingPlan;
import java.util.Arrays;

/**
 * What a run shows while it learns, at some times; no numbers after a divergence.
 *
 * @param samples training samples at each time
 * @param saturation share of hidden neurons whose activation is saturated, over test samples, in percent
 * @param sampleCosines mean cosine of the update and the gradient of one sample, of those that have both
 * @param meanCosines cosine of the mean update and the mean gradient
 * @param tenDirections share of the energy of the first layer's whole change in its ten largest directions, in percent
 * @param accuracy final test accuracy in percent
 */
record Diagnosis(
        double[] samples,
        double[] saturation,
        double[] sampleCosines,
        double[] meanCosines,
        double tenDirections,
        double accuracy) {
    /** What the size of an activation exceeds where it counts as saturated. */
    static final double SATURATED = 0.95;

    /** Samples that updates are taken from. */
    static final int MEASURED = 200;

    private static final int TIMES = 5;
    private static final int DIRECTIONS = 10;

    double lastSaturation() {
        return saturation[TIMES - 1];
    }

    double sampleCosine() {
        return sampleCosines[TIMES - 1];
    }

    double meanCosine() {
        return meanCosines[TIMES - 1];
    }

    /** Trains a run to its end, looking on the way. */
    static Diagnosis of(ChipRun run) {
        float[][] first = run.chip().parameters().weights(0);
        double[][] curves = new double[4][TIMES];
        for (double[] curve : curves) {
            Arrays.fill(curve, Double.NaN);
        }
        long all = run.trainer().plan().samples();
        try {
            for (int time = 0; time < TIMES; time++) {
                long until = all * (time + 1) / TIMES - (time == TIMES - 1 ? MEASURED : 0);
                curves[0][time] = until;
                run.trainer().trainUntil(until);
                curves[1][time] = saturation(run.chip(), run.data().test());
                cosines(run, until, curves, time);
            }
            double directions =
                    100 * Spectrum.share(change(first, run.chip().parameters().weights(0)), DIRECTIONS);
            double accuracy = run.trainer().evaluate().accuracy() * 100;
            return new Diagnosis(curves[0], curves[1], curves[2], curves[3], directions, accuracy);
        } catch (DivergenceException diverged) {
            return new Diagnosis(curves[0], curves[1], curves[2], curves[3], Double.NaN, Double.NaN);
        }
    }

    private static double[][] change(float[][] before, float[][] after) {
        double[][] change = new double[before.length][before[0].length];
        for (int i = 0; i < change.length; i++) {
            for (int j = 0; j < change[i].length; j++) {
                change[i][j] = (double) after[i][j] - before[i][j];
            }
        }
        return change;
    }

    /** The updates of the samples that come next, taken back one by one, beside their gradients. */
    private static void cosines(ChipRun run, long from, double[][] curves, int time) {
        TrainingPlan plan = run.trainer().plan();
        FrozenChip frozen = new FrozenChip(run.chip());
        double[] updates = new double[(int) run.chip().shape().parameters()];
        double[] gradients = new double[updates.length];
        double cosines = 0;
        int angles = 0;
        for (long sample = from; sample < from + MEASURED; sample++) {
            long present = sample % plan.samples();
            float[] input = plan.inputAt(present);
            double[] gradient = frozen.gradient(input, plan.labelAt(present));
            double[] update = frozen.estimate(input, plan.labelAt(present), plan.hostSamples(present));
            double cosine = Agreement.of(update, gradient).cosine();
            cosines += Double.isNaN(cosine) ? 0 : cosine;
            angles += Double.isNaN(cosine) ? 0 : 1;
            for (int i = 0; i < updates.length; i++) {
                updates[i] += update[i];
                gradients[i] += gradient[i];
            }
        }
        curves[2][time] = cosines / angles;
        curves[3][time] = Agreement.of(updates, gradients).cosine();
    }

    /** In percent, over hidden neurons and some test samples. */
    private static double saturation(Chip chip, Dataset test) {
        NetworkShape shape = chip.shape();
        Snapshot parameters = Snapshot.of(chip);
        long saturated = 0;
        long neurons = 0;
        for (int sample = 0; sample < Math.min(MEASURED, test.size()); sample++) {
            float[] a = test.input(sample);
            for (int layer = 0; layer < shape.layers() - 1; layer++) {
                a = activated(shape, parameters.weights()[layer], parameters.biases()[layer], a);
                for (float value : a) {
                    saturated += Math.abs(value) > SATURATED ? 1 : 0;
                }
                neurons += a.length;
            }
        }
        return 100.0 * saturated / neurons;
    }

    private static float[] activated(NetworkShape shape, float[][] weights, float[] biases, float[] inputs) {
        float[] sums = biases.clone();
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += inputs[i] * weights[i][j];
            }
        }
        float[] activations = new float[sums.length];
        shape.activation().apply(sums, activations);
        return activations;
    }
}
