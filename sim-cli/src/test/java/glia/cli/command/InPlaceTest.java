package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that are perturbed in place, and written otherwise than row by row, from the command line. */
class InPlaceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "chip.element.kind=in-place",
                "chip.element.kind=in-place chip.element.restore=merged chip.device=taox-hfox",
                "chip.element.kind=in-place learning.updatePeriod=4 chip.element.restore=merged",
                "chip.element.bits=5 chip.element.fullScale=0.02 chip.element.mismatch=0.1",
                "chip.write.mode=column chip.write.slot=longest chip.device=ag-a-si"
            })
    void tinyIsVerifiedToTheBit(String settings) {
        Cli.run(("verify tiny --set " + settings.replace(" ", " --set ")).split(" "))
                .expectDone();
    }

    /** A rewriting chip wears its cells three times as much, and sets no element. */
    @Test
    void aRunCountsWritesInPlace(@TempDir Path parent) throws IOException {
        RunFiles separate = RunFiles.tiny(parent, "separate", "--set", "run.epochs=2");
        RunFiles inPlace =
                RunFiles.tiny(parent, "in-place", "--set", "run.epochs=2", "--set", "chip.element.kind=in-place");
        RunFiles merged = RunFiles.tiny(
                parent,
                "merged",
                "--set",
                "run.epochs=2",
                "--set",
                "chip.element.kind=in-place",
                "--set",
                "chip.element.restore=merged");
        long once = writes(separate);
        assertTrue(once > 0);
        assertEquals(3.0, (double) writes(inPlace) / once, 0.1);
        assertEquals(2.0, (double) writes(merged) / once, 0.1);
        assertEquals(
                0, inPlace.summary().at("/writes/perturbationToggles/total").longValue());
    }

    @Test
    void cellsThatAreTheirOwnElementsTakeNoRoomForThem() {
        assertTrue(Cli.run("describe", "tiny").expectDone().out().contains("\n  tile element "));
        String out = Cli.run("describe", "tiny", "--set", "chip.element.kind=in-place")
                .expectDone()
                .out();
        assertTrue(out.contains("\n  tile cell ") && !out.contains("tile element"), out);
    }

    private static long writes(RunFiles run) {
        return run.summary().at("/writes/commits/max").longValue();
    }

    @Test
    void aPerturbationThatOutlivesABaselinePassIsRefusedInOneLine() {
        Cli refused = Cli.run(
                "run",
                "tiny",
                "--set",
                "learning.rule=undirected-mgd",
                "--set",
                "learning.perturbationPeriod=2",
                "--set",
                "chip.element.kind=in-place");
        assertEquals(Commands.BAD_INPUT, refused.code());
        assertEquals(
                "glia: --set: chip.element.kind is in-place; expected separate, unless learning.samplePeriod and"
                        + " learning.updatePeriod are multiples of learning.perturbationPeriod: cells cannot keep a perturbation"
                        + " through a baseline pass\n",
                refused.err());
    }
}
