package glia.cli.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where sets lie on this machine.
 *
 * @param cache the folder that holds a folder for each set
 */
public record DataFolders(Path cache) {
    /** By GLIA_CACHE, else XDG_CACHE_HOME, else .cache in the home folder; below it glia/data. */
    public static DataFolders of(Map<String, String> environment, Path home) {
        Path base = Stream.of("GLIA_CACHE", "XDG_CACHE_HOME")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .findFirst()
                .orElse(home.resolve(".cache"));
        return new DataFolders(base.resolve("glia").resolve("data"));
    }

    /** Those of this user. */
    public static DataFolders ofThisUser() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /** The folder of a set: the one given, or the folder of that name in it; if none is given, in the cache. */
    public Path folder(String name, Optional<Path> given) {
        Path inGiven = given.orElse(cache).resolve(name);
        return given.isPresent() && !Files.isDirectory(inGiven) ? given.get() : inGiven;
    }
}
