package glia.chip.device;

/** The pulses that a write applies to one cell, and the reads of it that the write takes. */
public final class Pulses {
    private int raising;
    private int lowering;
    private int reads;

    /** Starts a cell with none. */
    public void clear() {
        raising = 0;
        lowering = 0;
        reads = 0;
    }

    /** Notes a train of some pulses that raise the weight, or of some that lower it where the number is below 0. */
    void add(int train) {
        raising += Math.max(train, 0);
        lowering += Math.max(-train, 0);
    }

    /**
     * Notes those of a cell that is part of this one.
     *
     * @param inverted whether what raises the part lowers the whole
     */
    public void add(Pulses part, boolean inverted) {
        raising += inverted ? part.lowering : part.raising;
        lowering += inverted ? part.raising : part.lowering;
        reads += part.reads;
    }

    /** Notes that a cell was read by itself. */
    public void addRead() {
        reads++;
    }

    /** Whether there was any. */
    public boolean any() {
        return all() > 0;
    }

    /** Pulses in both directions. */
    int all() {
        return raising + lowering;
    }

    /** Reads of the cell by itself. */
    public int reads() {
        return reads;
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
