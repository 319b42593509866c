package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Figure;
import glia.cli.scenario.Technologies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TechnologyCommandTest {
    @TempDir
    private static Path parent;

    private static RunFiles run;

    @BeforeAll
    static void train() throws IOException {
        run = RunFiles.tiny(parent, "run", "--set=run.epochs=1", "--set=chip.powerGating=power");
    }

    static Stream<String> shipped() {
        return Technologies.names().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedTableIsCompleteAndNamedAsItsFile(String name) {
        Cli answer = Cli.run("technology", "check", name).expectDone();
        assertTrue(answer.out().startsWith(name + ": complete; "), answer.out());
        assertEquals(name, Technologies.named(name).name());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyFigureIsShownAndEveryGradeCounted(String name) {
        String out = Cli.run("technology", "show", name).expectDone().out();
        var technology = Technologies.named(name);
        List<Map<String, Figure>> tables = List.of(
                technology.energies(),
                technology.latencies(),
                technology.blocks().leaking(),
                technology.blocks().clock(),
                technology.blocks().gated(),
                technology.areas());
        int figures = 0;
        for (Map<String, Figure> table : tables) {
            figures += table.size();
            for (Figure figure : table.values()) {
                assertTrue(out.contains(figure.source()), figure.source());
            }
        }
        String last = out.lines().reduce((before, line) -> line).orElse("");
        assertTrue(last.startsWith(figures + " figures: "), last);
        long sum = Stream.of(last.replaceAll("^.*: ", "").split(", "))
                .mapToLong(part -> Long.parseLong(part.split(" ")[0]))
                .sum();
        assertEquals(figures, sum);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theReadmeCountsTheGrades(String name) throws IOException {
        String checked = Cli.run("technology", "check", name).expectDone().out();
        String counts = checked.replaceAll("(?s)^.*figures: | [a-z]+(?=,|\\n)|\\n", "");
        List<String> rows = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith("| `" + name + "`"))
                .toList();
        assertEquals(1, rows.size(), name);
        assertTrue(rows.get(0).contains("| " + counts + " |"), counts + " in " + rows.get(0));
    }

    /** A run with awake cycles among its counts is priced by every table. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedTablePricesARun(String name) {
        Cli answer =
                Cli.run("recost", run.folder().toString(), "--technology", name).expectDone();
        assertTrue(answer.out().contains("  STATIC_POWER "), answer.out());
        assertTrue(
                name.equals("rram-32nm")
                        || name.startsWith("neurosim")
                        || answer.out().contains("  CLOCK "),
                name);
    }

    @Test
    void aTableThatLacksAnActionOfTheRunIsRefusedByItsName() throws IOException {
        Path file = Files.writeString(
                parent.resolve("lacking.yaml"),
                Technology.shipped().replaceFirst("(?s)  BARRIER:.*?staticPower", "staticPower"));
        Cli answer = Cli.run("recost", run.folder().toString(), "--technology", file.toString());
        assertEquals(2, answer.code());
        assertEquals("glia: " + file + ": lacks the energy of BARRIER\n", answer.err());
    }

    /** All that is wrong is said at once, in the order of the file, then what is missing. */
    @Test
    void everythingThatIsWrongIsSaid() throws IOException {
        String text = Technology.shipped()
                .replace("  ADD:", "  ADDD:")
                .replace("0.0295 pJ", "0.0295 ns")
                .replace("  adc: {", "  acd: {");
        Path file = Files.writeString(parent.resolve("wrong.yaml"), text);
        Cli answer = Cli.run("technology", "check", file.toString());
        assertEquals(2, answer.code());
        assertEquals("", answer.out());
        int add = line(text, "  ADDD:");
        int compare = line(text, "0.0295 ns");
        int adc = line(text, "  acd: {");
        List<String> expected = new ArrayList<>();
        expected.add(":" + (add + 1) + ":14: unknown action ADDD; did you mean ADD?");
        expected.add(":" + (add + 2) + ":15: unknown action ADDD; did you mean ADD?");
        expected.add(
                ":" + compare + ":21: actions.COMPARE.energy.value is 0.0295 ns; expected a number with a unit: J, uJ,"
                        + " nJ, pJ, fJ, aJ");
        expected.add(":" + adc + ":9: unknown part acd; did you mean adc?");
        expected.add(": lacks the energy of ADD");
        expected.add(": lacks the energy of COMPARE");
        expected.add(": lacks the latency of ADD");
        expected.add(": lacks the interval of ADD");
        expected.add(": lacks the area of adc");
        assertEquals(
                expected.stream().map(line -> "glia: " + file + line).toList(),
                answer.err().lines().toList());
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count() + (part.startsWith(" ") ? 1 : 0);
    }

    @Test
    void everyTableIsListed() {
        String out = Cli.run("technology", "list").expectDone().out();
        assertEquals(
                Technologies.names(),
                out.lines().filter(line -> !line.startsWith(" ")).toList());
    }
}
