package glia.chip.message;

/**
 * The class of the sample being shown: from the input port to the cost unit, and to the astrocytes where the rule recalls by it.
 *
 * @param value the class, from 0, in one word
 */
public record Target(int[] value) implements ChipMessage {
    /** The class, from 0. */
    public int label() {
        return value[0];
    }

    @Override
    public int words() {
        return 1;
    }
}
