package glia.cli.reproduce;

import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import glia.core.random.RandomStream;
import glia.learning.measure.TrueGradient;
import glia.learning.train.TrainingPlan;

/**
 * SignSGD with signs that agree with those of the gradient only as far as asked: w ← w - η · sign, where a sign is turned with
 * probability (1 - Λ) / 2. A study by plain loops on the host, with gradients in double; no chip is simulated.
 */
final class SignDescent {
    private static final long FLIPS = 41;

    private final NetworkShape shape;
    private final double agreement;
    private final float[][][] weights;
    private final float[][] biases;

    /** Starts from the parameters of a chip. */
    SignDescent(Chip chip, double agreement) {
        shape = chip.shape();
        this.agreement = agreement;
        weights = new float[shape.layers()][][];
        biases = new float[shape.layers()][];
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer] = chip.parameters().weights(layer);
            biases[layer] = chip.parameters().biases(layer);
        }
    }

    /** Learns from all samples of a plan. */
    void train(TrainingPlan plan) {
        RandomStream flips = RandomStream.of(plan.seed(), FLIPS);
        for (long sample = 0; sample < plan.samples(); sample++) {
            TrueGradient gradient = TrueGradient.of(
                    weights, biases, shape.activation(), shape.cost(), plan.inputAt(sample), plan.labelAt(sample));
            descend(gradient, plan.rateAt(sample), flips.sub(sample));
        }
    }

    private void descend(TrueGradient gradient, float rate, RandomStream flips) {
        long parameter = 0;
        for (int layer = 0; layer < weights.length; layer++) {
            for (int i = 0; i < weights[layer].length; i++) {
                change(weights[layer][i], gradient.weights()[layer][i], rate, flips, parameter);
                parameter += weights[layer][i].length;
            }
            change(biases[layer], gradient.biases()[layer], rate, flips, parameter);
            parameter += biases[layer].length;
        }
    }

    private void change(float[] values, double[] gradient, float rate, RandomStream flips, long first) {
        double turned = (1 - agreement) / 2;
        for (int j = 0; j < values.length; j++) {
            if (gradient[j] != 0) {
                float step = flips.uniform(first + j) < turned ? -rate : rate;
                values[j] -= gradient[j] > 0 ? step : -step;
            }
        }
    }

    /** Loads the parameters into a chip, to be evaluated there. */
    void loadInto(Chip chip) {
        for (int layer = 0; layer < weights.length; layer++) {
            chip.parameters().loadWeights(layer, weights[layer]);
            chip.parameters().loadBiases(layer, biases[layer]);
        }
    }
}
