package glia.chip.message;

/**
 * What a tile makes of its slice: from a synapse tile to its neuron unit.
 *
 * @param pass what the pass is for
 * @param segment which slice of the inputs was summed, from 0
 * @param firstNeuron index of the first neuron summed for
 * @param values one sum a column
 */
public record PartialSums(Pass pass, int segment, int firstNeuron, float[] values) implements ChipMessage {
    @Override
    public int words() {
        return values.length;
    }
}
