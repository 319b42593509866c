package glia.chip.datapath;

/**
 * Noise of what is read on a chip.
 *
 * @param cost deviation of a measured change of the cost, a share of the running mean of |ΔC|
 * @param read deviation of a cell's weight at every read, a share of the layer's range
 * @param seed decides all draws
 */
public record Noise(float cost, float read, long seed) {
    /** None. */
    public static final Noise NONE = new Noise(0f, 0f, 0);
}
