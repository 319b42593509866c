package glia.learning.reference;

/** Numbers all parameters of a network from 0: layer by layer, in it row by row, the biases as the last row. */
final class ParameterNumbers {
    private final ReferenceNetwork network;
    private final long[] offsets;

    ParameterNumbers(ReferenceNetwork network) {
        this.network = network;
        this.offsets = new long[network.layers() + 1];
        for (int l = 0; l < network.layers(); l++) {
            offsets[l + 1] = offsets[l] + (network.size(l) + 1L) * network.size(l + 1);
        }
    }

    /** Number K of parameters. */
    long count() {
        return offsets[network.layers()];
    }

    /** Number of the parameter of row i and neuron j of a layer. */
    long of(int l, int i, int j) {
        return offsets[l] + (long) i * network.size(l + 1) + j;
    }
}
