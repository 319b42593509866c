package glia.chip.message;

/**
 * Values of a layer on their way up: from the input port or a neuron unit to a tile of the next layer, or from the last neuron
 * unit to the cost unit.
 *
 * @param pass what the pass is for
 * @param values the whole layer; the message carries the slice below
 * @param first index of the first value carried
 * @param words how many values it carries
 */
public record Activations(Pass pass, float[] values, int first, int words) implements ChipMessage {}
