package glia.chip.message;

/**
 * Sums over a tile's columns, read transposed: from a tile to the neuron unit that its inputs come from.
 *
 * @param segment the tile's place among those that share its inputs
 * @param firstNeuron index of the first neuron in its layer
 * @param values one a row of the tile
 */
public record BackwardSums(int segment, int firstNeuron, float[] values) implements ChipMessage {
    @Override
    public int words() {
        return values.length;
    }
}
