package glia.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.learning.measure.Measure;
import glia.learning.measure.Measurement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the measures of a run found, for {@code measures.csv} and {@code summary.json}. */
final class Measured {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<Measure> measures;
    private final int layers;

    Measured(List<Measure> measures, int layers) {
        this.measures = measures;
        this.layers = layers;
    }

    /** Writes a file of a row a figure, by sample; the value is empty where there is none. */
    void write(Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            writeTo(out);
            RunFolder.check(out, String.valueOf(file.getFileName()));
        }
    }

    private void writeTo(PrintWriter out) {
        out.print("sample,measure,layer,value\n");
        measures.stream()
                .flatMap(measure -> measure.measurements().stream())
                .sorted(Comparator.comparingLong(Measurement::sample))
                .forEach(measurement -> places().forEach((layer, figure) -> {
                    double value = figure.applyAsDouble(measurement);
                    out.print(measurement.sample() + "," + measurement.name() + "," + layer + ","
                            + (Double.isFinite(value) ? String.valueOf(value) : "") + "\n");
                }));
    }

    /** The names of all layers together and of each, and where their figures stand. */
    private Map<String, ToDoubleFunction<Measurement>> places() {
        Map<String, ToDoubleFunction<Measurement>> places = new LinkedHashMap<>();
        places.put("all", Measurement::all);
        for (int layer = 0; layer < layers; layer++) {
            int place = layer;
            places.put("layer" + (layer + 1), measurement -> measurement.layers()[place]);
        }
        return places;
    }

    /** How often each was measured, and its median over the run and last value, over all layers and by layer. */
    ObjectNode summary() {
        ObjectNode node = JSON.objectNode();
        for (Measure measure : measures) {
            for (String name : measure.names()) {
                List<Measurement> found = measure.measurements().stream()
                        .filter(measurement -> measurement.name().equals(name))
                        .toList();
                ObjectNode each = node.putObject(name).put("times", found.size());
                places().forEach((layer, figure) -> each.set(
                        layer, figures(found.stream().mapToDouble(figure).toArray())));
            }
        }
        return node;
    }

    private static ObjectNode figures(double[] values) {
        ObjectNode node = JSON.objectNode();
        put(node, "median", median(values));
        put(node, "last", values.length == 0 ? Double.NaN : values[values.length - 1]);
        return node;
    }

    /** The median of the values that are defined; infinite ones are larger than any other. */
    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
