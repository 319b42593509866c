package glia.chip.build;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import java.util.List;

/**
 * A dense network.
 *
 * @param sizes number of inputs, neurons of each hidden layer, number of classes
 * @param activation of the hidden layers; the last layer's outputs are its inputs
 * @param cost what is minimised
 */
public record NetworkShape(List<Integer> sizes, ActivationFunction activation, CostFunction cost) {
    /** Copies the sizes and checks that there are at least two, all positive. */
    public NetworkShape {
        sizes = List.copyOf(sizes);
        if (sizes.size() < 2 || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("layer sizes are " + sizes + "; expected at least two, all positive");
        }
    }

    /** Number of layers of synapses. */
    public int layers() {
        return sizes.size() - 1;
    }

    /** Inputs of a layer, counted from 0. */
    public int inputs(int layer) {
        return sizes.get(layer);
    }

    /** Neurons of a layer, counted from 0. */
    public int neurons(int layer) {
        return sizes.get(layer + 1);
    }

    /** Outputs of the last layer. */
    public int classes() {
        return sizes.get(sizes.size() - 1);
    }

    /** All weights and biases. */
    public long parameters() {
        return synapses() + biases();
    }

    /** All biases: one a neuron. */
    public long biases() {
        return sizes.stream().skip(1).mapToLong(Integer::longValue).sum();
    }

    /** All weights. */
    public long synapses() {
        long synapses = 0;
        for (int layer = 0; layer < layers(); layer++) {
            synapses += (long) inputs(layer) * neurons(layer);
        }
        return synapses;
    }
}
