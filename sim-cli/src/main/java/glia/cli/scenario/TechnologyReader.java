package glia.cli.scenario;

import glia.chip.ChipAction;
import glia.chip.build.AreaPart;
import glia.chip.build.BlockKind;
import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.Technology;
import glia.core.config.Dimension;
import glia.core.config.InputException;
import glia.core.config.NearestName;
import glia.core.config.Position;
import glia.core.config.ValueType;
import glia.core.config.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads one technology table, and keeps everything that is wrong with it. */
final class TechnologyReader {
    private static final String ACTIONS = "actions";
    /** No single action takes more seconds, no block more watts; of picojoules, a write pulse may take a million. */
    private static final BigDecimal MOST_BASE = BigDecimal.valueOf(1000);

    private static final BigDecimal MOST_PICOJOULES = new BigDecimal("1000000000000");
    /** A wafer's worth. */
    private static final BigDecimal MOST_SQUARE_MICROMETRES = new BigDecimal("100000000000");

    private static final Map<String, Dimension> OF_ACTIONS =
            new TreeMap<>(Map.of("energy", Dimension.ENERGY, "latency", Dimension.TIME, "interval", Dimension.TIME));

    /** Actions whose price and time depend on a resolution. */
    private static final List<String> RESOLVED =
            List.of(ChipAction.DAC_CONVERSION.name(), ChipAction.ADC_CONVERSION.name());

    private static final ValueType BITS = ValueType.whole(1, 64);

    private record Section(String what, List<String> names, Dimension dimension) {}

    private static final Map<String, Section> SECTIONS = Map.of(
            "staticPower", new Section("kind of block", BlockKind.labels(), Dimension.POWER),
            "clockEnergy", new Section("kind of block", BlockKind.labels(), Dimension.ENERGY),
            "gatedPower", new Section("kind of block", BlockKind.labels(), Dimension.POWER),
            "area", new Section("part", AreaPart.labels(), Dimension.AREA));

    private final String source;
    private final Map<String, Map<String, Figure>> figures = new TreeMap<>();
    private final Map<String, Integer> bits = new TreeMap<>();
    private final List<InputException> complaints = new ArrayList<>();
    private String name = "";
    private String description = "";

    TechnologyReader(String source) {
        this.source = source;
    }

    /** Reads the values of a table; what is wrong is kept for {@link #complaints}. */
    Technology read(Map<String, Written> values) {
        Technology technology = readPart(values);
        technology
                .missing()
                .forEach(figure -> complaints.add(new InputException(Position.of(source), "lacks the " + figure)));
        if (name.isBlank()) {
            complaints.add(new InputException(Position.of(source), "has no name"));
        }
        return technology;
    }

    /** As {@link #read}, of a table that may lack figures and a name. */
    Technology readPart(Map<String, Written> values) {
        Map<String, Map<String, Written>> groups = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            int split = key.lastIndexOf('.');
            groups.computeIfAbsent(split < 0 ? "" : key.substring(0, split), group -> new LinkedHashMap<>())
                    .put(key.substring(split + 1), value);
        });
        groups.forEach(this::readGroup);
        Map<String, Figure> intervals = new TreeMap<>(table("latency"));
        intervals.putAll(table("interval"));
        return new Technology(
                name,
                table("energy"),
                table("latency"),
                intervals,
                new Technology.Blocks(table("staticPower"), table("clockEnergy"), table("gatedPower")),
                table("area"),
                bits);
    }

    /** What is wrong, in the order of the file, then what is missing. */
    List<InputException> complaints() {
        return complaints;
    }

    /** What the table says of itself. */
    String description() {
        return description;
    }

    private Map<String, Figure> table(String kind) {
        return figures.getOrDefault(kind, Map.of());
    }

    private void readGroup(String group, Map<String, Written> fields) {
        try {
            if (group.isEmpty()) {
                readHead(fields);
            } else {
                readFigure(group, fields);
            }
        } catch (InputException wrong) {
            complaints.add(wrong);
        }
    }

    private void readFigure(String group, Map<String, Written> fields) {
        List<String> path = new ArrayList<>(List.of(group.split("\\.")));
        Position position = fields.values().iterator().next().keyPosition();
        Section section = SECTIONS.get(path.get(0));
        if (path.size() == 3 && path.get(0).equals(ACTIONS)) {
            check(
                    path.get(1),
                    Arrays.stream(ChipAction.values()).map(Enum::name).toList(),
                    "action",
                    position);
            check(path.get(2), List.copyOf(OF_ACTIONS.keySet()), "figure", position);
            Dimension dimension = OF_ACTIONS.getOrDefault(path.get(2), Dimension.TIME);
            put(path.get(2), path.get(1), figure(group, fields, dimension, position));
        } else if (path.size() == 2 && path.get(0).equals(ACTIONS) && fields.containsKey("bits")) {
            readBits(group, path.get(1), fields);
        } else if (path.size() == 2 && section != null) {
            check(path.get(1), section.names(), section.what(), position);
            put(path.get(0), path.get(1), figure(group, fields, section.dimension(), position));
        } else {
            String key = group + "." + fields.keySet().iterator().next();
            throw new InputException(
                    position,
                    "unknown key " + key
                            + "; expected name, description, actions.ACTION.energy, .latency, .interval or .bits,"
                            + " staticPower.KIND, clockEnergy.KIND, gatedPower.KIND or area.PART, each with value, grade and"
                            + " source");
        }
    }

    private void readBits(String group, String action, Map<String, Written> fields) {
        fields.forEach((key, value) -> check(key, List.of("bits"), "key", value.keyPosition()));
        Written value = fields.values().iterator().next();
        if (!RESOLVED.contains(action)) {
            throw new InputException(
                    value.keyPosition(), action + " has no bits; expected them of " + String.join(" or ", RESOLVED));
        }
        try {
            bits.put(action, ((Long) BITS.parser().apply(List.of(value.toString()))).intValue());
        } catch (IllegalArgumentException wrong) {
            throw new InputException(
                    value.position(), group + ".bits is " + value + "; expected " + wrong.getMessage());
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
            } else {
                description = value.toString();
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
        check(grade.toString(), Grade.labels(), "grade", grade.position());
        if (origin.toString().isBlank()) {
            throw new InputException(origin.position(), group + ".source is empty; expected where the figure is from");
        }
        return new Figure(
                quantity(group, value, dimension),
                origin.toString(),
                Grade.valueOf(grade.toString().toUpperCase(Locale.ROOT)));
    }

    private static BigDecimal quantity(String group, Written value, Dimension dimension) {
        BigDecimal most = switch (dimension) {
            case ENERGY -> MOST_PICOJOULES;
            case AREA -> MOST_SQUARE_MICROMETRES;
            default -> MOST_BASE;
        };
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
}
