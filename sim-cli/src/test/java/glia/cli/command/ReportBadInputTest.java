package glia.cli.command;

import static glia.cli.command.BadInput.of;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs whose files are missing or damaged, and places where no page can be: one line, exit code 2, and nothing written. */
class ReportBadInputTest {
    @TempDir
    private static Path parent;

    @TempDir
    private Path folder;

    private static RunFiles tiny;

    @BeforeAll
    static void train() throws IOException {
        tiny = RunFiles.tiny(parent, "tiny", "--set=run.epochs=1");
    }

    private static BadInput report(String line, String... more) {
        return of(
                line,
                line,
                Stream.concat(Stream.of("report", "DIR/run"), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private Path run() throws IOException {
        Path run = folder.resolve("run");
        ReportCommandTest.copy(tiny.folder(), run);
        return run;
    }

    @ParameterizedTest
    @CsvSource({
        "accuracy.csv, cannot be read",
        "counts.csv, cannot be read",
        "latency.hlog, cannot be read",
        "layer2.writes.npy, cannot be read (NoSuchFileException)"
    })
    void missingFilesAreNamed(String file, String problem) throws IOException {
        Files.delete(run().resolve(file));
        report("DIR/run/" + file + ": " + problem).check(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accuracy.csv|samples,cycles|cycles,samples|1:1: expected samples,cycles,joules,accuracy,cost,maxWrites",
                "accuracy.csv|400,|-400,|2:1: is no line of samples,cycles,joules,accuracy,cost,maxWrites",
                "latency.hlog|Tag=PROBE|Tag=|3:1: is no tagged line of an HdrHistogram log",
                "latency.hlog|HISTFAAAA|HISTFBBBB|3:1: is no tagged line of an HdrHistogram log: it holds no histogram",
                "counts.csv|FETCH_WORD|FETCH_WORDS|...",
                "summary.json|\"cycles\"|\"cycle\"|..."
            })
    void damagedLinesAreSaidWithTheirPlace(String file, String old, String now, String line) throws IOException {
        Path path = run().resolve(file);
        String text = Files.readString(path);
        if (!text.contains(old)) {
            throw new AssertionError(text);
        }
        Files.writeString(path, text.replaceFirst(Pattern.quote(old), now));
        report("DIR/run/" + file + ":" + line).check(folder);
    }

    /** What one file says must be what the others say. */
    @Test
    void filesOfDifferentRunsAreRefused() throws IOException {
        Path run = run();
        Path counts = run.resolve("counts.csv");
        List<String> lines = Files.readAllLines(counts);
        Files.write(counts, lines.subList(0, lines.size() - 1));
        report("DIR/run/counts.csv: costs ...").check(folder);
        Files.write(counts, lines);
        byte[] writes = Files.readAllBytes(run.resolve("layer1.writes.npy"));
        writes[writes.length - 4]++;
        Files.write(run.resolve("layer1.writes.npy"), writes);
        report("DIR/run: layerN.writes.npy hold ...").check(folder);
        Files.copy(run.resolve("layer2.writes.npy"), run.resolve("other"));
        Files.write(run.resolve("layer1.writes.npy"), Files.readAllBytes(run.resolve("other")));
        report("DIR/run/layer1.writes.npy: is 3 x 2; the network expects 4 x 3").check(folder);
    }

    @Test
    void placesThatCannotBeWrittenToAreRefused() throws IOException {
        run();
        report(
                        "--out: DIR/run/page.html is in the folder of a run; expected a place outside",
                        "--out=DIR/run/page.html")
                .check(folder);
        report("--out: DIR/none/page.html is not in a folder that can be written to", "--out=DIR/none/page.html")
                .check(folder);
        report("DIR/run: exists already; expected a new folder for the figures", "--figures=DIR/run")
                .check(folder);
        of(
                        "none",
                        "DIR/something: is no run; expected a folder with summary.json and scenario.yaml",
                        "report",
                        "DIR/something")
                .check(folder);
        of("twice", "DIR/run: is given twice; expected different runs", "report", "DIR/run", "DIR/run")
                .check(folder);
    }
}
