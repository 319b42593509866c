package glia.chip.message;

/**
 * The signs of a layer's perturbed neurons, one bit each: from a neuron unit to its tiles.
 *
 * @param values +1 or -1 for each neuron of the layer; the message carries the slice below
 * @param first index of the first neuron carried
 * @param count how many neurons it carries
 */
public record NodeSigns(float[] values, int first, int count) implements ChipMessage {
    @Override
    public int words() {
        return (count + Integer.SIZE - 1) / Integer.SIZE;
    }
}
