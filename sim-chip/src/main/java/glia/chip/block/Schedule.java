package glia.chip.block;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * When the phases of a sample start. It changes cycles, never what is stored: the words on the bus and all counts but those of barriers
 * are the same.
 *
 * <p>What the data of a rule allow where phases overlap:
 *
 * <table>
 * <caption>What a block's part in a phase waits for, its word on the bus apart</caption>
 * <tr><th>part</th><th>waits for</th></tr>
 * <tr><td>ERROR, cost unit</td><td>the baseline cost</td></tr>
 * <tr><td>RECALL, astrocyte, by label</td><td>the label, then the layer's slopes and the norm from below</td></tr>
 * <tr><td>RECALL, by error, expected or runner-up</td><td>the word of the cost unit, so the whole baseline pass</td></tr>
 * <tr><td>PERTURB, norm global</td><td>the scale, so the shares of |g|² of all layers</td></tr>
 * <tr><td>PERTURB, norm deferred or layer</td><td>the layer's DeltaVec and activations: with a label, one layer behind the baseline
 * pass</td></tr>
 * <tr><td>PERTURB from transposed reads (Hebbian, aligned)</td><td>the layer's bias gradients and activations</td></tr>
 * <tr><td>PERTURB, undirected and node</td><td>nothing: elements are set while the baseline pass runs</td></tr>
 * <tr><td>PERTURBED, tile</td><td>its elements and its inputs</td></tr>
 * <tr><td>PERTURBED, neuron unit</td><td>the perturbations of its biases and all sums</td></tr>
 * <tr><td>UPDATE, cost unit</td><td>both costs; with norm deferred the shares of |g|²</td></tr>
 * <tr><td>UPDATE, tile and neuron unit</td><td>the update word, the layer's DeltaVec, signs or error estimates, and its last read</td></tr>
 * </table>
 */
public enum Schedule {
    /** A phase starts when the chip is quiet. */
    BARRIER,
    /** The phases up to an update start at once; each block does its part when all that it needs has come. */
    OVERLAPPED,
    /** As overlapped, and a second copy of the weights, with converters of its own, takes the perturbed passes. */
    DUAL_ARRAY;

    /** Whether phases run without a barrier between them. */
    public boolean overlaps() {
        return this != BARRIER;
    }

    /** How many copies of the weights there are. */
    public int copies() {
        return this == DUAL_ARRAY ? 2 : 1;
    }

    /** Its name in a scenario. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names, in order. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Schedule::label).toList();
    }

    /** The schedule of a name. */
    public static Schedule named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
