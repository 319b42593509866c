package glia.chip.message;

/**
 * The update word c, made of the cost change ΔC: from the cost unit to all tiles and neuron units.
 *
 * @param values c, the one word that travels, and behind it ΔC and C0 for those who watch
 */
public record CostChange(float[] values) implements Broadcast {
    /** The topic of cost changes. */
    public static final int TOPIC = PerturbationScale.TOPIC + 1;

    @Override
    public int words() {
        return 1;
    }

    /** The update word c. */
    public float update() {
        return values[0];
    }

    /** The cost change ΔC = C~ - C0. */
    public float costChange() {
        return values[1];
    }

    /** The baseline cost C0. */
    public float baselineCost() {
        return values[2];
    }

    @Override
    public int topic() {
        return TOPIC;
    }

    @Override
    public void tell(BusListener listener) {
        listener.onCostChange(this);
    }
}
