package glia.chip.device;

/**
 * Cells that wear out while the chip learns. A cell's endurance is drawn once, median · e^(spread · n) with n standard normal; the
 * write that brings its pulses to it or beyond is its last.
 *
 * @param median pulses of the median cell; infinite where no cell wears out
 * @param spread deviation of the natural logarithm from cell to cell
 * @param end where a worn cell is stuck
 */
public record WearOut(double median, float spread, End end) {
    /** Where worn cells are stuck. */
    public enum End {
        /** At the upper end of the layer's range. */
        ON,
        /** At the lower end. */
        OFF,
        /** Where the last write left them. */
        LAST
    }

    /** No cell wears out. */
    public static final WearOut NONE = new WearOut(Double.POSITIVE_INFINITY, 0f, End.LAST);

    /** Whether cells wear out. */
    public boolean isOn() {
        return median != Double.POSITIVE_INFINITY;
    }

    /** The endurance of a cell for which n was drawn, in pulses: a whole number from 1 to 2^62. */
    long pulses(float n) {
        return Math.max(1, Math.min(1L << 62, Math.round(median * StrictMath.exp(spread * (double) n))));
    }
}
