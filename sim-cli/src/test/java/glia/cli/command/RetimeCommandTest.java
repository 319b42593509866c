package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs made from one training against runs that train, file by file. */
class RetimeCommandTest {
    private static final String[] DESIGN = {
        "--set=run.epochs=2", "--set=chip.device.preset=taox-hfox", "--set=measures.drift=true"
    };

    @TempDir
    private static Path parent;

    private static RunFiles run;

    @BeforeAll
    static void train() throws IOException {
        run = RunFiles.tiny(parent, "run", DESIGN);
    }

    private static List<String> sets(String changes) {
        return Stream.of(changes.split(" ")).map(change -> "--set=" + change).toList();
    }

    private static Cli retime(Path from, Path out, String changes) {
        List<String> arguments = new ArrayList<>(List.of("retime", from.toString(), "--out=" + out));
        arguments.addAll(changes.isEmpty() ? List.of() : sets(changes));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chip.clock=33MHz",
                "chip.bus.width=8bit",
                "chip.bus.medium=tree chip.bus.arbiter=fixed-priority",
                "chip.interconnect.kind=mesh chip.interconnect.width=16bit",
                "chip.interconnect.kind=shared-bus",
                "chip.schedule=overlapped",
                "technology=sram-7nm",
                "chip.write.prices=technology chip.write.slot=full-train",
                "chip.powerGating=power chip.tile.columns=1",
                "chip.tile.columns=3 chip.tile.adcs=1 chip.tiles=9 run.targetAccuracy=70",
                "chip.device.preset=epiram"
            })
    void everyFileIsThatOfARunThatTrains(String changes) throws IOException {
        Path retimed = parent.resolve("retimed " + changes.replace('/', ' '));
        String screen = retime(run.folder(), retimed, changes).expectDone().out();
        // a preset over what the first one filled in, as over the run's own scenario
        String scenario = run.folder().resolve("scenario.yaml").toString();
        RunFiles trained = RunFiles.run(
                parent, "trained " + changes, scenario, sets(changes).toArray(String[]::new));
        assertSame(trained.folder(), retimed);
        assertTrue(screen.contains(" steps were simulated; the training is that of " + run.folder() + "\n"), screen);
    }

    private static void assertSame(Path trained, Path retimed) throws IOException {
        assertEquals(names(trained), names(retimed));
        for (String name : names(trained)) {
            if (!name.equals("summary.json")) {
                assertArrayEquals(
                        Files.readAllBytes(trained.resolve(name)), Files.readAllBytes(retimed.resolve(name)), name);
            }
        }
        assertEquals(figures(trained), figures(retimed));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The lines of the summary, as written, but for wall times, the scenario's name and provenance. */
    private static List<String> figures(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("summary.json")));
        lines.removeIf(line -> line.matches(
                "  \"scenario\" : .*|.*\"(wallSeconds|trainingSeconds|samplesPerSecond|deliveriesPerSecond)\" : .*"));
        return lines.subList(0, lines.indexOf("  \"provenance\" : {"));
    }

    @Test
    void saysWhichRunItIsFromAndKeepsItsName() throws IOException {
        Path out = parent.resolve("named");
        retime(run.folder(), out, "chip.clock=1GHz").expectDone();
        JsonNode summary = RunFiles.read(out).summary();
        assertEquals("tiny", summary.path("scenario").asText());
        assertEquals(
                run.folder().toString(), summary.at("/provenance/retimedFrom").asText());
        assertTrue(run.summary().at("/provenance/retimedFrom").isMissingNode());
    }

    @Test
    void aRetimedRunCanBeRetimedAgain() throws IOException {
        Path once = parent.resolve("once");
        Path back = parent.resolve("back");
        retime(run.folder(), once, "chip.tile.columns=3 chip.bus.depth=5").expectDone();
        retime(once, back, "chip.tile.columns=2 chip.bus.depth=2").expectDone();
        assertSame(run.folder(), back);
    }

    @Test
    void aTechnologyIsLookedForWhereTheCommandIsGiven() throws IOException {
        Path prices = Path.of("src/main/resources/glia/cli/technologies/sram-7nm.yaml");
        Path out = parent.resolve("priced");
        retime(run.folder(), out, "technology=" + prices).expectDone();
        RunFiles trained = RunFiles.tiny(parent, "trained at other prices", append("--set=technology=" + prices));
        assertSame(trained.folder(), out);
    }

    private static String[] append(String more) {
        return Stream.concat(Stream.of(DESIGN), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aKeyThatCanChangeWeightsIsRefusedByName() {
        Path out = parent.resolve("refused");
        Cli answer = retime(run.folder(), out, "chip.clock=1GHz learning.rate=0.2");
        assertEquals(Commands.BAD_INPUT, answer.code());
        assertEquals(
                "glia: --set: learning.rate is 0.2; expected 0.1 as in the run, since it can change weights:"
                        + " that needs a run of its own\n",
                answer.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void columnsOfTilesAreRefusedWhereReadsAreTransposed() throws IOException {
        RunFiles backward = RunFiles.tiny(parent, "backward", "--set=learning.rule=backpropagation");
        Cli answer = retime(backward.folder(), parent.resolve("not"), "chip.tile.columns=3");
        assertEquals(Commands.BAD_INPUT, answer.code());
        assertTrue(
                answer.err().startsWith("glia: --set: chip.tile.columns is 3; expected 2 as in the run"), answer.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chip.zeroGating=true | chip.zeroGating makes counts depend on data",
                "chip.skipIdleRows=true | chip.skipIdleRows makes cycles depend on data",
                "chip.write.slot=longest | chip.write.slot makes cycles depend on data",
                "run.replay=off | run.replay is off"
            })
    void trainsInFullWhereTimeOrCountsDependOnDataAndSaysSo(String example) throws IOException {
        String[] parts = example.split(" \\| ");
        Path out = parent.resolve("full " + parts[0]);
        String screen = retime(run.folder(), out, parts[0]).expectDone().out();
        assertTrue(screen.matches("(?s).*\nTrained in full, in [0-9.]+ m?s, since " + parts[1] + "\n"), screen);
        RunFiles trained = RunFiles.tiny(parent, "trained " + parts[0], append("--set=" + parts[0]));
        assertSame(trained.folder(), out);
    }

    @Test
    void readsOfCellsAreNotKnownByColumn() throws IOException {
        RunFiles verified = RunFiles.tiny(parent, "verified", append("--set=chip.device.programming=write-verify"));
        String kept = retime(verified.folder(), parent.resolve("same columns"), "chip.clock=1GHz")
                .expectDone()
                .out();
        assertTrue(kept.contains("Retimed in"), kept);
        Path out = parent.resolve("other columns");
        String screen = retime(verified.folder(), out, "chip.tile.columns=3")
                .expectDone()
                .out();
        assertTrue(
                screen.endsWith("chip.device.programming write-verify counts reads of cells by tile, not by column\n"));
    }

    @Test
    void aRunThatDivergedTrainsInFull() throws IOException {
        String[] diverging = {
            "run",
            "tiny",
            "--quiet",
            "--out=" + parent.resolve("diverged"),
            "--set=learning.rate=1e6",
            "--set=learning.lastLayer=exact",
            "--set=network.activation=identity",
            "--set=network.cost=mse"
        };
        assertEquals(Commands.FAILED, Cli.run(diverging).code());
        JsonNode before = RunFiles.read(parent.resolve("diverged")).summary();
        assertEquals("diverged", before.path("status").asText());
        Cli answer = retime(parent.resolve("diverged"), parent.resolve("again"), "chip.clock=1GHz");
        assertEquals(Commands.FAILED, answer.code());
        assertTrue(answer.out().contains("since the run diverged\n"), answer.out());
    }

    @Test
    void filesThatDoNotFitEachOtherAreRefused() throws IOException {
        refused("columns.csv", "0,0,(\\d)", "0,0,1$1", "write pulses; expected the");
        refused(
                "columns.csv",
                "layer1.tile0.0",
                "layer9.tile0.0",
                "columns.csv:2:1: tile layer9.tile0.0 with 2 columns; expected");
        refused("accuracy.csv", "\n800,", "\n801,", "does not fit accuracy.csv and columns.csv");
        assertTrue(retime(damaged("none", "columns.csv", "", ""), parent.resolve("x"), "")
                .err()
                .contains("columns.csv: is not there"));
    }

    private void refused(String file, String old, String now, String expected) throws IOException {
        Path damaged = damaged("damaged " + expected.length(), file, old, now);
        Cli answer = retime(damaged, parent.resolve("never"), "");
        assertEquals(Commands.BAD_INPUT, answer.code());
        assertTrue(answer.err().contains(expected), answer.err());
        assertFalse(Files.exists(parent.resolve("never")));
    }

    /** A copy of the run with other words in one file, or without it. */
    private static Path damaged(String name, String file, String old, String now) throws IOException {
        Path copy = Files.createDirectories(parent.resolve(name));
        for (String each : names(run.folder())) {
            if (!each.equals(file)) {
                Files.copy(run.folder().resolve(each), copy.resolve(each));
            } else if (!old.isEmpty()) {
                String text = run.text(file);
                String damaged = text.replaceAll(old, now);
                assertNotEquals(text, damaged, file + " has no " + old);
                Files.writeString(copy.resolve(file), damaged);
            }
        }
        return copy;
    }
}
