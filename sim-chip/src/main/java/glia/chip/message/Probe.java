package glia.chip.message;

/**
 * A control word of the sequencer: move the bias of one neuron by the probe step and run a pass.
 *
 * @param layer the neuron's layer, from 0
 * @param neuron the neuron's index in its layer
 */
public record Probe(int layer, int neuron) implements Broadcast {
    private static final int FIRST_TOPIC = CostChange.TOPIC + 1;

    @Override
    public int words() {
        return 1;
    }

    @Override
    public int topic() {
        return topic(layer);
    }

    /** The topic of a layer's probes. */
    public static int topic(int layer) {
        return FIRST_TOPIC + layer;
    }

    @Override
    public void tell(BusListener listener) {
        listener.onProbe(this);
    }
}
