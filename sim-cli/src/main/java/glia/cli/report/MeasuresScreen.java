package glia.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run's measures found, as a table: the median over the run, and the last figure. */
final class MeasuresScreen {
    /** The one measure that counts, and may not get there. */
    private static final String PASSES = "iterations";

    private static final int MOST_LAYERS = 4;
    private static final double SMALL = 0.001;

    private MeasuresScreen() {}

    /** The table of a summary's field {@code measures}; deep networks have their layers in the files alone. */
    static String of(JsonNode measures) {
        List<String> columns = new ArrayList<>();
        measures.elements().next().fieldNames().forEachRemaining(columns::add);
        columns.remove("times");
        if (columns.size() > MOST_LAYERS + 1) {
            columns.subList(1, columns.size()).clear();
        }
        Table table = new Table();
        table.row(row("measure, times", columns));
        for (Map.Entry<String, JsonNode> measure : measures.properties()) {
            JsonNode figures = measure.getValue();
            String name = measure.getKey() + ", "
                    + Quantities.count(figures.path("times").asLong());
            table.row(row(
                    name,
                    columns.stream()
                            .map(column -> cell(measure.getKey(), figures.path(column)))
                            .toList()));
        }
        return "\nMeasures: median (last)\n" + table;
    }

    private static String[] row(String name, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        return row.toArray(String[]::new);
    }

    private static String cell(String measure, JsonNode figures) {
        String median = figure(measure, figures.path("median"));
        String last = figure(measure, figures.path("last"));
        return median.equals(last) ? median : median + " (" + last + ")";
    }

    private static String figure(String measure, JsonNode value) {
        boolean passes = measure.equals(PASSES);
        double number = value.asDouble();
        if (value.isNull()) {
            return passes ? "not reached" : "-";
        }
        if (passes) {
            return Quantities.count(Math.round(number));
        }
        return number != 0 && Math.abs(number) < SMALL
                ? String.format(Locale.ROOT, "%.1e", number)
                : Quantities.digits(number);
    }
}
