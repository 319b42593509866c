package glia.cli.scenario;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Texts that come with Glia by name, or from files. */
public final class Sources {
    private static final long LARGEST = 10_000_000;

    /**
     * A text.
     *
     * @param name what complaints call it
     * @param text what it says
     */
    record Source(String name, String text) {}

    private Sources() {}

    /**
     * Reads a shipped text or a file.
     *
     * @param what what was looked for, as a complaint says it
     * @param folder of the shipped ones
     * @param shipped their names
     * @param base a folder to look for a relative path in before the present one
     */
    static Source find(String what, String folder, List<String> shipped, String nameOrPath, Path base) {
        if (shipped.contains(nameOrPath)) {
            return new Source(nameOrPath + ".yaml", shipped(folder, nameOrPath));
        }
        Path path = existing(nameOrPath, base)
                .orElseThrow(() -> new InputException(what + " " + nameOrPath + " is neither a file nor one of "
                        + String.join(", ", shipped) + NearestName.hint(nameOrPath, shipped)));
        return new Source(path.toString(), file(path));
    }

    /** Reads a file that does not come with Glia; {@code what} is what a complaint calls it. */
    public static String read(String what, Path path) {
        if (!Files.exists(path)) {
            throw new InputException(path + ": is not there; expected " + what);
        }
        return file(path);
    }

    /** Whether {@link #find} finds a name or path. */
    static boolean isThere(List<String> shipped, String nameOrPath, Path base) {
        return shipped.contains(nameOrPath) || existing(nameOrPath, base).isPresent();
    }

    /** The file of a name, in a folder or in the present one. */
    static Optional<Path> existing(String nameOrPath, Path base) {
        Optional<Path> beside = path(nameOrPath).map(base::resolve).filter(Files::exists);
        return beside.isPresent() ? beside : path(nameOrPath).filter(Files::exists);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /** A text that comes with Glia. */
    public static String shipped(String folder, String name) {
        String resource = "/glia/cli/" + folder + "/" + name + ".yaml";
        try (InputStream in = Sources.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("the resource " + resource + " cannot be read", broken);
        }
    }

    private static String file(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new InputException(path + ": is a folder; expected a YAML file");
            }
            if (Files.size(path) > LARGEST) {
                throw new InputException(path + ": is larger than " + LARGEST + " bytes; expected a YAML file");
            }
            return Files.readString(path);
        } catch (MalformedInputException binary) {
            throw new InputException(path + ": is not UTF-8 text; expected a YAML file");
        } catch (IOException broken) {
            throw new InputException(
                    path + ": cannot be read (" + broken.getClass().getSimpleName() + ")");
        }
    }
}
