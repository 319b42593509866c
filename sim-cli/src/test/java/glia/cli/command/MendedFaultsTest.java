package glia.cli.command;

import static glia.cli.command.BadInput.of;
import static glia.cli.command.BadInput.scenario;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import glia.cli.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad inputs that were once answered badly. */
class MendedFaultsTest {
    private static final String COUNTS = "samples,cycles,block,action,count\n400,178812,cost,ADD,2040\n";
    private static final String NO_COUNTS = "is no line of samples,cycles,block,action,count";

    static Stream<BadInput> scenarios() {
        return Stream.of(
                scenario(
                        "unknown key, at the place of the key",
                        "DIR/s.yaml:2:3: unknown key chip.clok; did you mean chip.clock?",
                        "chip:",
                        "  clok: 1 GHz"),
                scenario("YAML that holds itself", "DIR/s.yaml:1:...", "chip: &a {tile: *a}"),
                scenario("YAML nested too deep", "DIR/s.yaml...", "a: " + "[".repeat(20_000)),
                scenario("no path", "DIR/s.yaml:1:23: run.initialWeights is ...", "run: {initialWeights: \"a\\0b\"}"),
                scenario("no name", "DIR/s.yaml:1:13: data.set is ...", "data: {set: \"a\\0b\"}"),
                of(
                                "a folder that is made in vain",
                                "--set: data.train is 1; ...",
                                "run",
                                "tiny",
                                "--out",
                                "DIR/new/run")
                        .set("data.train=1"));
    }

    static Stream<BadInput> files() {
        byte[] endless =
                ("\u0093NUMPY\u0001\u0000v\u0000{'descr': '<f4', 'fortran_order': False, 'shape': (44444444444444444444, 3), }"
                                + " ".repeat(39) + "\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                of(
                                "endless matrix",
                                "DIR/w/layer1.weights.npy: ...",
                                "run",
                                "tiny",
                                "--set",
                                "run.initialWeights=DIR/w")
                        .with("w/layer1.weights.npy", endless),
                counts("short line", "DIR/run/counts.csv:3:1: " + NO_COUNTS, COUNTS + "400,1\n"),
                counts("long line", "DIR/run/counts.csv:2:1: " + NO_COUNTS, COUNTS.replace("2040", "2040,1")),
                counts(
                        "unknown action",
                        "DIR/run/counts.csv:2:1: unknown action ADDD; did you mean ADD?",
                        COUNTS.replace("ADD", "ADDD")),
                counts("negative count", "DIR/run/counts.csv:2:1: " + NO_COUNTS, COUNTS.replace("2040", "-2040")),
                table("time beyond all", "10 ns, grade: assumed", "1e30 s, grade: assumed"),
                table("time that ends the count of cycles", "10 ns, grade: assumed", "1e10 s, grade: assumed"),
                table("no name", "name: rram-32nm\n", ""),
                table("empty source", "source: 'one word and lane every 10 ns'", "source: ''"));
    }

    private static BadInput counts(String what, String line, String counts) {
        return of(what, line, "recost", "DIR/run", "--technology", "rram-32nm")
                .with("run/scenario.yaml", "")
                .with("run/summary.json", "{}")
                .with("run/counts.csv", counts);
    }

    private static BadInput table(String what, String old, String now) {
        String text = Technology.shipped();
        int at = text.indexOf(old);
        return of(what, "DIR/t.yaml...", "run", "tiny", "--set", "technology=DIR/t.yaml")
                .with("t.yaml", text.substring(0, at) + now + text.substring(at + old.length()));
    }

    @ParameterizedTest
    @MethodSource({"scenarios", "files"})
    void isAnsweredInOneLine(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }

    /** A section whose keys are all commented out. */
    @Test
    void anEmptySectionIsNoKey(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "chip:\n  # clock: 1 GHz\nrun: {seed: 2}\n");
        assertEquals(Commands.DONE, Cli.run("describe", file.toString()).code());
    }

    /** As any other folder that this user makes. */
    @Test
    void aRunsFolderMayBeReadByThoseWhoMayReadItsParent(@TempDir Path parent) throws IOException {
        Path made = Files.createDirectory(parent.resolve("made"));
        Path run = RunFiles.tiny(parent, "run", "--set=run.epochs=0.1").folder();
        assertEquals(Files.getPosixFilePermissions(made), Files.getPosixFilePermissions(run));
    }

    /** Of two runs that are started at once without a folder, none loses its results to the other. */
    @Test
    void twoRunsAtOnceGetFoldersOfTheirOwn(@TempDir Path parent) {
        assertNotEquals(
                RunFolder.next(parent, "tiny").folder(),
                RunFolder.next(parent, "tiny").folder());
    }

    /** A folder whose name begins with a bracket is written so that it is read again. */
    @Test
    void everyTextIsReadAgainAsItWasWritten(@TempDir Path parent) throws IOException {
        Path file = Files.writeString(
                parent.resolve("s.yaml"), "data: {set: patterns, dir: '[x'}\nnetwork: {layers: [4, 2]}\n");
        RunFiles run = RunFiles.run(parent, "run", file.toString(), "--set=run.epochs=0.1");
        assertFalse(RunFiles.run(
                        parent, "again", run.folder().resolve("scenario.yaml").toString())
                .fingerprint()
                .isEmpty());
    }
}
