package glia.chip.message;

/**
 * The scale s = ε / |g| of the perturbation: from the cost unit to all tiles and neuron units.
 *
 * @param value one word
 */
public record PerturbationScale(float[] value) implements Broadcast {
    /** The topic of scales. */
    public static final int TOPIC = Phase.values().length;

    @Override
    public int words() {
        return 1;
    }

    @Override
    public int topic() {
        return TOPIC;
    }

    @Override
    public void tell(BusListener listener) {
        listener.onPerturbationScale(this);
    }
}
