package glia.chip.build;

import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.TileSite;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tile holds what.
 *
 * @param layers the layers in order
 * @param tiles the tiles of each layer, segments outside, column tiles inside
 */
public record Floorplan(List<LayerSite> layers, List<List<TileSite>> tiles) {
    /** Maps a network onto tiles of at most some rows and columns. */
    public static Floorplan of(NetworkShape shape, int tileRows, int tileColumns) {
        List<LayerSite> layers = new ArrayList<>();
        List<List<TileSite>> tiles = new ArrayList<>();
        long firstParameter = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            LayerSite site = new LayerSite(
                    layer,
                    shape.layers(),
                    shape.inputs(layer),
                    shape.neurons(layer),
                    shape.classes(),
                    firstParameter,
                    shape.parameters());
            firstParameter += (shape.inputs(layer) + 1L) * shape.neurons(layer);
            layers.add(site);
            tiles.add(tilesOf(site, tileRows, tileColumns));
        }
        return new Floorplan(List.copyOf(layers), List.copyOf(tiles));
    }

    private static List<TileSite> tilesOf(LayerSite layer, int tileRows, int tileColumns) {
        List<TileSite> tiles = new ArrayList<>();
        for (int row = 0; row < layer.inputs(); row += tileRows) {
            for (int column = 0; column < layer.neurons(); column += tileColumns) {
                tiles.add(new TileSite(
                        layer.layer(),
                        layer.layers(),
                        row / tileRows,
                        column / tileColumns,
                        row,
                        Math.min(tileRows, layer.inputs() - row),
                        column,
                        Math.min(tileColumns, layer.neurons() - column)));
            }
        }
        return List.copyOf(tiles);
    }

    /** How many tiles a network needs, without making any. */
    public static long tilesNeeded(NetworkShape shape, int tileRows, int tileColumns) {
        long tiles = 0;
        for (int layer = 0; layer < shape.layers(); layer++) {
            long segments = (shape.inputs(layer) + (long) tileRows - 1) / tileRows;
            tiles += segments * ((shape.neurons(layer) + (long) tileColumns - 1) / tileColumns);
        }
        return tiles;
    }

    /** Number of tiles. */
    public int tileCount() {
        return tiles.stream().mapToInt(List::size).sum();
    }

    /** Number of segments that each neuron of a layer sums. */
    public int segments(int layer) {
        List<TileSite> sites = tiles.get(layer);
        return sites.get(sites.size() - 1).segment() + 1;
    }
}
