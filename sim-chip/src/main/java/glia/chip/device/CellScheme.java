package glia.chip.device;

/**
 * How cells are used, whatever their device.
 *
 * @param curve the measured curve of a measured device
 * @param programming how changes are programmed
 * @param pairs whether a weight is the difference of two cells, not one cell beside a reference
 * @param drift how conductances drift
 */
public record CellScheme(MeasuredCurve curve, PulseProgramming programming, boolean pairs, Drift drift) {
    /** One cell a weight, written blindly, without drift. */
    public static final CellScheme PLAIN =
            new CellScheme(MeasuredCurve.NONE, PulseProgramming.BLIND, false, Drift.NONE);
}
