package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The front of a small sweep of {@code tiny}: two seeds of three rates and two widths of the bus, on chips of which half have too few tiles. */
class ParetoCommandTest {
    @TempDir
    private static Path folder;

    private static Path sweep;

    @TempDir
    private Path own;

    @BeforeAll
    static void sweep() throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, """
                scenario: tiny
                set: {run.epochs: 1}
                axes:
                  learning.rate: [0.01, 0.1, 0.3]
                  chip.bus.width: [1 bit, 32 bit]
                  chip.tiles: [4, 100]
                  run.seed: [1, 2]
                """);
        sweep = folder.resolve("sweep");
        Cli.run("sweep", file.toString(), "--out", sweep.toString(), "--quiet").expectDone();
    }

    private static Cli pareto(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "pareto";
        arguments[1] = sweep.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Cli.run(arguments);
    }

    /** A wider bus takes no longer and no less energy for the words, so that the fastest design has it. */
    @Test
    void listsTheFrontAndSaysWhatMatters() {
        String out = pareto("--minimize", "time.perSample", "--maximize", "testAccuracy")
                .expectDone()
                .out();
        List<String> lines = out.lines().toList();
        assertTrue(
                lines.get(0).startsWith("1 of 6 designs are beaten by no other in least cyclesPerSample, most"), out);
        assertTrue(lines.get(0).endsWith("medians of up to 2 seeds; 6 lack one of these figures."), out);
        assertTrue(lines.get(2).contains("32 bit"), out);
        assertTrue(out.contains("Variance of cyclesPerSample between levels: chip.bus.width 100.0 %"), out);
    }

    @Test
    void onlyOneObjectiveHasTheBestDesignAsItsFront() {
        String out = pareto("--maximize", "testAccuracy").expectDone().out();
        assertTrue(out.contains("beaten by no other in most testAccuracy"), out);
    }

    @Test
    void drawsTheFront() throws IOException {
        Path picture = own.resolve("front.png");
        pareto("--minimize", "joules", "--maximize", "testAccuracy", "--figure", picture.toString())
                .expectDone();
        assertEquals(1920, ImageIO.read(picture.toFile()).getWidth());
        Path drawing = own.resolve("front.svg");
        pareto("--minimize", "joules", "--maximize", "testAccuracy", "--figure", drawing.toString())
                .expectDone();
        String svg = Files.readString(drawing);
        assertEquals(6, svg.split("<circle").length - 1, svg);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--minimize=joule;--minimize: no figure 'joule'; did you mean joules?",
                "--minimize=wornCells;--minimize: no design has a value of wornCells",
                "--figure=a.gif;a.gif; expected a name that ends in .svg or .png",
                "--minimise=joules;Unknown option: '--minimise=joules'",
            })
    void refusesInOneLine(String option, String expected) {
        Cli cli = pareto(option.startsWith("--figure=") ? "--figure=" + own.resolve(option.substring(9)) : option);
        assertEquals(2, cli.code());
        assertTrue(cli.err().contains(expected), cli.err());
        assertEquals(
                1, cli.err().lines().filter(line -> line.startsWith("glia:")).count(), cli.err());
    }

    @Test
    void refusesWhatIsNoSweep() {
        assertTrue(Cli.run("pareto", own.toString()).err().contains("is no sweep; expected a folder with sweep.yaml"));
        assertTrue(
                Cli.run("report", own.toString(), "--minimize", "joules").err().contains("is no sweep"));
    }

    @Test
    void reportHasEveryDesignAndLeadsToNoReportThatIsNotThere() throws IOException {
        Path page = own.resolve("page.html");
        Cli.run("report", sweep.toString(), "--out", page.toString()).expectDone();
        String html = Files.readString(page);
        for (int design = 1; design <= 12; design++) {
            assertTrue(html.contains("id=\"design-" + design + "\""), "design " + design);
        }
        assertTrue(html.contains("failed"));
        assertFalse(html.contains("point-1.html"));
        Cli refused = Cli.run(
                "report", sweep.toString(), "--points", own.resolve("points").toString(), "--out", page.toString());
        assertTrue(refused.err().contains("kept no runs; expected one made with --keep runs"), refused.err());
        assertFalse(Files.exists(own.resolve("points")));
    }
}
