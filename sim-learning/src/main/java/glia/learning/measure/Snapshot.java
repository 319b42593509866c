package glia.learning.measure;

import glia.chip.build.Chip;
import glia.chip.build.NetworkShape;
import java.util.Arrays;

/**
 * The stored parameters of a chip at some time.
 *
 * @param shape the network
 * @param weights by layer, inputs x neurons
 * @param biases by layer
 */
record Snapshot(NetworkShape shape, float[][][] weights, float[][] biases) {
    static Snapshot of(Chip chip) {
        float[][][] weights = new float[chip.shape().layers()][][];
        float[][] biases = new float[chip.shape().layers()][];
        Arrays.setAll(weights, chip.parameters()::weights);
        Arrays.setAll(biases, chip.parameters()::biases);
        return new Snapshot(chip.shape(), weights, biases);
    }

    /** Loads the parameters into another chip of the same network, before it runs. */
    void load(Chip other) {
        for (int layer = 0; layer < weights.length; layer++) {
            other.parameters().loadWeights(layer, weights[layer]);
            other.parameters().loadBiases(layer, biases[layer]);
        }
    }

    /** The gradient of the cost of a sample at these parameters. */
    TrueGradient gradient(Shown sample) {
        return TrueGradient.of(weights, biases, shape.activation(), shape.cost(), sample.input(), sample.label());
    }
}
