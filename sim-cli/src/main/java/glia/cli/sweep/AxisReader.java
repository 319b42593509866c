package glia.cli.sweep;

import glia.cli.scenario.YamlReader;
import glia.core.config.InputException;
import glia.core.config.Key;
import glia.core.config.NearestName;
import glia.core.config.Position;
import glia.core.config.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the axes of a sweep: those of one key each, and those of keys that move together. */
final class AxisReader {
    private static final String AXES = "axes.";
    private static final String ZIP = "zip.";

    private final Map<String, YamlReader.Listed> values;
    private final Map<String, Key> keys;
    private final boolean grid;

    /** Reads for a grid, or for draws, where ranges need no steps. */
    AxisReader(Map<String, YamlReader.Listed> values, Map<String, Key> keys, boolean grid) {
        this.values = values;
        this.keys = keys;
        this.grid = grid;
    }

    /** The axes, in the order in which they begin in the file. */
    List<Axis> read() {
        values.forEach(this::checkName);
        Map<String, Axis> axes = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(AXES)) {
                String key = keyOf(name.substring(AXES.length()), value);
                axes.computeIfAbsent(AXES + key, first -> axis(first, key, grid));
            } else if (name.startsWith(ZIP)) {
                axes.computeIfAbsent(ZIP + name.split("\\.")[1], first -> zip(first + "."));
            }
        });
        return new ArrayList<>(axes.values());
    }

    private void checkName(String name, YamlReader.Listed value) {
        if (name.startsWith(AXES)) {
            keyOf(name.substring(AXES.length()), value);
        }
        String zipped = name.startsWith(ZIP) ? name.substring(ZIP.length()) : "";
        if (keys.containsKey(zipped)) {
            throw new InputException(
                    value.keyPosition(),
                    "zip holds groups of keys that move together; expected a group around " + zipped
                            + ", such as zip: {shape: {" + zipped + ": [...]}}");
        }
        if (zipped.contains(".")) {
            keyOf(zipped.substring(zipped.indexOf('.') + 1), value);
        }
    }

    /** The key of a list or of a part of a range. */
    private String keyOf(String name, YamlReader.Listed value) {
        int dot = name.lastIndexOf('.');
        boolean part = dot > 0 && RangeReader.FIELDS.contains(name.substring(dot + 1));
        String key = part && !keys.containsKey(name) ? name.substring(0, dot) : name;
        if (keys.containsKey(key)) {
            return key;
        }
        if (dot > 0 && keys.containsKey(name.substring(0, dot))) {
            String field = name.substring(dot + 1);
            throw new InputException(
                    value.keyPosition(),
                    "unknown key " + field + " of a range" + NearestName.hint(field, RangeReader.FIELDS)
                            + "; there are " + String.join(", ", RangeReader.FIELDS));
        }
        throw new InputException(
                value.keyPosition(), "unknown scenario key " + key + NearestName.hint(key, keys.keySet()));
    }

    private Axis zip(String prefix) {
        List<String> zipped = new ArrayList<>();
        List<List<String>> columns = new ArrayList<>();
        for (Map.Entry<String, YamlReader.Listed> entry : values.entrySet()) {
            if (entry.getKey().startsWith(prefix)) {
                String key = keyOf(entry.getKey().substring(prefix.length()), entry.getValue());
                if (!zipped.contains(key)) {
                    zipped.add(key);
                    columns.add(((ListAxis) axis(prefix + key, key, true)).column(0));
                    checkLength(prefix, key, columns, entry.getValue().keyPosition());
                }
            }
        }
        if (zipped.size() < 2) {
            String group = prefix.substring(0, prefix.length() - 1);
            throw new InputException(
                    place(group),
                    group + " has " + zipped.size() + " key" + (zipped.size() == 1 ? "" : "s")
                            + "; expected two or more that move together");
        }
        return new ListAxis(
                zipped,
                IntStream.range(0, columns.get(0).size())
                        .mapToObj(i ->
                                columns.stream().map(column -> column.get(i)).toList())
                        .toList());
    }

    private static void checkLength(String prefix, String key, List<List<String>> columns, Position place) {
        int first = columns.get(0).size();
        int last = columns.get(columns.size() - 1).size();
        if (first != last) {
            throw new InputException(
                    place,
                    prefix + key + " has " + last + " values; expected " + first
                            + ", as the first key of the group has");
        }
    }

    private Position place(String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(name))
                .findFirst()
                .map(entry -> entry.getValue().keyPosition())
                .orElseThrow(() -> new IllegalStateException(name + " is not written"));
    }

    private Axis axis(String name, String key, boolean listed) {
        YamlReader.Listed written = values.get(name);
        if (written == null) {
            RangeReader range = new RangeReader(values, name);
            Axis axis = range.axis(key, listed);
            List<String> ends = range.ends();
            List<String> all = axis instanceof ListAxis list ? list.column(0) : ends;
            all.forEach(value -> check(key, Written.of(value, range.place())));
            return axis;
        }
        if (!written.list()) {
            throw new InputException(
                    written.position(),
                    key + " is " + written.items().get(0) + "; expected a list of values, or a range with from and to");
        }
        if (written.items().isEmpty()) {
            throw new InputException(written.position(), "the axis " + key + " is empty; expected at least one value");
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Written item : written.items()) {
            check(key, Written.of(item.toString(), item.position()));
            if (!texts.add(item.toString()) && !name.startsWith(ZIP)) {
                throw new InputException(item.position(), key + " has the value " + item + " twice; expected it once");
            }
        }
        return ListAxis.of(key, written.items().stream().map(Written::toString).toList());
    }

    /** Refuses what the key refuses. */
    private void check(String name, Written value) {
        Key key = keys.get(name);
        if (key == null) {
            throw new IllegalStateException("there is no key " + name);
        }
        try {
            if (value.list() && !key.type().list()) {
                throw new IllegalArgumentException(key.type().expected());
            }
            Object unused = key.type().parser().apply(value.items());
        } catch (IllegalArgumentException wrong) {
            throw new InputException(value.position(), name + " is " + value + "; expected " + wrong.getMessage());
        }
    }
}
