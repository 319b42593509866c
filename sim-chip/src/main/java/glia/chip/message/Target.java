package glia.chip.message;

/**
 * The class of the sample being shown: from the input port to the cost unit, and to the astrocytes where the rule recalls by it.
 *
 * @param label the class, from 0
 */
public record Target(int label) implements ChipMessage {
    @Override
    public int words() {
        return 1;
    }
}
