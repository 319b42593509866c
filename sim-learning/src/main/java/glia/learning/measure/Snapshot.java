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
public record Snapshot(NetworkShape shape, float[][][] weights, float[][] biases) {
    /** The parameters of a chip as they are. */
    public static Snapshot of(Chip chip) {
        float[][][] weights = new float[chip.shape().layers()][][];
        float[][] biases = new float[chip.shape().layers()][];
        Arrays.setAll(weights, chip.parameters()::weights);
        Arrays.setAll(biases, chip.parameters()::biases);
        return new Snapshot(chip.shape(), weights, biases);
    }

    /** Loads the parameters into a chip of the same network. */
    public void load(Chip other) {
        for (int layer = 0; layer < weights.length; layer++) {
            other.parameters().loadWeights(layer, weights[layer]);
            other.parameters().loadBiases(layer, biases[layer]);
        }
    }

    /** The gradient of the cost of a sample at these parameters. */
    public TrueGradient gradient(float[] input, int label) {
        return TrueGradient.of(weights, biases, shape.activation(), shape.cost(), input, label);
    }
}
