package glia.chip.device;

/**
 * What is wrong with cells of any device.
 *
 * @param stuck cells that never change
 * @param writeNoise deviation of the factor on a requested change
 * @param gainMismatch deviation of a cell's gain when it is read
 * @param offsetMismatch deviation of a cell's offset when it is read, in units of 1/sqrt(inputs)
 * @param wearOut how cells wear out
 */
public record Defects(Stuck stuck, float writeNoise, float gainMismatch, float offsetMismatch, WearOut wearOut) {
    /** Defects of cells that do not wear out. */
    public Defects(Stuck stuck, float writeNoise, float gainMismatch, float offsetMismatch) {
        this(stuck, writeNoise, gainMismatch, offsetMismatch, WearOut.NONE);
    }

    /**
     * Shares of cells that are stuck.
     *
     * @param on at the upper end of the range
     * @param off at the lower end
     * @param atValue at a value
     * @param value that value, in units of the range
     */
    public record Stuck(float on, float off, float atValue, float value) {
        /** No cell. */
        public static final Stuck NONE = new Stuck(0f, 0f, 0f, 0f);
    }

    /** Nothing. */
    public static final Defects NONE = new Defects(Stuck.NONE, 0f, 0f, 0f);
}
