package glia.chip.plasticity;

/**
 * Where a layer stands.
 *
 * @param layer the layer, from 0
 * @param layers number of layers
 * @param inputs number of inputs
 * @param neurons number of neurons
 * @param classes number of outputs of the last layer
 */
public record LayerSite(int layer, int layers, int inputs, int neurons, int classes) {
    /** Whether the layer is the last one. */
    public boolean isLast() {
        return layer == layers - 1;
    }

    /** The name of the layer in ledgers and traces. */
    public String name() {
        return "layer" + (layer + 1);
    }
}
