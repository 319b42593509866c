package glia.chip.plasticity;

/**
 * Where a tile stands and what it holds.
 *
 * @param layer the layer, from 0
 * @param layers number of layers
 * @param segment place among the tiles that share its outputs, from 0
 * @param columnTile place among the tiles that share its inputs, from 0
 * @param firstRow first input held
 * @param rows number of inputs held
 * @param firstColumn first output held
 * @param columns number of outputs held
 */
public record TileSite(
        int layer, int layers, int segment, int columnTile, int firstRow, int rows, int firstColumn, int columns) {
    /** Number of synapses held. */
    public long synapses() {
        return (long) rows * columns;
    }

    /** Whether the layer is the last one. */
    public boolean isLast() {
        return layer == layers - 1;
    }

    /** The name of the tile in ledgers and traces. */
    public String name() {
        return "layer" + (layer + 1) + ".tile" + segment + "." + columnTile;
    }
}
