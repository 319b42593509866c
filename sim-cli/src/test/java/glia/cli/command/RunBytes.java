package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files of a run, to be compared byte for byte; of wall time alone nothing is kept. */
final class RunBytes {
    private static final String WALL_TIME =
            "\"(wallSeconds|trainingSeconds|samplesPerSecond|deliveriesPerSecond)\" : [^,\\n]*";

    private RunBytes() {}

    /** The files of a folder by name. */
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                String name = file.getFileName().toString();
                files.put(name, name.equals("summary.json") ? text.replaceAll(WALL_TIME, "") : text);
            }
        }
        return files;
    }

    /** Fails with the names of files that differ. */
    static void assertSame(Path expected, Path actual) throws IOException {
        Map<String, String> one = of(expected);
        Map<String, String> other = of(actual);
        assertEquals(one.keySet(), other.keySet());
        one.forEach((name, text) -> assertEquals(text, other.get(name), name));
    }
}
