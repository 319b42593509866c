package glia.chip.device;

/** The pulses that a write applies to one cell. */
public final class Pulses {
    private int raising;
    private int lowering;

    /** Starts a cell with none. */
    public void clear() {
        raising = 0;
        lowering = 0;
    }

    /** Notes a train of some pulses that raise the weight, or of some that lower it where the number is below 0. */
    void add(int train) {
        raising += Math.max(train, 0);
        lowering += Math.max(-train, 0);
    }

    /** Whether there was any. */
    public boolean any() {
        return raising + lowering > 0;
    }

    /** Pulses that raise the weight. */
    public int raising() {
        return raising;
    }

    /** Pulses that lower the weight. */
    public int lowering() {
        return lowering;
    }
}
