package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user sees of schedules. */
class ScheduleTest {
    @TempDir
    private Path folder;

    private JsonNode run(String name, String... more) throws IOException {
        return RunFiles.tiny(folder, name, more).summary();
    }

    @Test
    void schedulesLearnTheSameInFewerCycles() throws IOException {
        JsonNode barrier = run("barrier");
        JsonNode overlapped = run("overlapped", "--set", "chip.schedule=overlapped");
        JsonNode dual = run("dual", "--set", "chip.schedule=dual-array");
        assertEquals(barrier.path("fingerprint"), overlapped.path("fingerprint"));
        assertEquals(barrier.path("fingerprint"), dual.path("fingerprint"));
        assertEquals(barrier.path("writes"), dual.path("writes"));
        assertTrue(cycles(overlapped) < cycles(barrier));
        assertTrue(cycles(dual) <= cycles(overlapped));
        assertEquals(2 * price(overlapped, "WRITE_SYNAPSE"), price(dual, "WRITE_SYNAPSE"), 1e-6);
        assertEquals(price(overlapped, "MULTIPLY_ACCUMULATE"), price(dual, "MULTIPLY_ACCUMULATE"), 1e-6);
        assertTrue(overlapped.at("/time/byPhase").has("OVERLAPPED"));
        assertFalse(overlapped.at("/time/byPhase").has("PERTURBED"));
        assertEquals("on", overlapped.at("/simulator/replay").asText());
    }

    private static long cycles(JsonNode summary) {
        return summary.at("/time/cycles").asLong();
    }

    private static double price(JsonNode summary, String action) {
        return summary.at("/energy/byAction/" + action).asDouble();
    }

    @Test
    void measuresOfStepsSeeTheSameAndThoseOfBaselinePassesAreRefused() throws IOException {
        String[] gradient = {"--set", "measures.gradient=50", "--set", "run.epochs=1"};
        RunFiles barrier = RunFiles.tiny(folder, "seen", gradient);
        RunFiles overlapped = RunFiles.tiny(
                folder,
                "overlapped-seen",
                "--set",
                "chip.schedule=overlapped",
                gradient[0],
                gradient[1],
                gradient[2],
                gradient[3]);
        assertEquals(barrier.text("measures.csv"), overlapped.text("measures.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chip.schedule=overlaped | chip.schedule is overlaped; expected one of barrier, overlapped, dual-array; did you mean"
                        + " overlapped?",
                "chip.schedule=overlapped measures.iterations=50 | measures.iterations is 50; expected 0 unless chip.schedule is"
                        + " barrier, which learns the same",
                "chip.schedule=dual-array chip.device.writeNoise=0.1 | chip.schedule is dual-array; expected barrier or overlapped,"
                        + " since chip.device.writeNoise lets two copies of a weight part",
                "chip.schedule=dual-array chip.zeroGating=true chip.device.readNoise=0.1 | chip.schedule is dual-array; expected barrier"
                        + " or overlapped, since with chip.zeroGating a perturbed read can overtake the baseline one, whose noise"
                        + " (chip.device.readNoise) is drawn in order",
                "chip.schedule=dual-array chip.element.kind=in-place | chip.schedule is dual-array; expected barrier or overlapped,"
                        + " since chip.element.kind in-place is modelled for one copy of a weight"
            })
    void whatCannotBeIsRefused(String settings, String expected) {
        Path out = folder.resolve("x");
        List<String> arguments = new ArrayList<>(List.of("run", "tiny", "--out", out.toString()));
        for (String setting : settings.split(" ")) {
            arguments.addAll(List.of("--set", setting));
        }
        Cli answer = Cli.run(arguments.toArray(String[]::new));
        assertEquals("glia: --set: " + expected + "\n", answer.err());
        assertEquals(Commands.BAD_INPUT, answer.code());
        assertFalse(Files.exists(out));
    }

    /** The cycles follow from the table as in the test of a chip of three layers; inputs take a cycle at 16 lanes. */
    @Test
    void describeShowsWhenBlocksWorkForEachPhase() {
        String out = Cli.run(
                        "describe",
                        "tiny",
                        "--schedule",
                        "--set=chip.schedule=overlapped",
                        "--set=learning.recall=label",
                        "--set=learning.norm=deferred")
                .expectDone()
                .out();
        assertTrue(out.startsWith("tiny, schedule overlapped: "), out);
        assertTrue(out.contains("\n  layer1.tiles           5-7   15-15    16-19      20-22   41-44\n"), out);
        assertTrue(out.contains("\n  barriers 45-104; 105 cycles in all\n"), out);
        assertTrue(
                out.matches("(?s).*\n  barrier +366\n  overlapped +105 +28.7 %\n  dual-array +105 +28.7 %\n.*"), out);
        assertTrue(
                out.endsWith("A second copy of the weights saves nothing: no tile has both passes to do at a time\n"));
    }

    /** Where reads are slow, a tile is asked for the perturbed pass before it has done with the baseline pass. */
    @Test
    void aSecondCopySavesCyclesWhereReadsAreSlow() {
        String out = Cli.run(
                        "describe",
                        "glyphs",
                        "--schedule",
                        "--set=learning.rule=node-perturbation",
                        "--set=chip.tile.adcs=1")
                .expectDone()
                .out();
        assertTrue(out.matches("(?s).*A second copy of the weights saves [1-9][0-9]* of [0-9]+ cycles\n"), out);
    }

    @Test
    void describeSimulatesWhatHasNoClosedForm() {
        String out = Cli.run("describe", "tiny", "--set=chip.schedule=overlapped")
                .expectDone()
                .out();
        assertTrue(
                out.contains("Phases that overlap have no closed form; a sample without a refresh, simulated:\n"), out);
        assertFalse(out.contains("  PERTURBED  "), out);
    }

    @Test
    void theScreenSaysWhatASecondCopyCostsAndGains() {
        String out = Cli.run(
                        "run",
                        "tiny",
                        "--set=chip.schedule=dual-array",
                        "--set=run.epochs=1",
                        "--out=" + folder.resolve("screen"))
                .expectDone()
                .out();
        assertTrue(out.contains("  each in both copies of the weights: "), out);
        assertTrue(out.contains("  A second copy of the weights saves nothing"), out);
    }
}
