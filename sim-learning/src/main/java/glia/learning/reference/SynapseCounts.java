package glia.learning.reference;

/**
 * Exact counts of one kind of event for every synapse and every bias of a network.
 *
 * @param synapses counts by layer, input, output
 * @param biases counts by layer, output
 */
public record SynapseCounts(long[][][] synapses, long[][] biases) {
    /** Zeros in the shape of some weights (layer, input, output) and biases (layer, output). */
    static SynapseCounts zerosLike(float[][][] weights, float[][] biases) {
        long[][][] synapseCounts = new long[weights.length][][];
        long[][] biasCounts = new long[biases.length][];
        for (int l = 0; l < weights.length; l++) {
            synapseCounts[l] = new long[weights[l].length][biases[l].length];
            biasCounts[l] = new long[biases[l].length];
        }
        return new SynapseCounts(synapseCounts, biasCounts);
    }

    /** These counts less others. */
    SynapseCounts less(SynapseCounts others) {
        long[][][] synapseCounts = new long[synapses.length][][];
        long[][] biasCounts = new long[biases.length][];
        for (int l = 0; l < biases.length; l++) {
            biasCounts[l] = less(biases[l], others.biases[l]);
            synapseCounts[l] = new long[synapses[l].length][];
            for (int i = 0; i < synapses[l].length; i++) {
                synapseCounts[l][i] = less(synapses[l][i], others.synapses[l][i]);
            }
        }
        return new SynapseCounts(synapseCounts, biasCounts);
    }

    private static long[] less(long[] counts, long[] others) {
        long[] difference = counts.clone();
        for (int j = 0; j < difference.length; j++) {
            difference[j] -= others[j];
        }
        return difference;
    }

    /** The counts of row i of a layer, not a copy; those of the biases after the last input. */
    long[] row(int l, int i) {
        return i < synapses[l].length ? synapses[l][i] : biases[l];
    }
}
