package glia.cli.endurance;

import glia.cli.figure.Figure;
import glia.cli.figure.HeatMap;
import glia.cli.figure.Histogram;
import glia.cli.figure.Panels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures of the wear of a layer. */
public final class WearFigures {
    private WearFigures() {}

    /** The histograms of commits and of pulses. */
    public static Figure histogram(LayerWear layer) {
        return new Panels(
                "Layer " + layer.number() + ": histogram of commits and pulses",
                List.of(histogram(layer, "commits", layer.commits()), histogram(layer, "pulses", layer.pulses())));
    }

    private static Figure histogram(LayerWear layer, String what, LayerWear.Counted counted) {
        List<WearBins.Bin> bins = counted.bins();
        String title = "Layer " + layer.number() + ": synapses by " + what + " on them";
        return new Histogram(
                title,
                title + ", " + counted.distribution().synapses() + " synapses.",
                what + " on a synapse, from this number up to the next",
                "synapses",
                bins.stream().map(bin -> Figure.number((double) bin.from())).toList(),
                bins.stream().mapToLong(WearBins.Bin::synapses).toArray());
    }

    /** Pulses by place: of each synapse, or the most and the mean of each block of synapses where the layer is large. */
    public static Figure map(LayerWear layer) {
        BlockMap map = layer.map();
        if (map.isWhole()) {
            return map(layer, "pulses on each synapse", map.largest());
        }
        String blocks = "blocks of " + map.blockRows() + " x " + map.blockColumns() + " synapses, ";
        return new Panels(
                "Layer " + layer.number() + ": pulses by place",
                List.of(
                        map(layer, blocks + "most pulses on one", map.largest()),
                        map(layer, blocks + "mean pulses", map.means())));
    }

    private static Figure map(LayerWear layer, String what, double[][] values) {
        double largest = 0;
        for (double[] row : values) {
            for (double value : row) {
                largest = Math.max(largest, value);
            }
        }
        String title = "Layer " + layer.number() + ": " + what;
        return new HeatMap(
                title,
                title + ", by input and neuron.",
                "neuron (column)",
                "input (row)",
                values,
                largest == 0 ? 1 : largest,
                starts(values.length, layer.map().blockRows()),
                starts(values[0].length, layer.map().blockColumns()),
                false);
    }

    /** The first line of each block. */
    private static List<String> starts(int blocks, int lines) {
        return IntStream.range(0, blocks)
                .mapToObj(block -> String.valueOf(block * lines))
                .toList();
    }

    /** Both pictures of each layer with the names of their files, in order. */
    public static List<Named> all(Wear wear) {
        List<Named> figures = new ArrayList<>();
        for (LayerWear layer : wear.layers()) {
            figures.add(new Named(layer.name() + ".histogram.svg", histogram(layer)));
            figures.add(new Named(layer.name() + ".map.svg", map(layer)));
        }
        return figures;
    }

    /**
     * A picture and its file.
     *
     * @param file its name
     * @param figure the picture
     */
    public record Named(String file, Figure figure) {}
}
