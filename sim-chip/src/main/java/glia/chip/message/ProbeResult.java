package glia.chip.message;

/**
 * A measured bias gradient (C - C0) / h: from the cost unit to the astrocyte of the probed neuron.
 *
 * @param value one word
 */
public record ProbeResult(float[] value) implements ChipMessage {
    @Override
    public int words() {
        return 1;
    }
}
