package glia.chip.message;

/**
 * The recalled bias gradients d of a layer: from an astrocyte to its tiles (their slices) and its neuron unit.
 *
 * @param values the whole layer; the message carries the slice below
 * @param first index of the first neuron carried
 * @param count how many neurons it carries
 * @param scale the scale s_l in one word where the layer makes its own; no word otherwise
 */
public record DeltaVec(float[] values, int first, int count, float[] scale) implements ChipMessage {
    @Override
    public int words() {
        return count + scale.length;
    }
}
