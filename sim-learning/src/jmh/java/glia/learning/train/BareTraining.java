package glia.learning.train;

import glia.chip.build.NetworkShape;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.plasticity.HostSamples;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;

/**
 * The arithmetic of δ-MGD (recall by error, exact slopes, all layers perturbed, global norm) and nothing else: no blocks, no
 * messages, no time, no counts. The operations and their order are those of the chip, so its weights are the chip's to the bit.
 */
final class BareTraining {
    private final NetworkShape shape;
    private final DeltaMgdParameters parameters;
    private final DeltaVecParameters deltaVecs;
    private final int last;
    private final BareLayer[] layers;
    private final float[][] activations;
    private final float[][] others;
    private final float[] error;
    private final float[] probabilities;
    private final float[][][] targets;

    BareTraining(NetworkShape shape, DeltaMgdParameters parameters, int segmentRows, long seed) {
        this.shape = shape;
        this.parameters = parameters;
        deltaVecs = parameters.deltaVecs();
        last = shape.layers() - 1;
        layers = new BareLayer[shape.layers()];
        activations = new float[shape.layers() + 1][];
        others = new float[shape.layers() + 1][];
        targets = new float[shape.layers()][][];
        for (int l = 0; l <= last; l++) {
            layers[l] = new BareLayer(TrainingPlan.initialWeights(seed, shape, l), segmentRows, shape.classes());
            activations[l + 1] = new float[shape.neurons(l)];
            others[l + 1] = new float[shape.neurons(l)];
            targets[l] = new float[shape.classes()][shape.neurons(l)];
        }
        error = new float[shape.classes()];
        probabilities = new float[shape.classes()];
    }

    int layers() {
        return layers.length;
    }

    BareLayer layer(int layer) {
        return layers[layer];
    }

    void learn(long sample, float[] input, int label, float rate, HostSamples host) {
        if (sample % deltaVecs.period() == 0) {
            refresh(host);
        }
        forward(input);
        float cost = cost(activations[last + 1], label);
        CostFunction.error(probabilities, label, error);
        float total = 0f;
        for (int l = 0; l <= last; l++) {
            layers[l].recall(error, activations[l + 1], function(l));
            total += sumOfSquares(layers[l].deltas) * (sumOfSquares(activations[l]) + 1f);
        }
        float scale = parameters.epsilon() / Math.max((float) Math.sqrt(total), 1e-12f);
        float change = perturbedCost(input, label, scale) - cost;
        float update = (rate * change) / (parameters.epsilon() * parameters.epsilon());
        if (update != 0f) {
            for (int l = 0; l <= last; l++) {
                layers[l].update(-(update * scale), activations[l]);
            }
        }
    }

    private ActivationFunction function(int layer) {
        return layer == last ? ActivationFunction.IDENTITY : shape.activation();
    }

    private float cost(float[] outputs, int label) {
        return shape.cost().evaluate(outputs, label, probabilities);
    }

    private static float sumOfSquares(float[] values) {
        float sum = 0f;
        for (float value : values) {
            if (value != 0f) {
                sum = Math.fma(value, value, sum);
            }
        }
        return sum;
    }

    private void forward(float[] input) {
        activations[0] = input;
        for (int l = 0; l <= last; l++) {
            layers[l].forward(activations[l], activations[l + 1]);
            function(l).apply(activations[l + 1], activations[l + 1]);
        }
    }

    private float perturbedCost(float[] input, int label, float scale) {
        others[0] = input;
        for (int l = 0; l <= last; l++) {
            layers[l].forwardPerturbed(others[l], activations[l], scale, l == 0, others[l + 1]);
            function(l).apply(others[l + 1], others[l + 1]);
        }
        return cost(others[last + 1], label);
    }

    private void refresh(HostSamples host) {
        for (int k = 0; k < shape.classes(); k++) {
            forward(host.exemplar(k));
            float cost = cost(activations[last + 1], k);
            for (int l = 0; l <= last; l++) {
                probeLayer(l, k, cost);
            }
        }
        float[][] errors = new float[shape.classes()][];
        for (int k = 0; k < errors.length; k++) {
            errors[k] = targets[last][k].clone();
        }
        for (int l = 0; l <= last; l++) {
            for (int sweep = 0; sweep < deltaVecs.sweeps(); sweep++) {
                for (int k = 0; k < errors.length; k++) {
                    layers[l].fit(targets[l][k], errors[k], deltaVecs.fitRate());
                }
            }
        }
    }

    /** One probe a neuron: only its own activation changes, so only the layers above are computed anew. */
    private void probeLayer(int layer, int label, float cost) {
        float[] own = others[layer + 1];
        layers[layer].forwardProbed(activations[layer], own);
        System.arraycopy(activations[layer + 1], 0, own, 0, own.length);
        float[] one = new float[1];
        for (int j = 0; j < own.length; j++) {
            one[0] = layers[layer].probed(j, deltaVecs.probeStep());
            function(layer).apply(one, one);
            own[j] = one[0];
            for (int l = layer + 1; l <= last; l++) {
                layers[l].forwardProbed(others[l], others[l + 1]);
                function(l).apply(others[l + 1], others[l + 1]);
            }
            float delta = (cost(others[last + 1], label) - cost) / deltaVecs.probeStep();
            float slope = function(layer).slope(activations[layer + 1][j]);
            targets[layer][label][j] = layer == last ? delta : delta / Math.max(0.05f, slope);
            own[j] = activations[layer + 1][j];
        }
    }
}
