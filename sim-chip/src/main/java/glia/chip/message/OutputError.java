package glia.chip.message;

/**
 * The error of the outputs, one word a class: e = dC/dz from the cost unit to the astrocytes; while probing, as measured at the
 * last layer, from the last astrocyte to the others.
 *
 * @param values one error a class
 */
public record OutputError(float[] values) implements ChipMessage {
    @Override
    public int words() {
        return values.length;
    }
}
