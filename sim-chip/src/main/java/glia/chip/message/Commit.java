package glia.chip.message;

/**
 * A control word of the sequencer: commit what the registers integrated.
 *
 * @param rates the learning rate η, or the two factors of an optimizer that corrects its moments
 */
public record Commit(float[] rates) implements Broadcast {
    @Override
    public int words() {
        return rates.length;
    }

    @Override
    public int topic() {
        return StartPhase.topic(Phase.COMMIT);
    }

    @Override
    public void tell(BusListener listener) {
        listener.onCommit(this);
    }
}
