package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measured curves from files, and the schemes of cells, from the command line. */
class MeasuredDeviceTest {
    private static final String CURVE = "branch,pulse,conductance\n"
            + "potentiation,0,1\npotentiation,5,2.5\npotentiation,6,2\npotentiation,50,4\n"
            + "depression,0,4\ndepression,30,1.5\ndepression,80,1\n";

    @TempDir
    Path folder;

    @Test
    void aRunHoldsThePointsOfItsCurveAndRunsAgain() throws IOException {
        Files.writeString(folder.resolve("cell.csv"), CURVE);
        Path scenario = Files.writeString(
                folder.resolve("s.yaml"),
                "chip:\n  device:\n    kind: measured\n    curve: cell.csv\nnetwork:\n  layers: [784, 4, 10]\n"
                        + "data:\n  set: glyphs\nrun:\n  epochs: 0.01\n");
        String first = folder.resolve("one").toString();
        String second = folder.resolve("two").toString();
        Cli.run("run", scenario.toString(), "--out", first).expectDone();
        String stored = Files.readString(Path.of(first, "scenario.yaml"));
        assertTrue(stored.contains("    curve: none\n"), stored);
        assertTrue(stored.contains("potentiationCurve: [0 1.0, 5 2.25, 6 2.25, 50 4.0]"), stored);
        Files.delete(folder.resolve("cell.csv"));
        Cli.run("run", Path.of(first, "scenario.yaml").toString(), "--out", second)
                .expectDone();
        for (String file : List.of("layer1.weights.npy", "layer2.writes.npy", "accuracy.csv")) {
            assertEquals(-1, Files.mismatch(Path.of(first, file), Path.of(second, file)), file);
        }
    }

    /** The chip equals the reference on each scheme. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "chip.device.kind=measured",
                "chip.device=ag-a-si chip.device.programming=write-verify chip.device.readNoise=0.01",
                "chip.device=gst-pcm chip.device.signed=pair",
                "chip.device=gst-pcm chip.device.signed=pair chip.device.drift=power chip.device.driftStart=20us",
                "chip.device.drift=exponential chip.device.driftTime=1ms",
                "learning.rule=backpropagation chip.device.readNoise=0.02"
            })
    void verifyComparesEveryScheme(String sets) throws IOException {
        Path curve = Files.writeString(folder.resolve("cell.csv"), CURVE);
        String all = sets.replace("kind=measured", "kind=measured chip.device.curve=" + curve);
        String[] words = ("verify tiny --set " + all.replace(" ", " --set ")).split(" ");
        String out = Cli.run(words).expectDone().out();
        assertTrue(out.contains("equal"), out);
    }

    static List<BadInput> badCurves() {
        return List.of(
                bad("no column", ":1:1: no column pulse; expected branch,pulse,conductance", "branch,conductance\n"),
                bad("no row", ": 0 points of potentiation; expected at least 2", "branch,pulse,conductance\n"),
                bad("text", ":3:16: conductance many; expected a finite number", row("potentiation,1,many")),
                bad("infinity", ":3:16: conductance 1e99; expected a finite number", row("potentiation,1,1e99")),
                bad("part", ":3:14: pulse 1.5; expected a whole number", row("potentiation,1.5,2")),
                bad("again", ":3:14: pulse 0 after 0; expected rising numbers in a branch", row("potentiation,0,2")),
                bad(
                        "far",
                        ":3:14: pulse 65537; expected 65536 pulses from the first to the last at most",
                        row("potentiation,65537,2")),
                bad("name", ":3:1: branch up; expected potentiation or depression", row("up,1,2")),
                bad("short", ":3:14: 2 columns; expected 3 as in the header", row("potentiation,1")),
                bad(
                        "falling",
                        ": the conductance does not rise in all going by potentiation; expected a branch that does",
                        row("potentiation,1,0.5\npotentiation,2,0.2")),
                bad(
                        "flat",
                        ": the conductance does not fall in all going by depression; expected a branch that does",
                        row("potentiation,1,2\ndepression,0,1\ndepression,1,1")));
    }

    private static String row(String rows) {
        return "branch,pulse,conductance\npotentiation,0,1\n" + rows + "\n";
    }

    private static BadInput bad(String what, String line, String csv) {
        return BadInput.of(
                        what,
                        "DIR/cell.csv" + line,
                        "run",
                        "tiny",
                        "--set",
                        "chip.device.kind=measured",
                        "--set",
                        "chip.device.curve=DIR/cell.csv")
                .with("cell.csv", csv);
    }

    static List<BadInput> badSchemes() {
        return List.of(
                BadInput.set(
                                "no file",
                                "chip.device.curve is none.csv; expected a CSV file, and there is none of that name",
                                "chip.device.curve=none.csv")
                        .set("chip.device.kind=measured"),
                BadInput.of(
                        "no curve",
                        "default of chip.device.potentiationCurve: chip.device.potentiationCurve is none; expected points or a"
                                + " curve, which device measured needs",
                        "run",
                        "tiny",
                        "--set",
                        "chip.device=measured"),
                BadInput.set(
                        "ideal pair",
                        "chip.device.signed is pair; expected reference, since an ideal cell has no range to pair",
                        "chip.device.signed=pair"));
    }

    static List<BadInput> badValues() {
        return List.of(
                BadInput.set(
                        "points",
                        "chip.device.potentiationCurve is [0 1, 1 x]; expected none or a list of at least 2 points"
                                + " \"pulse conductance\", pulses rising and conductances rising",
                        "chip.device.potentiationCurve=[0 1, 1 x]"),
                BadInput.set(
                        "attempts",
                        "chip.device.attempts is 0; expected a whole number from 1 to 1000",
                        "chip.device.attempts=0"),
                BadInput.set(
                        "drift",
                        "chip.device.drift is pwoer; expected one of none, power, exponential; did you mean power?",
                        "chip.device.drift=pwoer"));
    }

    @Test
    void badCurvesAreRefusedWithTheirPlace() throws IOException {
        for (BadInput bad : badCurves()) {
            bad.check(Files.createDirectory(folder.resolve(bad.what().replace(' ', '-'))));
        }
    }

    @Test
    void badSchemesAreRefusedInOneLine() throws IOException {
        for (BadInput bad : badSchemes()) {
            bad.check(Files.createDirectory(folder.resolve(bad.what().replace(' ', '-'))));
        }
        for (BadInput bad : badValues()) {
            bad.check(Files.createDirectory(folder.resolve(bad.what())));
        }
    }
}
