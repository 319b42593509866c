package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of shared links. */
class WiresTest {
    @TempDir
    private Path folder;

    private JsonNode run(String name, String... more) throws IOException {
        return RunFiles.tiny(folder, name, more).summary();
    }

    @Test
    void theSummaryOfPrivateWiresHasNoneOfIt() throws IOException {
        assertFalse(run("private").has("interconnect"));
    }

    @Test
    void sharedLinksChangeTimesAndHopsAlone() throws IOException {
        JsonNode wired = run("private");
        for (String kind : new String[] {"shared-bus", "h-tree", "mesh"}) {
            JsonNode shared = run(kind, "--set", "chip.interconnect.kind=" + kind);
            assertEquals(wired.path("fingerprint"), shared.path("fingerprint"));
            assertEquals(wired.path("writes"), shared.path("writes"));
            assertEquals("on", shared.at("/simulator/replay").asText());
            assertTrue(shared.at("/simulator/replayedSteps").asLong() > 0);
            assertEquals(kind, shared.at("/interconnect/kind").asText());
            assertTrue(shared.at("/time/cycles").asLong()
                    > wired.at("/time/cycles").asLong());
            assertTrue(shared.at("/interconnect/waits/maximum").asLong() > 0);
            assertTrue(shared.at("/interconnect/busiest/0/utilisation").asDouble() <= 1);
        }
    }

    /** The words of the links, as told for each, are the hops of the ledger; on a mesh of few links all are listed. */
    @Test
    void replayedStepsCountAsSimulatedOnes() throws IOException {
        JsonNode replayed = run("replayed", "--set", "chip.interconnect.kind=mesh");
        JsonNode simulated = run("simulated", "--set", "chip.interconnect.kind=mesh", "--set", "run.replay=off");
        assertEquals(simulated.path("interconnect"), replayed.path("interconnect"));
        assertEquals(simulated.path("energy"), replayed.path("energy"));
    }

    @Test
    void theScreenShowsLoadWaitsAndTheCriticalPath() {
        String out = Cli.run(
                        "run",
                        "tiny",
                        "--set=chip.interconnect.kind=mesh",
                        "--set=run.epochs=1",
                        "--out=" + folder.resolve("screen"))
                .expectDone()
                .out();
        assertTrue(out.contains("Interconnect: mesh, "), out);
        assertTrue(out.contains(" cycles in all, half of them at most "), out);
        assertTrue(out.contains("(0, 0) > (1, 0)"), out);
        assertTrue(out.contains("Critical path of a sample: "), out);
    }

    @Test
    void describeShowsTheInterconnect() {
        String out = Cli.run("describe", "tiny", "--set", "chip.interconnect.kind=mesh")
                .expectDone()
                .out();
        assertTrue(
                out.contains("Interconnect: mesh, 48 links of 256 bit, at most 6 from block to block; 13 blocks on a"
                        + " floorplan of 4 x 4; broadcast by bus"),
                out);
        assertTrue(out.contains("Predicted cycles over private wires in place of shared links"), out);
    }
}
