package glia.chip.message;

/**
 * The learning rate η of a sample: from the sequencer, which has it from the host's schedule, to the cost unit.
 *
 * @param value one word
 */
public record LearningRate(float[] value) implements ChipMessage {
    @Override
    public int words() {
        return 1;
    }
}
