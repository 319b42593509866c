package glia.cli.command;

import static glia.cli.command.BadInput.of;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders and options that {@code glia endurance} cannot use. */
class EnduranceBadInputTest {
    private static final String RATE = "; expected samples a second from 1e-12/s to 1e12/s, such as 1000/s";

    @TempDir
    private static Path runs;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        RunFiles.tiny(runs, "run", "--set=run.epochs=0.1");
    }

    static Stream<BadInput> inputs() {
        return Stream.of(
                set("no pulse", "chip.device.endurance is 0; expected none or a number from 1 to...", "endurance=0"),
                set("endurance in words", "chip.device.endurance is many; expected none or a...", "endurance=many"),
                set("too wide a spread", "chip.device.enduranceSpread is 11; expected...", "enduranceSpread=11"),
                set("no such end", "chip.device.wornAt is up; expected one of on, off, last...", "wornAt=up"),
                set("a key near another", "unknown key chip.device.wornat; did you mean chip...", "wornat=on"),
                of("no folder", "DIR/else: is no run; expected a folder with...", "endurance", "DIR/else"),
                of("a file", "DIR/run/summary.json: is no run; ...", "endurance", "DIR/run/summary.json"),
                option("rate without unit", "--rate: 1000" + RATE, "--rate", "1000"),
                option("rate of 0", "--rate: 0/s" + RATE, "--rate", "0/s"),
                option("rate below 0", "--rate: -1/s" + RATE, "--rate=-1/s"),
                option("rate beyond any chip", "--rate: 1e13/s" + RATE, "--rate", "1e13/s"),
                option("rate that is no number", "--rate: fast/s" + RATE, "--rate", "fast/s"),
                option("rate by the hour", "--rate: 3/h" + RATE, "--rate", "3/h"),
                option("rate of endless digits", "--rate: 1e999999999/s" + RATE, "--rate", "1e999999999/s"),
                option("a device near another", "device taox-hfo...", "--device", "taox-hfo"),
                option("none of the worst", "--worst: 0; expected a whole number from 1 to 10000", "--worst", "0"),
                option("too many of the worst", "--worst: 10001; expected a whole...", "--worst", "10001"),
                option("worst in words", "Invalid value for option '--worst'...", "--worst", "all"),
                option("a folder that is there", "DIR/run: exists already; expected a new...", "--out", "DIR/run"),
                option("a place in a file", "DIR/run/summary.json/x: ...", "--out", "DIR/run/summary.json/x"),
                option("a device file without figures", "DIR/d.yaml: has no kind; ...", "--device", "DIR/d.yaml")
                        .with("d.yaml", "name: x\n"),
                option(
                                "an endurance in words",
                                "DIR/e.yaml:3:32: facts.endurance.typical.value is many; expected a number of write cycles...",
                                "--device",
                                "DIR/e.yaml")
                        .with(
                                "e.yaml",
                                "kind: ideal\nfacts:\n  endurance: {typical: {value: many, grade: measured, source: x}}\n"));
    }

    private static BadInput set(String what, String line, String override) {
        return BadInput.set(what, line, "chip.device." + override);
    }

    private static BadInput option(String what, String line, String... options) {
        return of(
                what,
                line,
                Stream.concat(Stream.of("endurance", "DIR/run"), Stream.of(options))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isRefusedInOneLineAndLeavesNothing(BadInput input) throws IOException {
        copyRun();
        input.check(folder);
    }

    /** What is wrong with a copy of a run, and the line that says so. */
    static Stream<List<String>> broken() {
        return Stream.of(
                List.of("layer2.raisingPulses.npy", "", ": is no NumPy file of version 1.0"),
                List.of("layer2.loweringPulses.npy", "gone", ": cannot be read (NoSuchFileException)"),
                List.of("layer1.writes.npy", "layer2.writes.npy", ": is 3 x 2; the network expects 4 x 3"),
                List.of("layer1.writes.npy", "layer1.weights.npy", ": expected a matrix of '<i4' in C order; ..."),
                List.of("summary.json", "{}", ": has no training.samples; expected a whole number of at least 0"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenRunIsRefusedWithItsFile(List<String> change) throws IOException {
        copyRun();
        Path file = folder.resolve("run").resolve(change.get(0));
        if (change.get(1).equals("gone")) {
            Files.delete(file);
        } else if (change.get(1).endsWith(".npy")) {
            Files.write(file, Files.readAllBytes(folder.resolve("run").resolve(change.get(1))));
        } else {
            Files.writeString(file, change.get(1));
        }
        of("broken", "DIR/run/" + change.get(0) + change.get(2), "endurance", "DIR/run", "--out", "DIR/out")
                .check(folder);
    }

    @ParameterizedTest
    @MethodSource("negative")
    void aCountBelowZeroIsRefused(String name) throws IOException {
        copyRun();
        Path file = folder.resolve("run").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] = (byte) 0x80;
        Files.write(file, bytes);
        of("negative", "DIR/run/" + name + ": holds -21474...", "endurance", "DIR/run", "--out", "DIR/out")
                .check(folder);
    }

    static Stream<String> negative() {
        return Stream.of("layer1.writes.npy", "layer2.potentiations.npy");
    }

    private void copyRun() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("run"));
        try (Stream<Path> files = Files.list(runs.resolve("run"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }
}
