package glia.cli.scenario;

import glia.core.config.Written;
import java.nio.file.Path;
import java.util.Map;

/**
 * A scenario as it is written, before values are put over it.
 *
 * @param name for folders and headings
 * @param source the name of a shipped one, or the path of its file as it was found
 * @param folder of the file; paths in it are looked for there first
 * @param given its values
 */
public record ScenarioFile(String name, String source, Path folder, Map<String, Written> given) {
    /** Reads a shipped scenario or a file. */
    public static ScenarioFile read(String nameOrPath) {
        return read(nameOrPath, Path.of(""));
    }

    /** As {@link #read(String)}, where a relative path is looked for in a folder first. */
    public static ScenarioFile read(String nameOrPath, Path beside) {
        Sources.Source found = Sources.find("scenario", "scenarios", Scenario.names(), nameOrPath, beside);
        Path parent = Path.of(found.name()).getParent();
        return new ScenarioFile(
                plainName(nameOrPath),
                Scenario.names().contains(nameOrPath) ? nameOrPath : found.name(),
                parent == null ? Path.of("") : parent,
                YamlReader.read(found.text(), found.name()));
    }

    /** The name of a file without its folder and ending. */
    public static String plainName(String nameOrPath) {
        String file = nameOrPath.substring(Math.max(nameOrPath.lastIndexOf('/'), nameOrPath.lastIndexOf('\\')) + 1);
        return file.endsWith(".yaml") ? file.substring(0, file.length() - 5) : file;
    }
}
