package glia.chip.message;

/**
 * The output error times the learning rate, η·e, for a last layer that takes the exact local rule: from the cost unit to its
 * tiles (their slices) and its neuron unit.
 *
 * @param values the whole layer; the message carries the slice below
 * @param first index of the first neuron carried
 * @param words how many neurons it carries
 */
public record ErrorEstimate(float[] values, int first, int words) implements ChipMessage {}
