package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Areas and powers of gated blocks as a user sees them: the network [4, 3, 2] on six tiles of 2 x 2. */
class AreaTest {
    @TempDir
    private Path parent;

    @Test
    void theSummarysPartsAddUpToItsTotal() throws IOException {
        RunFiles run = RunFiles.tiny(parent, "run", "--set=run.epochs=0.1");
        JsonNode area = run.summary().path("area");
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode block : area.path("squareMicrometres")) {
            for (JsonNode part : block) {
                sum = sum.add(part.decimalValue());
            }
        }
        assertEquals(
                0,
                area.path("totalSquareMillimetres")
                        .decimalValue()
                        .movePointRight(6)
                        .compareTo(sum));
        // 6 tiles of 16 converters at 1200 um2
        assertEquals(
                0,
                new BigDecimal(6 * 16 * 1200)
                        .compareTo(area.at("/squareMicrometres/tile/adc").decimalValue()));
    }

    @Test
    void describeShowsEachPart() {
        String out = Cli.run("describe", "tiny").expectDone().out();
        assertTrue(out.contains("mm2 in technology rram-32nm\n"), out);
        assertTrue(out.matches("(?s).*\n  tile adc +96 +0\\.115 mm2 .*"), out);
        assertTrue(out.contains("\n(4,090 tiles without a synapse left out)\n"), out);
    }

    /** Gating changes neither what is learned nor when, and every step of it saves energy. */
    @Test
    void gatingChangesEnergyAlone() throws IOException {
        RunFiles none = gated("none");
        RunFiles clock = gated("clock");
        RunFiles power = gated("power");
        for (RunFiles run : new RunFiles[] {clock, power}) {
            assertEquals(none.summary().path("fingerprint"), run.summary().path("fingerprint"));
            assertEquals(
                    none.summary().path("scheduleFingerprint"), run.summary().path("scheduleFingerprint"));
        }
        assertTrue(clocked(none).compareTo(clocked(clock)) > 0);
        assertEquals(clocked(clock), clocked(power));
        assertEquals(leaked(none), leaked(clock));
        assertTrue(leaked(clock).compareTo(leaked(power)) > 0);
        assertTrue(none.text("counts.csv").lines().noneMatch(line -> line.contains("AWAKE_CYCLE")));
        assertTrue(power.text("counts.csv").lines().anyMatch(line -> line.contains("layer1.tile0.0,AWAKE_CYCLE,")));
    }

    private RunFiles gated(String gating) throws IOException {
        return RunFiles.tiny(
                parent,
                gating,
                "--set=run.epochs=0.5",
                "--set=technology=isaac-32nm",
                "--set=chip.powerGating=" + gating);
    }

    private static BigDecimal clocked(RunFiles run) throws IOException {
        return run.summary().at("/energy/byAction/CLOCK").decimalValue();
    }

    private static BigDecimal leaked(RunFiles run) throws IOException {
        return run.summary().at("/energy/byAction/STATIC_POWER").decimalValue();
    }
}
