package glia.chip.message;

/**
 * A control word of the sequencer.
 *
 * @param phase the phase that starts
 */
public record StartPhase(Phase phase) implements Broadcast {
    @Override
    public int words() {
        return 1;
    }

    @Override
    public int topic() {
        return topic(phase);
    }

    /** The topic of a phase. */
    public static int topic(Phase phase) {
        return phase.ordinal();
    }

    @Override
    public void tell(BusListener listener) {
        listener.onStartPhase(phase);
    }
}
