package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sweep says, and when it refuses to go on. */
class SweepCommandTest {
    private static final String LINES = """
            name: rows
            scenario: DIR/base.yaml
            set: {run.epochs: 0.1}
            axes: {chip.tile.rows: [1, 2, 4], chip.tile.columns: [1, 2]}
            constraints: ['chip.tile.rows * chip.tile.columns < 8']
            """;

    @TempDir
    private static Path home;

    private static Path file;
    private static Path out;
    private static Cli first;

    @BeforeAll
    static void sweep() throws IOException {
        Files.writeString(home.resolve("base.yaml"), "network: {layers: [4, 3, 2]}\ndata: {set: patterns}\n");
        file = Files.writeString(home.resolve("s.yaml"), LINES.replace("DIR", home.toString()));
        out = home.resolve("out");
        first = run(file);
    }

    private static Cli run(Path sweep, String... more) {
        List<String> all = new ArrayList<>(List.of("sweep", sweep.toString(), "--out", out.toString()));
        all.addAll(List.of(more));
        return Cli.run(all.toArray(String[]::new));
    }

    @Test
    void saysBeforeItStartsHowMuchThereIsToDoAndWhatItWrites() {
        List<String> lines = first.expectDone().out().lines().toList();
        assertEquals("rows: 5 points of 2 axes, 1 left out by constraints", lines.get(0));
        assertTrue(
                lines.get(1)
                        .matches(
                                "about [\\d.]+ m?s on [12] threads? \\([\\d.]+ m?s a point\\), [\\d.]+ MB of memory \\(.* allowed\\)"),
                lines.get(1));
        assertEquals(out + ": results and timing as CSV and Parquet, about 12.50 kB", lines.get(2));
        assertTrue(
                lines.get(3).matches("5 done; best \\d+\\.\\d\\d % \\(point \\d\\); tables in .*/out"), lines.get(3));
    }

    @Test
    void withoutATerminalALineSaysHowFarItIs() {
        List<String> lines =
                first.err().lines().filter(line -> line.startsWith("rows: ")).toList();
        assertEquals(5, lines.size());
        IntStream.rangeClosed(1, 5)
                .forEach(i -> assertTrue(
                        lines.get(i - 1)
                                .matches(
                                        "rows: " + i
                                                + " of 5 points, [\\d.]+ points/s, .* left, best \\d+\\.\\d\\d % \\(point \\d\\)"),
                        lines.get(i - 1)));
    }

    @Test
    void finishedSweepHasNothingLeftToDo() {
        Cli again = run(file).expectDone();
        assertEquals("", again.err());
        assertEquals(
                "rows: 5 points of 2 axes, 1 left out by constraints; 5 finished before",
                again.out().lines().findFirst().orElse(""));
        assertEquals("", run(file, "--quiet").expectDone().out());
        run(out.resolve("sweep.yaml")).expectDone();
    }

    @Test
    void folderOfAnotherSweepIsRefused() throws IOException {
        String end = "; expected a new folder, or the same sweep\n";
        Path other = home.resolve("other.yaml");
        Files.writeString(other, Files.readString(file).replace("[1, 2]}", "[1, 2, 3]}"));
        assertEquals(
                new Cli(
                        2,
                        "",
                        "glia: " + out + ": holds another sweep: its sweep file says something else (sweep.yaml)"
                                + end),
                run(other));
        Path base = home.resolve("base.yaml");
        String text = Files.readString(base);
        Files.writeString(base, text + "learning: {rate: 0.5}\n");
        assertEquals(
                new Cli(
                        2,
                        "",
                        "glia: " + out + ": holds another sweep: the scenario it varies has changed (base.yaml)" + end),
                run(file));
        Files.writeString(base, text);
        run(file).expectDone();
    }
}
