package glia.cli.run;

import glia.chip.build.Figure;
import glia.chip.build.Technology;
import glia.core.config.InputException;
import glia.core.config.Key;
import glia.core.config.Settings;
import glia.core.config.Written;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Finished runs beside each other, and what is not the same in all of them. */
public final class Comparison {
    private static final String TECHNOLOGY = "technology";

    private final List<Entry> entries;

    /**
     * A run among others.
     *
     * @param name the end of its path that no other one has
     * @param chip a number from 1, the same for chips and networks of the same keys
     * @param technology its name, with a number from 1 where tables of one name hold different figures
     * @param run what it says
     */
    public record Entry(String name, int chip, String technology, ComparedRun run) {}

    /**
     * A key that does not hold the same in all runs.
     *
     * @param key its name
     * @param values as written, in the order of the runs; "-" where a run has no such key
     */
    public record Difference(String key, List<String> values) {}

    private Comparison(List<Entry> entries) {
        this.entries = entries;
    }

    /** Reads two or more runs and puts them in an order. */
    public static Comparison read(List<Path> folders, RunOrder order) {
        Comparison comparison = of(folders, order);
        if (folders.size() < 2) {
            String given = folders.isEmpty() ? "no run to compare" : folders.get(0) + ": is the only run";
            throw new InputException(given + "; expected the folders of two or more");
        }
        return comparison;
    }

    /** Reads runs, one or more, and puts them in an order. */
    public static Comparison of(List<Path> folders, RunOrder order) {
        Map<Path, ComparedRun> runs = new LinkedHashMap<>();
        for (Path folder : folders) {
            MissingRun.check(folder, folders);
            if (runs.put(real(folder), ComparedRun.read(folder)) != null) {
                throw new InputException(folder + ": is given twice; expected different runs");
            }
        }
        return new Comparison(entries(order.sorted(runs.values())));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException unreadable) {
            return folder.toAbsolutePath().normalize();
        }
    }

    private static List<Entry> entries(List<ComparedRun> runs) {
        List<Path> paths = runs.stream()
                .map(run -> run.folder().toAbsolutePath().normalize())
                .toList();
        List<Map<String, Object>> chips =
                runs.stream().map(Comparison::chip).distinct().toList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            ComparedRun run = runs.get(i);
            int chip = chips.indexOf(chip(run)) + 1;
            entries.add(new Entry(name(paths.get(i), paths), chip, technology(run, runs), run));
        }
        return List.copyOf(entries);
    }

    private static String technology(ComparedRun run, List<ComparedRun> all) {
        String name = run.technology().name();
        List<List<Object>> tables = all.stream()
                .map(ComparedRun::technology)
                .filter(each -> each.name().equals(name))
                .map(Comparison::figures)
                .distinct()
                .toList();
        return tables.size() == 1 ? name : name + " (" + (tables.indexOf(figures(run.technology())) + 1) + ")";
    }

    private static List<Object> figures(Technology technology) {
        return List.of(prices(technology), times(technology), values(technology.areas()));
    }

    private static String name(Path path, List<Path> all) {
        for (int length = 1; length < path.getNameCount(); length++) {
            Path end = path.subpath(path.getNameCount() - length, path.getNameCount());
            if (all.stream().filter(each -> each.endsWith(end)).count() == 1) {
                return end.toString();
            }
        }
        return path.toString();
    }

    private static Map<String, Object> chip(ComparedRun run) {
        Map<String, Object> values = new TreeMap<>();
        for (Key key : run.settings().keys()) {
            if (isOfChip(key.name())) {
                value(run, key.name()).ifPresent(value -> values.put(key.name(), value));
            }
        }
        return values;
    }

    /** Whether a key describes chip or network. */
    public static boolean isOfChip(String key) {
        return key.startsWith("chip.") || key.startsWith("network.");
    }

    /** The runs in order. */
    public List<Entry> entries() {
        return entries;
    }

    /** Whether something is not the same in all runs. */
    private boolean differ(Function<ComparedRun, Object> something) {
        return entries.stream()
                        .map(entry -> something.apply(entry.run()))
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether energies or static powers of the technologies are not all the same. */
    public boolean pricesDiffer() {
        return differ(run -> prices(run.technology()));
    }

    /** Whether times of the technologies are not all the same. */
    public boolean timesDiffer() {
        return differ(run -> times(run.technology()));
    }

    private static List<Object> prices(Technology technology) {
        return List.of(
                values(technology.energies()),
                values(technology.blocks().leaking()),
                values(technology.blocks().clock()),
                values(technology.blocks().gated()));
    }

    private static List<Object> times(Technology technology) {
        return List.of(values(technology.latencies()), values(technology.intervals()));
    }

    private static Map<String, BigDecimal> values(Map<String, Figure> figures) {
        Map<String, BigDecimal> values = new TreeMap<>();
        figures.forEach((name, figure) -> values.put(name, figure.value().stripTrailingZeros()));
        return values;
    }

    /** The keys whose values, however written, are not the same in all runs, in the order of the scenario. */
    public List<Difference> differences() {
        return entries.stream()
                .flatMap(entry -> entry.run().settings().keys().stream())
                .map(Key::name)
                .distinct()
                .filter(key -> differ(run -> value(run, key)))
                .map(key -> new Difference(
                        key, entries.stream().map(entry -> text(entry, key)).toList()))
                .toList();
    }

    private static String text(Entry entry, String key) {
        if (key.equals(TECHNOLOGY)) {
            return entry.technology();
        }
        return key(entry.run(), key).isPresent() ? entry.run().settings().text(key) : "-";
    }

    private static Optional<Key> key(ComparedRun run, String name) {
        return run.settings().keys().stream()
                .filter(key -> key.name().equals(name))
                .findFirst();
    }

    private static Optional<Object> value(ComparedRun run, String name) {
        return name.equals(TECHNOLOGY)
                ? Optional.of(List.of(run.technology().name(), figures(run.technology())))
                : key(run, name).map(key -> parsed(run.settings(), key));
    }

    private static Object parsed(Settings settings, Key key) {
        String text = settings.text(key.name());
        List<String> items = settings.isList(key.name())
                ? Written.of(text, settings.position(key.name())).items()
                : List.of(text);
        Object value = key.type().parser().apply(items);
        return value instanceof BigDecimal quantity ? quantity.stripTrailingZeros() : value;
    }
}
