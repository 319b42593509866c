package glia.chip.message;

/**
 * The slopes f' of a layer: from a neuron unit to its astrocyte.
 *
 * @param values one slope a neuron
 * @param words how many words they take: one a neuron, or one bit a neuron
 */
public record Slopes(float[] values, int words) implements ChipMessage {}
