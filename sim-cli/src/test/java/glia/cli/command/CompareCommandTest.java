package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.cli.report.Quantities;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of runs beside each other, on the screen and as a file: real runs, and copies with other figures. */
class CompareCommandTest {
    /** Columns of the file, in order, and the fields of a summary that they hold. */
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    private static final Set<String> PICOJOULES = Set.of("joulesPerSample", "joules");

    static {
        String fields =
                "rule /training/rule recall /training/recall seed /seed technology /provenance/technology chip -"
                        + " status /status testAccuracy /training/testAccuracy targetAccuracy /toTarget/accuracy"
                        + " toTargetSamples /toTarget/samples toTargetSeconds /toTarget/seconds toTargetJoules /toTarget/joules"
                        + " toTargetMaxWrites /toTarget/maxWrites joulesPerSample /energy/perSamplePicojoules"
                        + " cyclesPerSample /time/cyclesPerSample samples /training/samples cycles /time/cycles"
                        + " seconds /time/seconds joules /energy/totalPicojoules writes /writes/commits/total"
                        + " maxWrites /writes/commits/max pulses /writes/pulses/total maxPulses /writes/pulses/max"
                        + " gradientComponents /training/gradientComponents"
                        + " gradientComponentsStrict /training/gradientComponentsStrict forwardPasses /training/forwardPasses";
        String[] words = fields.split(" ");
        IntStream.range(0, words.length / 2).forEach(i -> FIELDS.put(words[2 * i], words[2 * i + 1]));
    }

    @TempDir
    private static Path parent;

    @TempDir
    private Path folder;

    private static RunFiles error;
    private static RunFiles label;
    private static RunFiles diverged;

    @BeforeAll
    static void train() throws IOException {
        error = RunFiles.tiny(parent, "error", "--set=run.epochs=2");
        String[] other = {"--set=run.epochs=3", "--set=learning.recall=label", "--set=chip.tile.rows=4", "--seed=5"};
        label = RunFiles.tiny(parent, "label", other);
        Path end = parent.resolve("diverged");
        String[] rates = {"--set=learning.rate=1e6", "--set=learning.lastLayer=exact"};
        String[] network = {"--set=network.activation=identity", "--set=network.cost=mse"};
        Cli.run("run", "tiny", "--quiet", "--out=" + end, rates[0], rates[1], network[0], network[1]);
        diverged = RunFiles.read(end);
    }

    private static Cli compare(Object... arguments) {
        Stream<String> all =
                Stream.concat(Stream.of("compare"), Arrays.stream(arguments).map(String::valueOf));
        Cli answer = Cli.run(all.toArray(String[]::new)).expectDone();
        assertEquals("", answer.err());
        return answer;
    }

    /** The rows of the screen's tables, each label behind its heading. */
    private static List<List<String>> rows(Cli answer) {
        List<List<String>> rows = new ArrayList<>();
        String heading = "";
        for (String line : answer.out()
                .substring(0, answer.out().lastIndexOf("\n\n"))
                .lines()
                .toList()) {
            List<String> cells = new ArrayList<>(List.of(line.strip().split(" {2,}")));
            int indent = line.length() - line.stripLeading().length();
            if (indent == 2 && cells.size() == 1) {
                heading = cells.get(0) + ": ";
            } else if (indent > 4) {
                cells.add(0, "");
                rows.add(cells);
            } else if (!line.isEmpty()) {
                cells.set(0, (indent == 4 ? heading : "") + cells.get(0));
                rows.add(cells);
            }
        }
        return rows;
    }

    private static List<String> row(Cli answer, String name) {
        return rows(answer).stream()
                .filter(row -> row.get(0).equals(name))
                .findFirst()
                .map(row -> row.subList(1, row.size()))
                .orElseThrow();
    }

    private static List<String> row(String name, Function<RunFiles, String> cell) {
        return List.of(name, cell.apply(error), cell.apply(label));
    }

    private static List<String> row(String name, String path, Function<JsonNode, String> form) {
        return row(name, run -> form.apply(run.summary().at(path)));
    }

    private static String count(JsonNode node) {
        return Quantities.count(node.longValue());
    }

    private static String seconds(JsonNode node) {
        return Quantities.scaled(node.doubleValue(), "s");
    }

    private static String picojoules(JsonNode node) {
        return Quantities.energy(node.decimalValue());
    }

    @Test
    void theTableHoldsEveryFigureOfTheSummaries() {
        List<List<String>> expected = List.of(
                List.of("", "error", "label"),
                List.of("rule", "delta-mgd", "delta-mgd"),
                List.of("recall", "error", "label"),
                List.of("seed", "1", "5"),
                List.of("technology", "rram-32nm", "rram-32nm"),
                List.of("chip", "1", "2"),
                List.of("status", "completed", "completed"),
                row(
                        "test accuracy",
                        "/training/testAccuracy",
                        node -> String.format(Locale.ROOT, "%.2f %%", node.doubleValue() * 100)),
                List.of("target accuracy", "90 %", "90 %"),
                row("to target: samples", "/toTarget/samples", CompareCommandTest::count),
                row("to target: time", "/toTarget/seconds", CompareCommandTest::seconds),
                row("to target: energy", "/toTarget/joules", node -> Quantities.scaled(node.doubleValue(), "J")),
                row("to target: writes, worst synapse", "/toTarget/maxWrites", CompareCommandTest::count),
                row("per sample: energy", "/energy/perSamplePicojoules", CompareCommandTest::picojoules),
                row("per sample: cycles", "/time/cyclesPerSample", node -> Quantities.digits(node.doubleValue())),
                row("in all: samples", "/training/samples", CompareCommandTest::count),
                row("in all: cycles", "/time/cycles", CompareCommandTest::count),
                row("in all: time", "/time/seconds", CompareCommandTest::seconds),
                row("in all: energy", "/energy/totalPicojoules", CompareCommandTest::picojoules),
                row("in all: writes", "/writes/commits/total", CompareCommandTest::count),
                row("in all: writes, worst synapse", "/writes/commits/max", CompareCommandTest::count),
                row("in all: pulses", "/writes/pulses/total", CompareCommandTest::count),
                row("in all: pulses, worst synapse", "/writes/pulses/max", CompareCommandTest::count),
                row("in all: gradient components", "/training/gradientComponents", CompareCommandTest::count),
                row("in all: with output errors", "/training/gradientComponentsStrict", CompareCommandTest::count),
                row("in all: forward passes", "/training/forwardPasses", CompareCommandTest::count));
        assertEquals(expected, rows(compare(error.folder(), label.folder())));
    }

    /** In a run of ideal cells they are as many as writes. */
    @Test
    void pulsesAreCountedApartFromWrites() throws IOException {
        RunFiles other = error.copy(
                folder,
                "other",
                summary -> ((ObjectNode) summary.at("/writes/pulses"))
                        .put("total", 123_456)
                        .put("max", 789));
        List<List<String>> rows = rows(compare(error.folder(), other.folder()));
        assertTrue(
                rows.contains(List.of("in all: pulses", count(error.summary().at("/writes/pulses/total")), "123,456")),
                rows.toString());
        assertTrue(
                rows.contains(List.of(
                        "in all: pulses, worst synapse", count(error.summary().at("/writes/pulses/max")), "789")),
                rows.toString());
    }

    @Test
    void theFileHoldsThemToTheLastDigit() throws IOException {
        Path file = Files.writeString(folder.resolve("all.csv"), "older");
        Path old = Files.createLink(parent.resolve("old.csv"), file);
        Cli answer = compare(label.folder(), "--csv", file, error.folder(), diverged.folder());
        assertEquals(compare(label.folder(), error.folder(), diverged.folder()), answer);
        List<Map<String, String>> lines = new RunFiles(folder, error.summary()).table("all.csv");
        assertEquals(
                "run," + String.join(",", FIELDS.keySet()),
                Files.readAllLines(file).get(0));
        List<RunFiles> runs = List.of(label, error, diverged);
        assertEquals(runs.size(), lines.size());
        for (int i = 0; i < runs.size(); i++) {
            Map<String, String> line = lines.get(i);
            assertEquals(runs.get(i).folder().getFileName().toString(), line.get("run"));
            assertEquals(String.valueOf(i + 1), line.get("chip"));
            for (String column : FIELDS.keySet()) {
                expect(runs.get(i).summary().at(FIELDS.get(column).replace("-", "")), column, line.get(column));
            }
        }
        assertEquals(List.of("/", "all.csv " + Files.size(file)), BadInput.tree(folder));
        assertEquals("older", Files.readString(old), "replaced as a whole");
    }

    private static void expect(JsonNode node, String column, String field) {
        if (node.isNumber()) {
            BigDecimal value = node.decimalValue().movePointLeft(PICOJOULES.contains(column) ? 12 : 0);
            assertEquals(0, value.compareTo(new BigDecimal(field)), column + ": " + field + ", " + value);
            assertTrue(field.matches("[0-9.]+"), column + ": " + field);
        } else if (!node.isObject()) {
            assertEquals(node.isNull() ? "" : node.textValue(), field, column);
        }
    }

    /** It ended before its first evaluation. */
    @Test
    void aDivergedRunIsShownWithItsReasonAndWithoutWhatItLacks() {
        Cli answer = compare(error.folder(), diverged.folder());
        assertEquals(List.of("completed", "diverged"), row(answer, "status"));
        assertEquals("none", row(answer, "test accuracy").get(1));
        for (String figure : List.of("samples", "time", "energy", "writes, worst synapse")) {
            assertEquals("not reached", row(answer, "to target: " + figure).get(1));
        }
        assertEquals("2", row(answer, "in all: samples").get(1));
        String reason = "diverged: " + diverged.summary().path("reason").textValue();
        assertTrue(answer.out().lines().toList().contains(reason), answer.out());
    }

    private static void reach(ObjectNode summary, double accuracy, double joules, double seconds, int writes) {
        ((ObjectNode) summary.path("training")).put("testAccuracy", accuracy);
        ObjectNode target = (ObjectNode) summary.path("toTarget");
        target.put("joules", joules).put("seconds", seconds).put("maxWrites", writes);
    }

    private static void miss(ObjectNode summary) {
        ObjectNode target = (ObjectNode) summary.path("toTarget");
        target.put("reached", false);
        List.of("samples", "joules", "seconds", "maxWrites").forEach(target::putNull);
    }

    /** Run d reached nothing but has the best accuracy; e diverged after it had the best figures. */
    @ParameterizedTest
    @CsvSource({
        "accuracy, d a b c f e",
        "energy, b c f a d e",
        "time, c f a b d e",
        "writes, a b c f d e",
        ", d e a b c f",
    })
    void sortsByAFigureTheBestFirstWhatLacksItLast(String order, String expected) throws IOException {
        List<Object> all = new ArrayList<>();
        all.add(error.copy(folder, "d", CompareCommandTest::miss).folder());
        all.add(error.copy(folder, "e", summary -> {
                    reach(summary, 1, 0.5, 0.5, 5);
                    summary.put("status", "diverged").put("reason", "why");
                })
                .folder());
        all.add(error.copy(folder, "a", summary -> reach(summary, 0.97, 3, 2, 9))
                .folder());
        all.add(error.copy(folder, "b", summary -> reach(summary, 0.96, 1, 3, 10))
                .folder());
        all.add(error.copy(folder, "c", summary -> reach(summary, 0.95, 2, 1, 100))
                .folder());
        all.add(error.copy(folder, "f", summary -> reach(summary, 0.95, 2, 1, 100))
                .folder());
        Path file = folder.resolve("sorted.csv");
        all.add("--csv=" + file);
        all.add("--width=200");
        if (order != null) {
            all.add("--sort=" + order);
        }
        Cli answer = compare(all.toArray());
        assertEquals(expected, String.join(" ", row(answer, "")));
        List<Map<String, String>> lines = new RunFiles(folder, error.summary()).table("sorted.csv");
        assertEquals(
                expected,
                String.join(" ", lines.stream().map(line -> line.get("run")).toList()));
    }

    /** At 80 characters four of these runs fit, at 120 all; every block has all rows. */
    @ParameterizedTest
    @CsvSource({"80, 4 2", "120, 6", "60, 2 2 2", "40, 1 1 1 1 1 1"})
    void runsThatDoNotFitTheWidthFollowBelow(int width, String expected) throws IOException {
        List<Object> all = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            all.add(error.copy(folder, name, CompareCommandTest::miss).folder());
        }
        Cli standard = compare(all.toArray());
        all.add("--width=" + width);
        Cli answer = compare(all.toArray());
        String tables = answer.out().substring(0, answer.out().lastIndexOf("\n\n"));
        assertTrue(tables.lines().allMatch(line -> line.length() <= width), tables);
        List<List<String>> heads =
                rows(answer).stream().filter(row -> row.get(0).isEmpty()).toList();
        assertEquals(
                expected,
                String.join(
                        " ",
                        heads.stream()
                                .map(head -> String.valueOf(head.size() - 1))
                                .toList()));
        assertEquals(26 * heads.size(), rows(answer).size());
        assertEquals(
                "abcdef",
                String.join(
                        "",
                        heads.stream().flatMap(head -> head.stream().skip(1)).toList()));
        assertEquals(width == 80, answer.equals(standard));
        int widest = tables.lines().mapToInt(String::length).max().orElseThrow();
        all.set(all.size() - 1, "--width=" + Math.max(40, widest));
        assertEquals(answer, compare(all.toArray()), "the widest line fits");
    }
}
