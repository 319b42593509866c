package glia.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import glia.cli.command.Commands;
import glia.core.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole sweeps: the same table whoever computes it, whatever happens on the way. */
class SweepRunTest {
    private static final int POINTS = 16;

    @TempDir
    private static Path home;

    private static Path file;
    private static Path reference;

    /** Two values each, among them what diverges (a rate) and what a scenario refuses (a network that does not fit the data). */
    @BeforeAll
    static void sweep() throws IOException {
        file = SweepFiles.file(
                home,
                "scenario: tiny",
                "set:",
                "  run.epochs: 0.1",
                "  network: {activation: identity, cost: mse}",
                "  learning.lastLayer: exact",
                "axes:",
                "  network.layers: [[4, 3, 2], [5, 3, 2]]",
                "  chip.device.preset: [none, taox-hfox]",
                "  learning.rate: [0.1, 1e6]",
                "  run.seed: [1, 2]");
        reference = home.resolve("reference");
        assertEquals(0, SweepFiles.run(file, reference, "--threads", "1", "--keep", "runs"));
    }

    private static List<Map<String, String>> rows(Path folder) {
        SweepResults results = SweepResults.read(folder);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> row : results.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(results.columns().get(i).name(), row.get(i));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void everyPointIsARow() {
        List<Map<String, String>> rows = rows(reference);
        assertEquals(POINTS, rows.size());
        for (int point = 1; point <= POINTS; point++) {
            Map<String, String> row = rows.get(point - 1);
            assertEquals(String.valueOf(point), row.get("point"));
            String expected = point > POINTS / 2 ? "invalid" : (point - 1) / 2 % 2 == 0 ? "done" : "diverged";
            assertEquals(expected, row.get("status"), row.toString());
            assertEquals(expected.equals("done"), row.get("reason").isEmpty());
            assertEquals(expected.equals("invalid"), row.get("fingerprint").isEmpty());
        }
        assertEquals(
                "this point: network.layers is [5, 3, 2]; expected 4 inputs first and 2 classes last, as data set patterns has",
                rows.get(POINTS - 1).get("reason"));
    }

    @Test
    void figuresAreThoseOfTheSameRunAlone() throws IOException {
        for (int point : List.of(1, 2, 5)) {
            Map<String, String> row = rows(reference).get(point - 1);
            Path out = home.resolve("alone-" + point);
            List<String> arguments = new ArrayList<>(List.of("run", "tiny", "--quiet", "--out", out.toString()));
            for (String fixed : List.of(
                    "run.epochs=0.1", "network.activation=identity", "network.cost=mse", "learning.lastLayer=exact")) {
                arguments.addAll(List.of("--set", fixed));
            }
            for (String key : List.of("network.layers", "chip.device.preset", "learning.rate", "run.seed")) {
                arguments.addAll(List.of("--set", key + "=" + row.get(key)));
            }
            assertEquals(0, Commands.run(arguments.toArray(String[]::new)));
            JsonNode summary =
                    new ObjectMapper().readTree(out.resolve("summary.json").toFile());
            assertEquals(summary.at("/fingerprint").textValue(), row.get("fingerprint"));
            assertEquals(summary.at("/scheduleFingerprint").textValue(), row.get("scheduleFingerprint"));
            assertEquals(summary.at("/time/cycles").asText(), row.get("cycles"));
            double joules = summary.at("/energy/totalPicojoules").decimalValue().doubleValue() * 1e-12;
            assertEquals(joules, Double.parseDouble(row.get("joules")), joules * 1e-12);
            assertEquals(
                    Files.readString(out.resolve("accuracy.csv")),
                    Files.readString(reference.resolve("runs/" + point + "/accuracy.csv")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void threadsChangeNothing(int threads) throws IOException {
        Path out = home.resolve("threads-" + threads);
        assertEquals(0, SweepFiles.run(file, out, "--threads", String.valueOf(threads)));
        SweepFiles.assertSameResults(reference, out);
        assertFalse(Files.exists(out.resolve("runs")));
    }

    @Test
    void sharesInAnyOrderMakeTheSameTable() throws IOException {
        Path out = home.resolve("shares");
        for (String share : List.of("3/3", "1/3")) {
            assertEquals(0, SweepFiles.run(file, out, "--shard", share));
            assertFalse(Files.exists(out.resolve("results.csv")));
        }
        InputException missing = assertThrows(InputException.class, () -> SweepRun.collect(SweepFolder.begun(out)));
        assertEquals(out + ": 5 of 16 points are missing: 5 of share 2/3", missing.getMessage());
        assertEquals(0, SweepFiles.run(file, out, "--shard", "2/3"));
        assertEquals(0, Commands.run("sweep", "collect", out.toString()));
        SweepFiles.assertSameResults(reference, out);
    }

    /** What is finished is kept, a torn last line is not, and the tables are those of an uninterrupted sweep. */
    @Test
    void resumedSweepComputesOnlyWhatIsMissing() throws IOException {
        Path out = home.resolve("resumed");
        assertEquals(0, SweepFiles.run(file, out));
        Path part = out.resolve("parts/share-1-of-1-attempt-1.jsonl");
        List<String> lines = Files.readAllLines(part);
        assertEquals(POINTS, lines.size());
        Files.delete(out.resolve("results.csv"));
        String kept =
                String.join("\n", lines.subList(0, 5)) + "\n" + lines.get(5).substring(0, 40);
        Files.writeString(part, kept);
        assertEquals(0, SweepFiles.run(file, out));
        assertEquals(kept, Files.readString(part));
        Path second = out.resolve("parts/share-1-of-1-attempt-2.jsonl");
        assertEquals(POINTS - 5, Files.readAllLines(second).size());
        SweepFiles.assertSameResults(reference, out);
        String timing = Files.readString(out.resolve("timing.csv"));
        assertEquals(5, timing.lines().filter(line -> line.endsWith(",1")).count());
        assertEquals(
                POINTS - 5, timing.lines().filter(line -> line.endsWith(",2")).count());
        assertEquals(0, SweepFiles.run(file, out));
        assertFalse(Files.exists(out.resolve("parts/share-1-of-1-attempt-3.jsonl")));
    }

    @Test
    void runThatWasKeptButNotNotedIsRunAgain() throws IOException {
        Path out = home.resolve("kept");
        assertEquals(0, SweepFiles.run(file, out, "--keep", "runs"));
        Path part = out.resolve("parts/share-1-of-1-attempt-1.jsonl");
        List<String> lines = Files.readAllLines(part);
        Files.writeString(part, String.join("\n", lines.subList(0, POINTS - 1)) + "\n");
        Files.writeString(part, Files.readString(part).replaceFirst("(?m)^\\{\"point\":1,.*\n", ""));
        Files.createDirectory(out.resolve("runs/.1.writing-1-1"));
        Files.writeString(out.resolve("runs/.1.writing-1-1/summary.json"), "torn");
        assertEquals(0, SweepFiles.run(file, out, "--keep", "runs"));
        assertFalse(Files.exists(out.resolve("runs/.1.writing-1-1")));
        assertEquals(
                Files.readString(reference.resolve("runs/1/accuracy.csv")),
                Files.readString(out.resolve("runs/1/accuracy.csv")));
        SweepFiles.assertSameResults(reference, out);
    }

    @Test
    void brokenLineThatIsNotTheLastIsRefusedWithItsPlace() throws IOException {
        Path out = home.resolve("broken");
        assertEquals(0, SweepFiles.run(file, out));
        Path part = out.resolve("parts/share-1-of-1-attempt-1.jsonl");
        Files.writeString(part, "{\"point\":17,\n", StandardOpenOption.APPEND);
        InputException refused =
                assertThrows(InputException.class, () -> SweepFolder.begun(out).finishedCount());
        assertEquals(part + ":17:1: is no line of a finished point", refused.getMessage());
    }

    /** Processes first: a channel that this one closes would let the locks go that it holds on the same file. */
    @Test
    void secondProcessOnTheSamePointsIsRefused() throws IOException, InterruptedException {
        Sweep sweep = Sweep.read(file);
        Path out = home.resolve("locked");
        try (SweepRun whole = SweepRun.of(SweepFolder.at(out, sweep), Share.WHOLE)) {
            assertEquals(POINTS, whole.todo().length);
            assertEquals("another process works on this sweep", refusal(out, "--quiet"));
            String share = "another process works on share 1/2, or on the whole sweep";
            assertEquals(share, refusal(out, "--shard", "1/2"));
            assertThrows(InputException.class, () -> SweepRun.of(SweepFolder.at(out, sweep), Share.WHOLE));
        }
        try (SweepRun half = SweepRun.of(SweepFolder.at(out, sweep), new Share(1, 2))) {
            assertEquals(POINTS / 2, half.todo().length);
            assertEquals("another process works on this sweep", refusal(out, "--quiet"));
            GliaProcess other = process(out, "--shard", "2/2", "--quiet");
            assertEquals(0, other.process().waitFor(), other.text());
        }
    }

    private static GliaProcess process(Path out, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("sweep", file.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return GliaProcess.start(Files.createTempFile(home, "said", ".txt"), Map.of(), arguments);
    }

    private static String refusal(Path out, String... more) throws IOException, InterruptedException {
        GliaProcess other = process(out, more);
        assertEquals(2, other.process().waitFor(), other.text());
        return other.text().replace("glia: " + out + ": ", "").strip();
    }

    /** Two points of one seed begin with the same sample: the very same array. */
    @Test
    void dataAreReadOnceForAllPointsThatShareThem() {
        TrainedPoints runner = new TrainedPoints(Sweep.read(file), Optional.empty());
        float[] first = runner.session(1).plan().inputAt(0);
        assertSame(first, runner.session(3).plan().inputAt(0));
        assertSame(first, runner.session(7).plan().inputAt(0));
    }

    @Test
    void parquetHoldsWhatTheTextHolds() throws SQLException {
        SweepResults results = SweepResults.read(reference);
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select * from '" + reference.resolve("results.parquet") + "' order by point")) {
            List<Column> columns = results.columns();
            assertEquals(columns.size(), rows.getMetaData().getColumnCount());
            for (List<String> expected : results.rows()) {
                assertTrue(rows.next());
                for (int i = 0; i < columns.size(); i++) {
                    assertEquals(columns.get(i).name(), rows.getMetaData().getColumnName(i + 1));
                    Object cell = rows.getObject(i + 1);
                    String text = expected.get(i);
                    Object value = text.isEmpty()
                            ? null
                            : switch (columns.get(i).type()) {
                                case WHOLE -> (Object) Long.valueOf(text);
                                case DECIMAL -> (Object) Double.valueOf(text);
                                case TEXT -> text;
                            };
                    assertEquals(value, cell, columns.get(i).name());
                }
            }
            assertFalse(rows.next());
        }
    }

    @Test
    void noTemporaryFileIsLeft() throws IOException {
        try (Stream<Path> all = Files.walk(reference)) {
            assertEquals(
                    List.of(),
                    all.map(each -> each.getFileName().toString())
                            .filter(name -> name.startsWith("."))
                            .toList());
        }
    }

    @Test
    void folderHoldsWhatTheReadmeSays() throws IOException {
        Path out = home.resolve("listed");
        assertEquals(0, SweepFiles.run(file, out));
        try (Stream<Path> all = Files.list(out)) {
            assertEquals(
                    List.of(
                            "base.yaml",
                            "lock",
                            "parts",
                            "points.csv",
                            "results.csv",
                            "results.parquet",
                            "sweep.yaml",
                            "technology.yaml",
                            "timing.csv",
                            "timing.parquet"),
                    all.map(each -> each.getFileName().toString()).sorted().toList());
        }
        delete(out);
    }
}
