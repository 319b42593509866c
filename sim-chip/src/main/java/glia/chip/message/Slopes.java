package glia.chip.message;

/**
 * The slopes f' of a layer: from a neuron unit to its astrocyte.
 *
 * @param values one slope a neuron
 */
public record Slopes(float[] values) implements ChipMessage {
    @Override
    public int words() {
        return values.length;
    }
}
