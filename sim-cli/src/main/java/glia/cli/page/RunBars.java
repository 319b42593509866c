package glia.cli.page;

import glia.cli.figure.Axis;
import glia.cli.figure.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Bars of values by category; of several runs below each other.
 *
 * @param quantity what is measured
 * @param unit plain unit, such as J
 * @param categories in order
 * @param runs the values
 */
record RunBars(String quantity, String unit, List<String> categories, List<OfRun> runs) {
    /**
     * The values of a run.
     *
     * @param run its name
     * @param values by category; it may lack some
     */
    record OfRun(String run, Map<String, Double> values) {
        double value(String category) {
            return values.getOrDefault(category, 0.0);
        }
    }

    /** The picture. */
    Spans figure(String title, String description) {
        double largest = runs.stream()
                .flatMapToDouble(run -> categories.stream().mapToDouble(run::value))
                .max()
                .orElse(0);
        Unit shown = Unit.fitting(largest, unit);
        Axis axis = Axis.around(shown.axis(quantity), DoubleStream.of(0, shown.of(largest)));
        return new Spans(title, description, axis, List.of(), rows(shown));
    }

    private List<Spans.Row> rows(Unit shown) {
        List<Spans.Row> rows = new ArrayList<>();
        for (String category : categories) {
            if (runs.size() > 1) {
                rows.add(Spans.Row.heading(category));
            }
            for (int i = 0; i < runs.size(); i++) {
                if (runs.get(i).values().containsKey(category)) {
                    rows.add(row(category, i, shown));
                }
            }
        }
        return rows;
    }

    private Spans.Row row(String category, int number, Unit shown) {
        OfRun run = runs.get(number);
        String text = Unit.text(run.value(category), unit);
        String name = runs.size() > 1 ? run.run() : category;
        Spans.Span bar = Spans.Span.of(0, shown.of(run.value(category)), number, name + ": " + text);
        return new Spans.Row(name, List.of(bar), text);
    }
}
