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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays the same from run to run, and what does not. */
class RunAgainTest {
    /** Of the scenario tiny. Every JDK on every machine must reproduce it; a change of it is a change of the results. */
    private static final String GOLDEN = "9b7948099ae4a260";

    @TempDir
    private static Path parent;

    private static RunFiles first;

    @BeforeAll
    static void train() throws IOException {
        first = RunFiles.tiny(parent, "first");
    }

    @Test
    void tinyHasItsGoldenFingerprint() {
        assertEquals(GOLDEN, first.fingerprint());
    }

    @Test
    void twoRunsAreTheSameToTheLastByte() throws IOException {
        RunFiles second = RunFiles.tiny(parent, "second");
        assertEquals(first.fingerprint(), second.fingerprint());
        assertEquals(first.schedule(), second.schedule());
        try (Stream<Path> files = Files.list(first.folder())) {
            for (Path file :
                    files.filter(each -> !each.endsWith("summary.json")).toList()) {
                byte[] again = Files.readAllBytes(second.folder().resolve(file.getFileName()));
                assertArrayEquals(Files.readAllBytes(file), again, file.toString());
            }
        }
    }

    /** Steps that are replayed and steps that are all simulated; every file, but for the setting itself. */
    @Test
    void replayChangesNothingButTheSpeed() throws IOException {
        RunFiles slow = RunFiles.tiny(parent, "replay-off", "--set", "run.replay=off");
        assertEquals(0, slow.summary().at("/simulator/replayedSteps").longValue());
        assertTrue(first.summary().at("/simulator/replayedSteps").longValue() > 0);
        assertEquals("off: run.replay", slow.summary().at("/simulator/replay").textValue());
        assertEquals(first.schedule(), slow.schedule());
        assertEquals(first.text("scenario.yaml"), slow.text("scenario.yaml").replace("replay: off", "replay: auto"));
        for (String part : List.of("training", "time", "energy", "writes", "toTarget", "fingerprint")) {
            assertEquals(first.summary().path(part), slow.summary().path(part));
        }
        for (String name : List.of("counts.csv", "accuracy.csv", "latency.hlog")) {
            assertEquals(first.text(name), slow.text(name), name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chip.zeroGating=true,      off: chip.zeroGating makes counts depend on data",
        "chip.skipIdleRows=true,    off: chip.skipIdleRows makes cycles depend on data",
    })
    void whatKeepsStepsFromBeingReplayedIsSaid(String change, String reason) throws IOException {
        RunFiles run = RunFiles.tiny(parent, change, "--set", change, "--set", "run.epochs=0.1");
        assertEquals(reason, run.summary().at("/simulator/replay").textValue());
        assertEquals(40, run.summary().at("/simulator/steps/UPDATE/simulated").intValue());
        assertEquals(0, run.summary().at("/simulator/replayedSteps").intValue());
    }

    /** Costs and accuracies to the last digit, and every other file, but for the setting itself. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theNumberOfThreadsChangesNothing(int threads) throws IOException {
        RunFiles other = RunFiles.tiny(parent, "threads-" + threads, "--set", "run.threads=" + threads);
        assertEquals(first.fingerprint(), other.fingerprint());
        assertEquals(first.schedule(), other.schedule());
        assertEquals(first.text("accuracy.csv"), other.text("accuracy.csv"));
        assertEquals(first.text("counts.csv"), other.text("counts.csv"));
        assertEquals(
                first.text("scenario.yaml"),
                other.text("scenario.yaml").replace("threads: " + threads, "threads: all"));
    }

    @Test
    void theWrittenScenarioRunsAgainToTheSameBits() throws IOException {
        RunFiles odd = RunFiles.tiny(
                parent,
                "odd",
                "--seed=7",
                "--set=network.layers=[4, 5, 2]",
                "--set=chip.clock=333.3 MHz",
                "--set=learning.recall=expected",
                "--set=learning.gamma=0.5",
                "--set=chip.zeroGating=true",
                "--set=run.evaluateEvery=150",
                "--set=data.train=311");
        RunFiles again = RunFiles.run(
                parent, "again", odd.folder().resolve("scenario.yaml").toString());
        assertEquals(odd.fingerprint(), again.fingerprint());
        assertEquals(odd.schedule(), again.schedule());
        assertEquals(odd.text("scenario.yaml"), again.text("scenario.yaml"));
        assertNotEquals(first.fingerprint(), odd.fingerprint());
    }

    @Test
    void anotherSeedIsAnotherRun() throws IOException {
        RunFiles other = RunFiles.tiny(parent, "seed", "--seed", "2");
        assertNotEquals(first.fingerprint(), other.fingerprint());
        assertEquals(2, other.summary().path("seed").intValue());
        assertEquals(RunFiles.tiny(parent, "set", "--set", "run.seed=2").fingerprint(), other.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chip.clock=1 GHz",
                "chip.bus.width=8 bit",
                "chip.bus.depth=5",
                "chip.interconnect.width=16 bit",
                "chip.tile.columns=1",
                "chip.tile.columns=3",
                "chip.tile.adcs=1",
                "chip.neurons.lanes=1"
            })
    void hardwareChangesTheScheduleAndNoWeight(String change) throws IOException {
        RunFiles other = RunFiles.tiny(parent, change.replaceAll("\\W", "-"), "--set", change);
        assertEquals(GOLDEN, other.fingerprint());
        assertNotEquals(first.schedule(), other.schedule());
    }

    @Test
    void technologyChangesTheScheduleAndNoWeight() throws IOException {
        Path slow = parent.resolve("slow.yaml");
        Files.writeString(slow, Technology.shipped().replace("value: 600 ns", "value: 900 ns"));
        RunFiles other = RunFiles.tiny(parent, "slow", "--set", "technology=" + slow);
        assertEquals(GOLDEN, other.fingerprint());
        assertNotEquals(first.schedule(), other.schedule());
    }

    @Test
    void pricesChangeTheEnergyAndNothingElse() throws IOException {
        Path dear = parent.resolve("dear.yaml");
        Files.writeString(dear, Technology.doubled(Technology.shipped()));
        RunFiles other = RunFiles.tiny(parent, "dear", "--set", "technology=" + dear);
        assertEquals(GOLDEN, other.fingerprint());
        assertEquals(first.schedule(), other.schedule());
        assertEquals(first.text("counts.csv"), other.text("counts.csv"));
        JsonNode once = first.summary().at("/energy/totalPicojoules");
        JsonNode twice = other.summary().at("/energy/totalPicojoules");
        assertEquals(0, once.decimalValue().add(once.decimalValue()).compareTo(twice.decimalValue()));
    }

    @Test
    void segmentsChangeTheSumsAndSoTheWeights() throws IOException {
        assertNotEquals(
                GOLDEN,
                RunFiles.tiny(parent, "rows", "--set", "chip.tile.rows=4").fingerprint());
    }

    @Test
    void aRunStartsFromTheWeightsOfAnother() throws IOException {
        RunFiles more = RunFiles.tiny(
                parent,
                "more",
                "--set",
                "run.initialWeights=" + first.folder(),
                "--set",
                "run.epochs=0.01",
                "--set",
                "learning.rate=0");
        for (String name :
                List.of("layer1.weights.npy", "layer1.biases.npy", "layer2.weights.npy", "layer2.biases.npy")) {
            byte[] start = Files.readAllBytes(first.folder().resolve(name));
            assertArrayEquals(start, Files.readAllBytes(more.folder().resolve(name)), name);
        }
        assertEquals(1.0, more.summary().at("/training/testAccuracy").doubleValue());
    }

    @Test
    void quietPrintsNothing() throws IOException {
        Path empty = Files.createDirectory(parent.resolve("quiet"));
        Cli answer = Cli.run("run", "tiny", "--quiet", "--set=run.epochs=1", "--out", empty.toString());
        assertEquals(new Cli(Commands.DONE, "", ""), answer);
        assertTrue(Files.exists(empty.resolve("summary.json")));
    }

    @Test
    void oneRunKnowsNothingOfTheOptionsOfAnother() {
        String clock = "clock: 1 GHz";
        assertTrue(
                Cli.run("describe", "tiny", "--set", "chip.clock=1 GHz").out().contains(clock));
        assertFalse(Cli.run("describe", "tiny").out().contains(clock));
    }

    @Test
    void aDivergingRunEndsWithAMessageAndWithNumbersOnly() throws IOException {
        Path folder = parent.resolve("diverged");
        Cli answer = Cli.run(
                "run",
                "tiny",
                "--quiet",
                "--out",
                folder.toString(),
                "--set=learning.rate=1e6",
                "--set=learning.lastLayer=exact",
                "--set=network.activation=identity",
                "--set=network.cost=mse");
        assertEquals(Commands.FAILED, answer.code());
        String reason =
                "the training diverged at sample 2: the cost is Infinity; a smaller learning.rate or learning.epsilon may help";
        assertEquals("glia: " + reason + "\n", answer.err());
        assertEquals("", answer.out());
        RunFiles run = RunFiles.read(folder);
        assertEquals("diverged", run.summary().path("status").textValue());
        assertEquals(reason, run.summary().path("reason").textValue());
        assertTrue(run.summary().at("/training/testAccuracy").isNull());
        assertTrue(run.summary().at("/energy/totalPicojoules").decimalValue().signum() > 0);
        String numbers = run.text("summary.json").replace(reason, "").replaceAll("provenance", "");
        assertFalse(numbers.contains("NaN") || numbers.contains("Infinity"), numbers);
        assertFalse(run.text("accuracy.csv").contains("NaN"));
        assertEquals(List.of(), run.table("accuracy.csv"));
    }
}
