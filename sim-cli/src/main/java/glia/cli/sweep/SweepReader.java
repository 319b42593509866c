package glia.cli.sweep;

import glia.cli.scenario.DevicePresets;
import glia.cli.scenario.Scenario;
import glia.cli.scenario.ScenarioFile;
import glia.cli.scenario.ScenarioKeys;
import glia.cli.scenario.Sources;
import glia.cli.scenario.YamlReader;
import glia.core.config.InputException;
import glia.core.config.Key;
import glia.core.config.NearestName;
import glia.core.config.Position;
import glia.core.config.ValueType;
import glia.core.config.Written;
import glia.learning.train.LearningRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the file of a sweep; every complaint has its place in the file. */
final class SweepReader {
    /** The most points of a sweep. */
    static final int MOST_POINTS = 1_000_000;

    private static final String SET = "set.";
    private static final String CONSTRAINTS = "constraints";
    private static final List<String> TOP =
            List.of("name", "scenario", "method", "count", "seed", "set", "axes", "zip", CONSTRAINTS);
    private static final List<String> METHODS = List.of("grid", "random", "latin-hypercube");
    private static final ValueType COUNT = ValueType.whole(1, MOST_POINTS);
    private static final ValueType SEED = ValueType.whole(0, Long.MAX_VALUE);

    private final Path file;
    private final Map<String, YamlReader.Listed> values;

    SweepReader(Path file) {
        this.file = file;
        values = YamlReader.readLists(text(file), file.toString());
    }

    /** Of a file, or of a sweep that comes with Glia where there is no such file. */
    private static String text(Path file) {
        if (!Files.exists(file) && Sweep.names().contains(file.toString())) {
            return Sources.shipped("sweeps", file.toString());
        }
        return Sources.read("a YAML file that describes a sweep, or one of " + String.join(", ", Sweep.names()), file);
    }

    /** The sweep, with at least one point. */
    Sweep read() {
        checkNames();
        ScenarioFile scenario = scenario();
        Map<String, Written> set = set();
        Scenario base = Scenario.load(scenario, set);
        Map<String, Key> keys = keys(base);
        String method = value("method", ValueType.choice(METHODS), "grid");
        List<Axis> axes = new AxisReader(values, keys, method.equals("grid")).read();
        if (axes.isEmpty()) {
            throw new InputException(Position.of(file.toString()), "has no axes; expected at least one");
        }
        checkKeys(axes, set.keySet());
        List<Constraint> constraints = constraints(keys);
        Points points = points(base, keys, axes, design(method, axes), constraints);
        Map<String, String> fixed = new LinkedHashMap<>();
        set.forEach((key, written) -> fixed.put(key, written.toString()));
        String name = value("name", ValueType.name("a name"), plainName());
        return new Sweep(
                name,
                scenario,
                base,
                fixed,
                axes,
                points,
                SweepWriter.write(head(name, scenario, method), fixed, axes, constraints));
    }

    private String plainName() {
        return ScenarioFile.plainName(String.valueOf(file.getFileName())).replaceAll("[^\\w.-]", "-");
    }

    private Map<String, String> head(String name, ScenarioFile scenario, String method) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("name", name);
        boolean shipped = Scenario.names().contains(scenario.source());
        head.put(
                "scenario",
                shipped
                        ? scenario.source()
                        : Path.of(scenario.source())
                                .toAbsolutePath()
                                .normalize()
                                .toString());
        head.put("method", method);
        if (!method.equals("grid")) {
            head.put("count", value("count", COUNT, ""));
            head.put("seed", value("seed", SEED, "1"));
        }
        return head;
    }

    private void checkNames() {
        values.forEach((name, value) -> {
            String first = name.split("\\.")[0];
            if (!TOP.contains(first)) {
                throw new InputException(
                        value.keyPosition(),
                        "unknown key " + first + NearestName.hint(first, TOP) + "; there are "
                                + String.join(", ", TOP));
            }
            boolean section = List.of("set", "axes", "zip").contains(first);
            boolean empty =
                    value.items().size() == 1 && value.items().get(0).toString().isEmpty();
            if (section == name.equals(first) && !(section && empty)) {
                throw new InputException(
                        value.keyPosition(), first + (section ? " should hold keys with values" : " holds no keys"));
            }
        });
    }

    private ScenarioFile scenario() {
        YamlReader.Listed written = Optional.ofNullable(values.get("scenario"))
                .orElseThrow(() -> new InputException(
                        Position.of(file.toString()),
                        "has no scenario; expected a shipped one (" + String.join(", ", Scenario.names())
                                + ") or a YAML file"));
        Path parent = file.toAbsolutePath().normalize().getParent();
        try {
            return ScenarioFile.read(single("scenario", written), parent == null ? Path.of("") : parent);
        } catch (InputException wrong) {
            String said = String.valueOf(wrong.getMessage());
            throw said.startsWith("scenario ") ? new InputException(written.position(), said) : wrong;
        }
    }

    private static String single(String name, YamlReader.Listed value) {
        if (value.list()) {
            throw new InputException(value.position(), name + " is a list; expected one value");
        }
        return value.items().get(0).toString();
    }

    private String value(String name, ValueType type, String standard) {
        YamlReader.Listed written = values.get(name);
        if (written == null && standard.isEmpty()) {
            throw new InputException(Position.of(file.toString()), "has no " + name + "; expected " + type.expected());
        }
        String text = written == null ? standard : single(name, written);
        try {
            Object unused = type.parser().apply(List.of(text));
            return text;
        } catch (IllegalArgumentException wrong) {
            Position place = written == null ? Position.of(file.toString()) : written.position();
            throw new InputException(place, name + " is " + text + "; expected " + wrong.getMessage());
        }
    }

    private Map<String, Written> set() {
        Map<String, Written> set = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(SET)) {
                String key = name.substring(SET.length());
                refuseThreads(key, value.keyPosition());
                List<String> items =
                        value.items().stream().map(Written::toString).toList();
                set.put(key, new Written(items, value.list(), value.keyPosition(), value.position()));
            }
        });
        return set;
    }

    private static void refuseThreads(String key, Position place) {
        if (key.equals(Sweep.THREADS)) {
            throw new InputException(place, key + " is 1 in a sweep; how many points run at once says --threads");
        }
    }

    /** The keys of every learning rule that occurs. */
    private Map<String, Key> keys(Scenario base) {
        Map<String, Key> keys = new LinkedHashMap<>();
        Set<LearningRules> rules = new LinkedHashSet<>(List.of(base.rules()));
        values.forEach((name, value) -> {
            if (name.endsWith(".learning.rule") && !name.startsWith(SET)) {
                value.items().stream()
                        .map(Written::toString)
                        .filter(LearningRules.names()::contains)
                        .forEach(rule -> rules.add(LearningRules.named(rule)));
            }
        });
        keys.put(DevicePresets.SHORT.name(), DevicePresets.SHORT);
        rules.forEach(rule -> ScenarioKeys.of(rule).forEach(key -> keys.putIfAbsent(key.name(), key)));
        return keys;
    }

    private void checkKeys(List<Axis> axes, Set<String> fixed) {
        Set<String> seen = new LinkedHashSet<>();
        for (Axis axis : axes) {
            for (String key : axis.keys()) {
                Position place = values.entrySet().stream()
                        .filter(each ->
                                !each.getKey().startsWith(SET) && each.getKey().contains("." + key))
                        .reduce((first, second) -> second)
                        .map(each -> each.getValue().keyPosition())
                        .orElse(Position.of(file.toString()));
                refuseThreads(key, place);
                if (fixed.contains(key)) {
                    throw new InputException(place, key + " is an axis, but set gives it a value too");
                }
                if (!seen.add(key)) {
                    throw new InputException(place, key + " is on two axes; expected it on one");
                }
            }
        }
    }

    private List<Constraint> constraints(Map<String, Key> keys) {
        YamlReader.Listed written = values.get(CONSTRAINTS);
        return written == null
                ? List.of()
                : written.items().stream()
                        .filter(item -> !item.toString().isEmpty())
                        .map(item -> Constraint.parse(item, keys))
                        .toList();
    }

    private Design design(String method, List<Axis> axes) {
        if (method.equals("grid")) {
            for (String name : List.of("count", "seed")) {
                YamlReader.Listed written = values.get(name);
                if (written != null) {
                    throw new InputException(
                            written.keyPosition(),
                            name + " has no meaning for a grid; expected method random or" + " latin-hypercube, or no "
                                    + name);
                }
            }
            return grid(axes);
        }
        int count = Integer.parseInt(value("count", COUNT, ""));
        long seed = Long.parseLong(value("seed", SEED, "1"));
        return method.equals("random") ? new RandomDesign(axes, count, seed) : new LatinHypercube(axes, count, seed);
    }

    private Grid grid(List<Axis> axes) {
        List<ListAxis> lists = new ArrayList<>();
        axes.forEach(axis -> lists.add((ListAxis) axis));
        double size = lists.stream().mapToDouble(axis -> axis.rows().size()).reduce(1, (a, b) -> a * b);
        if (size > MOST_POINTS) {
            throw new InputException(
                    Position.of(file.toString()),
                    String.format(Locale.ROOT, "the grid has %.0f points; expected at most %d", size, MOST_POINTS));
        }
        return new Grid(lists);
    }

    private Points points(
            Scenario base, Map<String, Key> keys, List<Axis> axes, Design design, List<Constraint> constraints) {
        Map<String, String> standard = new LinkedHashMap<>();
        keys.forEach((name, key) -> standard.put(name, key.standard()));
        base.settings()
                .keys()
                .forEach(key -> standard.put(key.name(), base.settings().text(key.name())));
        List<String> names = axes.stream().flatMap(axis -> axis.keys().stream()).toList();
        Points points = Points.of(names, design, values -> {
            UnaryOperator<String> value = key -> String.valueOf(values.getOrDefault(key, standard.get(key)));
            return constraints.stream().allMatch(constraint -> constraint.holds(value));
        });
        YamlReader.Listed written = values.get(CONSTRAINTS);
        if (points.count() == 0 && written != null) {
            throw new InputException(
                    written.position(),
                    "no point is left: none of " + points.leftOut() + " meets "
                            + (constraints.size() == 1 ? "the constraint" : "all constraints"));
        }
        return points;
    }
}
