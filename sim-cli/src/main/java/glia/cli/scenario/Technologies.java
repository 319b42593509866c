package glia.cli.scenario;

import glia.chip.build.Technology;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Technology tables: a YAML file with a name, {@code actions} (for each action an energy, a latency and an interval),
 * {@code staticPower}, {@code clockEnergy} and {@code gatedPower} (for each kind of block) and {@code area} (for each part), every
 * figure with value, grade and source. Interval is as latency if left out.
 */
public final class Technologies {
    private static final List<String> SHIPPED = List.of(
            "rram-32nm",
            "rram-65nm",
            "isaac-32nm",
            "neurosim-agsi-32nm",
            "sram-cim-65nm",
            "sram-cim-22nm",
            "sram-7nm",
            "loihi-14nm");

    /**
     * A table as read.
     *
     * @param technology the figures
     * @param description what the table says of itself
     * @param text the file, for provenance
     */
    public record Read(Technology technology, String description, String text) {}

    /** Tables that were read before: thousands of scenarios may ask for the same. */
    private static final Map<Sources.Source, Read> KNOWN = new ConcurrentHashMap<>();

    private Technologies() {}

    /** The names of the tables that come with Glia. */
    public static List<String> names() {
        return SHIPPED;
    }

    /** The technology of a shipped name or a file. */
    public static Technology named(String nameOrPath) {
        return read(nameOrPath).technology();
    }

    /** The table of a shipped name or a file. */
    public static Read read(String nameOrPath) {
        return find(nameOrPath, Path.of(""));
    }

    /**
     * The technology of a shipped name or a file, with its text; incomplete tables are refused by the missing figure's name.
     *
     * @param base a folder to look for a relative path in before the present one
     */
    static Read find(String nameOrPath, Path base) {
        return KNOWN.computeIfAbsent(source(nameOrPath, base), Technologies::complete);
    }

    private static Read complete(Sources.Source found) {
        TechnologyReader reader = new TechnologyReader(found.name());
        Technology technology = reader.read(YamlReader.read(found.text(), found.name()));
        if (!reader.complaints().isEmpty()) {
            throw reader.complaints().get(0);
        }
        return new Read(technology, reader.description(), found.text());
    }

    /** All that is wrong with the table of a shipped name or a file, a line each; none, if it can be used. */
    public static List<String> complaints(String nameOrPath) {
        Sources.Source found = source(nameOrPath, Path.of(""));
        TechnologyReader reader = new TechnologyReader(found.name());
        reader.read(YamlReader.read(found.text(), found.name()));
        return reader.complaints().stream()
                .map(InputException::getMessage)
                .map(String::valueOf)
                .toList();
    }

    private static Sources.Source source(String nameOrPath, Path base) {
        return Sources.find("technology", "technologies", SHIPPED, nameOrPath, base);
    }
}
