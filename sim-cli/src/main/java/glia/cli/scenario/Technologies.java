package glia.cli.scenario;

import glia.chip.ChipAction;
import glia.chip.build.BlockKind;
import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.Technology;
import glia.core.config.Dimension;
import glia.core.config.InputException;
import glia.core.config.NearestName;
import glia.core.config.Position;
import glia.core.config.Written;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Technology tables: a YAML file with a name, {@code actions} (for each action an energy, a latency and an interval) and
 * {@code staticPower} (for each kind of block), every figure with value, grade and source. Interval is as latency if left out.
 */
public final class Technologies {
    private static final String STATIC = "staticPower";
    /** No single action takes more seconds, no block more watts; of picojoules, a write pulse may take a million. */
    private static final BigDecimal MOST_BASE = BigDecimal.valueOf(1000);

    private static final BigDecimal MOST_PICOJOULES = new BigDecimal("1000000000000");
    private static final List<String> SHIPPED = List.of("rram-32nm");
    private static final List<String> GRADES =
            Arrays.stream(Grade.values()).map(Technologies::word).toList();

    /**
     * A table as read.
     *
     * @param technology the figures
     * @param text the file, for provenance
     */
    public record Read(Technology technology, String text) {}

    private final String source;
    private final Map<String, Map<String, Figure>> figures = new TreeMap<>();
    private String name = "";

    private Technologies(String source) {
        this.source = source;
        List.of("energy", "latency", "interval", STATIC).forEach(kind -> figures.put(kind, new TreeMap<>()));
    }

    /** The names of the tables that come with Glia. */
    public static List<String> names() {
        return SHIPPED;
    }

    /** The technology of a shipped name or a file. */
    public static Technology named(String nameOrPath) {
        return find(nameOrPath, Path.of("")).technology();
    }

    /**
     * The technology of a shipped name or a file, with its text; incomplete tables are refused by the missing figure's name.
     *
     * @param base a folder to look for a relative path in before the present one
     */
    static Read find(String nameOrPath, Path base) {
        Sources.Source found = Sources.find("technology", "technologies", SHIPPED, nameOrPath, base);
        Technology technology = new Technologies(found.name()).read(YamlReader.read(found.text(), found.name()));
        List<String> missing = technology.missing();
        if (!missing.isEmpty()) {
            throw new InputException(Position.of(found.name()), "lacks the " + missing.get(0));
        }
        if (technology.name().isBlank()) {
            throw new InputException(Position.of(found.name()), "has no name");
        }
        return new Read(technology, found.text());
    }

    private Technology read(Map<String, Written> values) {
        Map<String, Map<String, Written>> groups = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            int split = key.lastIndexOf('.');
            groups.computeIfAbsent(split < 0 ? "" : key.substring(0, split), group -> new LinkedHashMap<>())
                    .put(key.substring(split + 1), value);
        });
        groups.forEach(this::readGroup);
        Map<String, Figure> intervals = new TreeMap<>(table("latency"));
        intervals.putAll(table("interval"));
        return new Technology(name, table("energy"), table("latency"), intervals, table(STATIC));
    }

    private Map<String, Figure> table(String kind) {
        return figures.getOrDefault(kind, Map.of());
    }

    private void readGroup(String group, Map<String, Written> fields) {
        List<String> path = new ArrayList<>(List.of(group.split("\\.")));
        Position position = fields.values().iterator().next().keyPosition();
        if (group.isEmpty()) {
            readHead(fields);
        } else if (path.size() == 3 && path.get(0).equals("actions")) {
            check(
                    path.get(1),
                    Arrays.stream(ChipAction.values()).map(Enum::name).toList(),
                    "action",
                    position);
            check(path.get(2), List.of("energy", "latency", "interval"), "figure", position);
            Dimension dimension = path.get(2).equals("energy") ? Dimension.ENERGY : Dimension.TIME;
            put(path.get(2), path.get(1), figure(group, fields, dimension, position));
        } else if (path.size() == 2 && path.get(0).equals(STATIC)) {
            check(path.get(1), BlockKind.labels(), "kind of block", position);
            put(STATIC, path.get(1), figure(group, fields, Dimension.POWER, position));
        } else {
            String key = group + "." + fields.keySet().iterator().next();
            throw new InputException(
                    position,
                    "unknown key " + key + "; expected name, description, actions.ACTION.energy, .latency or .interval,"
                            + " or staticPower.KIND, each with value, grade and source");
        }
    }

    private void put(String kind, String key, Figure figure) {
        figures.computeIfAbsent(kind, unused -> new TreeMap<>()).put(key, figure);
    }

    private void readHead(Map<String, Written> fields) {
        fields.forEach((key, value) -> {
            check(key, List.of("name", "description"), "key", value.keyPosition());
            if (key.equals("name")) {
                name = value.toString();
            }
        });
    }

    private static void check(String word, List<String> valid, String what, Position position) {
        if (!valid.contains(word)) {
            throw new InputException(position, "unknown " + what + " " + word + NearestName.hint(word, valid));
        }
    }

    private Figure figure(String group, Map<String, Written> fields, Dimension dimension, Position position) {
        fields.forEach((key, value) -> check(key, List.of("value", "grade", "source"), "key", value.keyPosition()));
        Written value = field(group, fields, "value", position);
        Written grade = field(group, fields, "grade", position);
        Written origin = field(group, fields, "source", position);
        check(grade.toString(), GRADES, "grade", grade.position());
        if (origin.toString().isBlank()) {
            throw new InputException(origin.position(), group + ".source is empty; expected where the figure is from");
        }
        return new Figure(
                quantity(group, value, dimension),
                origin.toString(),
                Grade.valueOf(grade.toString().toUpperCase(Locale.ROOT)));
    }

    private static BigDecimal quantity(String group, Written value, Dimension dimension) {
        BigDecimal most = dimension == Dimension.ENERGY ? MOST_PICOJOULES : MOST_BASE;
        try {
            BigDecimal quantity = dimension.parse(value.toString());
            if (quantity.signum() >= 0 && quantity.compareTo(most) <= 0) {
                return quantity;
            }
        } catch (IllegalArgumentException wrong) {
            throw new InputException(
                    value.position(), group + ".value is " + value + "; expected " + wrong.getMessage());
        }
        throw new InputException(
                value.position(),
                group + ".value is " + value + "; expected 0 to " + most.toPlainString() + " " + dimension.base());
    }

    private Written field(String group, Map<String, Written> fields, String key, Position position) {
        Written value = fields.get(key);
        if (value == null) {
            throw new InputException(position, group + " has no " + key + " in " + source);
        }
        return value;
    }

    private static String word(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }
}
