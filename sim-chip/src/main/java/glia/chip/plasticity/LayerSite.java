package glia.chip.plasticity;

/**
 * Where a layer stands.
 *
 * @param layer the layer, from 0
 * @param layers number of layers
 * @param inputs number of inputs
 * @param neurons number of neurons
 * @param classes number of outputs of the last layer
 * @param firstParameter number of the layer's first parameter among those of the network, see {@link #number}
 * @param parameters number of parameters of the network, biases too
 */
public record LayerSite(
        int layer, int layers, int inputs, int neurons, int classes, long firstParameter, long parameters) {
    /**
     * The number of the synapse from an input to a neuron among all parameters: layer by layer, input by input, neuron by neuron,
     * the biases of a layer behind its inputs as one more row.
     */
    public long number(int row, int column) {
        return firstParameter + (long) row * neurons + column;
    }

    /** Whether the layer is the last one. */
    public boolean isLast() {
        return layer == layers - 1;
    }

    /** The name of the layer in ledgers and traces. */
    public String name() {
        return "layer" + (layer + 1);
    }
}
