package glia.learning.law;

import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.TileSite;

/**
 * The rows and columns of a layer's parameters that a block holds; the biases are one more row behind the inputs.
 *
 * @param site the layer
 * @param firstRow first row held
 * @param rows number of rows held
 * @param firstColumn first column held
 * @param columns number of columns held
 */
record Place(LayerSite site, int firstRow, int rows, int firstColumn, int columns) {
    /** What a tile holds. */
    static Place of(LayerSite site, TileSite tile) {
        return new Place(site, tile.firstRow(), tile.rows(), tile.firstColumn(), tile.columns());
    }

    /** The biases of a layer. */
    static Place biases(LayerSite site) {
        return new Place(site, site.inputs(), 1, 0, site.neurons());
    }

    /** All parameters of a layer. */
    static Place all(LayerSite site) {
        return new Place(site, 0, site.inputs() + 1, 0, site.neurons());
    }

    /** What a parameter of the layer is called. */
    String name(int row, int column) {
        String parameter = row == site.inputs() ? "bias " + column : "synapse (" + row + ", " + column + ")";
        return "layer " + (site.layer() + 1) + ", " + parameter;
    }
}
