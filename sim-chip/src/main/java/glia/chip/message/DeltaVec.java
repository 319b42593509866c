package glia.chip.message;

/**
 * The bias gradients d of a layer for the present sample, recalled by an astrocyte or formed by transposed reads: to the layer's tiles
 * (their slices) and its neuron unit.
 *
 * @param values the whole layer; the message carries the slice below
 * @param first index of the first neuron carried
 * @param count how many neurons it carries
 * @param parameter one word where the rule asks for it: the scale s_l of a layer that makes its own, or the threshold that a bias
 *     gradient must exceed to count; no word otherwise
 */
public record DeltaVec(float[] values, int first, int count, float[] parameter) implements ChipMessage {
    @Override
    public int words() {
        return count + parameter.length;
    }
}
