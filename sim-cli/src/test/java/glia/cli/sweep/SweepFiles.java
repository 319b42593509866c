package glia.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.cli.command.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small sweeps for tests, run in this process. */
final class SweepFiles {
    static final List<String> TABLES = List.of("results.csv", "results.parquet");

    private SweepFiles() {}

    /** Writes the file of a sweep. */
    static Path file(Path folder, String... lines) throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file;
    }

    /** Reads a sweep of some lines. */
    static Sweep sweep(Path folder, String... lines) throws IOException {
        return Sweep.read(file(folder, lines));
    }

    /** A sweep of the scenario tiny with some more lines. */
    static String[] tiny(String... lines) {
        List<String> all = new ArrayList<>(List.of("scenario: tiny", "set: {run.epochs: 0.1}"));
        all.addAll(Arrays.asList(lines));
        return all.toArray(String[]::new);
    }

    /** Runs a sweep without a word; answers its exit code. */
    static int run(Path file, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("sweep", file.toString(), "--quiet", "--out", out.toString()));
        arguments.addAll(Arrays.asList(more));
        return Commands.run(arguments.toArray(String[]::new));
    }

    /** The results of two folders are the same to the last byte. */
    static void assertSameResults(Path expected, Path folder) throws IOException {
        assertEquals(
                Files.readString(expected.resolve("results.csv")), Files.readString(folder.resolve("results.csv")));
        for (String table : TABLES) {
            assertArrayEquals(
                    Files.readAllBytes(expected.resolve(table)), Files.readAllBytes(folder.resolve(table)), table);
        }
    }
}
