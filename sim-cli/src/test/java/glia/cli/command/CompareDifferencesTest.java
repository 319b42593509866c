package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How compared runs are told apart: by name, by chip and technology, and by what stands below the table. */
class CompareDifferencesTest {
    private static final String SAME = "Chips and networks are all the same.\n";
    private static final String UNLIKE = "Not like for like:\n";
    private static final String PRICES =
            "  energy: technologies differ in prices; glia recost prices a run under another\n";
    private static final String TIMES = "  time, cycles, energy: technologies differ in times\n";

    @TempDir
    private static Path parent;

    @TempDir
    private Path folder;

    private static RunFiles run;

    @BeforeAll
    static void train() throws IOException {
        run = RunFiles.tiny(parent, "run", "--set=run.epochs=0.1");
    }

    private static Cli compare(RunFiles... runs) {
        Stream<String> folders = Arrays.stream(runs).map(each -> each.folder().toString());
        return Cli.run(Stream.concat(Stream.of("compare"), folders).toArray(String[]::new))
                .expectDone();
    }

    private static String below(RunFiles... runs) {
        String out = compare(runs).out();
        return out.substring(out.lastIndexOf("\n\n") + 2);
    }

    private static List<String> cells(String label, RunFiles... runs) {
        String line = compare(runs)
                .out()
                .lines()
                .filter(each -> each.startsWith("  " + label + " "))
                .findFirst()
                .orElseThrow();
        return List.of(line.substring(2 + label.length()).strip().split(" {2,}"));
    }

    private RunFiles priced(String name, String table) throws IOException {
        RunFiles copy = run.copy(folder, name, unchanged -> {});
        Files.writeString(copy.folder().resolve("technology.yaml"), table);
        return copy;
    }

    @Test
    void runsOfOneScenarioDifferInNothing() throws IOException {
        assertEquals(SAME + "Scenarios are all the same.\n", below(run, run.copy(folder, "again", unchanged -> {})));
    }

    /** As keys of a scenario; a value written in another way is the same. */
    @Test
    void valuesAreComparedNotHowTheyAreWritten() throws IOException {
        RunFiles copy = run.copy(folder, "copy", "scenario.yaml", "clock: 100 MHz", "clock: 0.1 GHz");
        String text = copy.text("scenario.yaml")
                .replace("rate: 0.1\n", "rate: 0.10\n")
                .replace("layers: [4, 3, 2]", "layers: [4,3, 2.0]")
                .replace("sweeps: 10\n", "sweeps: 10.0\n");
        Files.writeString(copy.folder().resolve("scenario.yaml"), text);
        assertEquals(SAME + "Scenarios are all the same.\n", below(run, copy));
    }

    /** The values are in the order of the runs, the keys in that of the scenario. */
    @Test
    void keysThatDifferAreListedAsWritten() throws IOException {
        RunFiles one = run.copy(folder, "one", "scenario.yaml", "rate: 0.1\n", "rate: 0.5\n");
        RunFiles two = run.copy(folder, "two", "scenario.yaml", "layers: [4, 3, 2]", "layers: [4, 5, 2]");
        RunFiles three = run.copy(folder, "three", "scenario.yaml", "rows: 2", "rows: 3");
        assertEquals("""
                Chips differ in chip.tile.rows, network.layers
                Scenarios differ in
                  chip.tile.rows: 2 | 2 | 3 | 2
                  network.layers: [4, 3, 2] | [4, 5, 2] | [4, 3, 2] | [4, 3, 2]
                  learning.rate: 0.5 | 0.1 | 0.1 | 0.1
                """, below(one, two, three, run));
        assertEquals(List.of("1", "2", "3", "1"), cells("chip", one, two, three, run));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "seed: 1\\n  standardise: auto; seed: 2\\n  standardise: none; accuracy, to target: data differ"
                        + " (data.seed, data.standardise)",
                "dir: cache; dir: /data; accuracy, to target: data are from different folders (data.dir)",
                "evaluateEvery: epoch; evaluateEvery: 50; to target: not evaluated equally often (run.evaluateEvery)",
                "initialWeights: drawn; initialWeights: /w; to target: initial weights differ (run.initialWeights)"
            })
    void whatIsNotLikeForLikeIsSaid(String old, String now, String warning) throws IOException {
        RunFiles copy = run.copy(folder, "copy", "scenario.yaml", old.replace("\\n", "\n"), now.replace("\\n", "\n"));
        String below = below(run, copy);
        assertTrue(below.endsWith("\n" + UNLIKE + "  " + warning + "\n"), below);
    }

    @Test
    void targetsThatDifferAreSaidOnceEach() throws IOException {
        RunFiles higher =
                run.copy(folder, "higher", summary -> ((ObjectNode) summary.path("toTarget")).put("accuracy", 0.9725));
        String below = below(run, higher, higher.copy(folder, "same", unchanged -> {}));
        assertTrue(below.endsWith(UNLIKE + "  to target: targets differ (90 %, 97.25 %)\n"), below);
    }

    @Test
    void tablesOfOneNameWithOtherFiguresAreNumbered() throws IOException {
        RunFiles dearer = priced("dearer", run.text("technology.yaml").replace("value: 6.5 pJ", "value: 7.5 pJ"));
        String below = below(run, dearer, run.copy(folder, "again", unchanged -> {}));
        String names = "rram-32nm (1) | rram-32nm (2) | rram-32nm (1)";
        assertEquals(SAME + "Scenarios differ in\n  technology: " + names + "\n" + UNLIKE + PRICES, below);
        assertEquals(List.of("rram-32nm (1)", "rram-32nm (2)"), cells("technology", run, dearer));
    }

    /** Static power is a price; a time may be a latency or an interval. */
    @Test
    void pricesAndTimesAreToldApart() throws IOException {
        String table = run.text("technology.yaml");
        RunFiles doubled = priced("doubled", Technology.doubled(table));
        RunFiles slower = priced("slower", table.replace("latency: {value: 600 ns", "latency: {value: 700 ns"));
        RunFiles rarer = priced(
                "rarer",
                table.replaceFirst(
                        "    latency: \\{value: 5 ns",
                        "    interval: {value: 6 ns, grade: assumed, source: x}\n    latency: {value: 5 ns"));
        String power = table.substring(table.indexOf("staticPower:"));
        RunFiles hotter = priced("hotter", table.replace(power, Technology.doubled(power)));
        assertTrue(below(run, doubled).endsWith("  technology: rram-32nm | doubled\n" + UNLIKE + PRICES));
        assertTrue(below(run, slower).endsWith(UNLIKE + TIMES), below(run, slower));
        assertTrue(below(run, rarer).endsWith(UNLIKE + TIMES), below(run, rarer));
        assertTrue(below(run, hotter).endsWith(UNLIKE + PRICES), below(run, hotter));
        assertTrue(below(slower, doubled).endsWith(UNLIKE + TIMES + PRICES), below(slower, doubled));
    }

    /** The same figures from another source, or written in another way, are the same. */
    @Test
    void aTableOfOtherWordsIsNoOther() throws IOException {
        String table = run.text("technology.yaml")
                .replace("value: 6.5 pJ", "value: 6500 fJ")
                .replace("grade: estimated", "grade: assumed");
        assertEquals(SAME + "Scenarios are all the same.\n", below(run, priced("other", table)));
    }

    @Test
    void aTableOfAnotherNameIsNamedEvenWithTheSameFigures() throws IOException {
        RunFiles named = priced("named", run.text("technology.yaml").replace("name: rram-32nm", "name: mine"));
        assertEquals(SAME + "Scenarios differ in\n  technology: rram-32nm | mine\n", below(run, named));
    }

    @Test
    void foldersOfOneNameAreToldApartByTheirParents() throws IOException {
        RunFiles one = run.copy(folder, "x/one/run", unchanged -> {});
        RunFiles two = run.copy(folder, "x/two/run", unchanged -> {});
        RunFiles other = run.copy(folder, "other", unchanged -> {});
        RunFiles roundabout = RunFiles.read(two.folder().resolve("../run"));
        assertEquals(List.of("one/run", "two/run", "other"), cells("", one, roundabout, other));
    }

    @Test
    void namesThatHoldAnythingBreakNeitherScreenNorFile() throws IOException {
        RunFiles odd = run.copy(folder, "a \"b\"\u001b[2J\n", unchanged -> {});
        RunFiles comma = run.copy(folder, "a, b", unchanged -> {});
        RunFiles lines = run.copy(folder, "a\nb", unchanged -> {});
        String head = compare(odd, comma, lines, run).out().lines().findFirst().orElseThrow();
        assertEquals("a \"b\"?[2J?; a, b; a?b; run", head.strip().replaceAll(" {2,}", "; "));
        Path file = folder.resolve("names.csv");
        String[] folders = Stream.of(odd, comma, lines)
                .map(each -> each.folder().toString())
                .toArray(String[]::new);
        Cli.run("compare", "--csv", file.toString(), folders[0], folders[1], folders[2])
                .expectDone();
        for (String name : List.of("\"a \"\"b\"\"\u001b[2J\n\"", "\"a, b\"", "\"a\nb\"")) {
            assertTrue(Files.readString(file).contains("\n" + name + ",delta-mgd,error,1,"), name);
        }
    }

    /** A rule that recalls nothing. */
    @Test
    void whatNoRunHasIsNoRowAndWhatOneLacksIsADash() throws IOException {
        Consumer<ObjectNode> change = summary -> ((ObjectNode) summary.path("training")).remove("recall");
        RunFiles a = run.copy(folder, "a", change);
        RunFiles b = run.copy(folder, "b", change);
        assertEquals(List.of("-", "error"), cells("recall", a, run));
        assertFalse(compare(a, b).out().contains("recall"));
    }

    @Test
    void theRunsStayAsTheyAre() throws IOException {
        RunFiles copy = run.copy(parent, "copy", unchanged -> {});
        List<String> before = BadInput.tree(parent);
        compare(run, copy);
        assertEquals(before, BadInput.tree(parent));
    }
}
