package glia.chip.message;

/**
 * The class with the largest output but that of the sample: from the cost unit to the astrocytes.
 *
 * @param value the class, from 0, in one word
 */
public record RunnerUp(int[] value) implements ChipMessage {
    @Override
    public int words() {
        return 1;
    }
}
