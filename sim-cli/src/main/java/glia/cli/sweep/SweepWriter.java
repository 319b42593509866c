package glia.cli.sweep;

import glia.cli.scenario.ScenarioWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a resolved sweep as YAML that reads back as the same sweep. */
final class SweepWriter {
    private SweepWriter() {}

    /** The sweep with its single values, what is fixed, its axes in order, and its constraints. */
    static String write(
            Map<String, String> head, Map<String, String> set, List<Axis> axes, List<Constraint> constraints) {
        StringBuilder out = new StringBuilder();
        head.forEach((key, value) -> out.append(line(key, ScenarioWriter.quote(value))));
        set.forEach((key, value) -> out.append(line("set." + key, item(value))));
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i) instanceof RangeAxis drawn) {
                range(out, drawn);
            } else if (axes.get(i) instanceof ListAxis list) {
                String section = list.keys().size() > 1 ? "zip.group" + (i + 1) : "axes";
                for (int key = 0; key < list.keys().size(); key++) {
                    out.append(line(section + "." + list.keys().get(key), list(list.column(key))));
                }
            }
        }
        if (!constraints.isEmpty()) {
            out.append("constraints:\n");
            constraints.forEach(each -> out.append("  - ")
                    .append(ScenarioWriter.quote(each.toString()))
                    .append('\n'));
        }
        return out.toString();
    }

    private static String line(String key, String value) {
        return key + ": " + value + "\n";
    }

    private static void range(StringBuilder out, RangeAxis axis) {
        Range range = axis.range();
        String key = "axes." + axis.key();
        out.append(line(key + ".from", new Amount(range.from(), range.unit()).text()));
        out.append(line(key + ".to", new Amount(range.to(), range.unit()).text()));
        out.append(line(key + ".scale", range.scale().label()));
    }

    private static String list(List<String> values) {
        return values.stream().map(SweepWriter::item).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A list keeps its brackets. */
    private static String item(String value) {
        return value.startsWith("[") ? value : ScenarioWriter.quote(value);
    }
}
