package glia.chip.datapath;

/**
 * What stands around the cells: converters, the widths of local memories, and how fine a cost is read.
 *
 * @param converters of every tile
 * @param activations as a tile keeps them for its elements and updates
 * @param deltaVecs as an astrocyte's memory holds them
 * @param cost what is read of a cost, before differences are formed
 */
public record Periphery(Converters converters, FixedPoint activations, FixedPoint deltaVecs, FixedPoint cost) {
    /** Everything in float; ranges are those that a scenario has if it names none. */
    public static final Periphery EXACT =
            new Periphery(Converters.EXACT, FixedPoint.exact(1f), FixedPoint.exact(1f), FixedPoint.exact(4f));

    /** The cost as it is read; one that is not finite stays so. */
    public float readCost(float value) {
        return Float.isFinite(value) ? cost.nearest(value) : value;
    }
}
