package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind, read by other readers than Glia's and computed anew where it can be. */
class RunCommandTest {
    private static final List<String> OF_A_LAYER = List.of(
            "biases.npy",
            "loweringPulses.npy",
            "potentiations.npy",
            "raisingPulses.npy",
            "toggles.npy",
            "weights.npy",
            "writes.npy");

    @TempDir
    private static Path parent;

    private static Cli answer;
    private static RunFiles run;

    @BeforeAll
    static void train() throws IOException {
        Path folder = parent.resolve("some/new/run");
        answer = Cli.run("run", "tiny", "--out", folder.toString()).expectDone();
        run = RunFiles.read(folder);
    }

    @Test
    void leavesItsFilesAndNothingElse() throws IOException {
        List<String> expected = Stream.concat(
                        Stream.of(
                                "accuracy.csv",
                                "columns.csv",
                                "counts.csv",
                                "latency.hlog",
                                "scenario.yaml",
                                "summary.json",
                                "technology.yaml"),
                        Stream.of("layer1.", "layer2.")
                                .flatMap(layer -> OF_A_LAYER.stream().map(layer::concat)))
                .sorted()
                .toList();
        assertEquals(expected, names(run.folder()));
        assertEquals(List.of("run"), names(run.folder().getParent()));
        assertEquals(List.of("new"), names(parent.resolve("some")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void summaryHasEveryFieldOfItsForm() {
        String fields = """
                status scenario training/rule training/recall training/samples training/epochs training/epochSamples training/testAccuracy
                training/gradientComponents training/gradientComponentsStrict training/forwardPasses time/cycles time/seconds
                time/clockHertz energy/totalPicojoules energy/perSamplePicojoules energy/assumedShare energy/byBlock
                energy/byAction writes/commits/total writes/commits/max writes/perturbationToggles/total
                writes/pulses/total writes/pulses/max writes/pulses/raising writes/pulses/lowering
                writes/perturbationToggles/max toTarget/accuracy toTarget/reached toTarget/samples toTarget/seconds
                toTarget/joules toTarget/maxWrites fingerprint scheduleFingerprint seed simulator/wallSeconds
                simulator/samplesPerSecond simulator/deliveries simulator/deliveriesPerSecond simulator/replay
                simulator/replayedSteps simulator/steps/PROBE.layer2/replayed provenance/version
                provenance/commit provenance/jdk provenance/technology provenance/scenarioSha256 provenance/technologySha256
                """;
        for (String field : fields.trim().split("\\s+")) {
            JsonNode value = run.summary().at("/" + field);
            assertFalse(value.isMissingNode() || value.isNull(), field + " in " + run.summary());
        }
        assertEquals("completed", run.summary().path("status").textValue());
        assertEquals(1, run.summary().path("seed").intValue());
    }

    /** 400 samples an epoch; a refresh every 100 of them probes 2 classes x 5 neurons, each class with a baseline. */
    @Test
    void countsOfTheLearningRuleAreThoseOfItsDefinition() {
        JsonNode training = run.summary().path("training");
        int refreshes = 4000 / 100;
        assertEquals(4000, training.path("samples").intValue());
        assertEquals(10, training.path("epochs").intValue());
        assertEquals(refreshes * 2 * 5, training.path("gradientComponents").intValue());
        assertEquals(
                refreshes * 2 * 5 + 4000 * 2,
                training.path("gradientComponentsStrict").intValue());
        assertEquals(
                2 * 4000 + refreshes * 2 * (1 + 5),
                training.path("forwardPasses").intValue());
    }

    /** Two runs of each kind of step are simulated, more where the arbiter comes in another state; all others are replayed. */
    @Test
    void stepsOfEachPhaseAreSimulatedOrReplayed() {
        JsonNode simulator = run.summary().path("simulator");
        int refreshes = 4000 / 100;
        Map<String, Integer> expected = new TreeMap<>();
        for (String phase : List.of("BASELINE", "ERROR", "RECALL", "PERTURB", "PERTURBED", "UPDATE")) {
            expected.put(phase, 4000);
        }
        expected.putAll(Map.of("PROBE", refreshes * 2, "LEARN", refreshes));
        expected.putAll(Map.of("PROBE.layer1", refreshes * 2 * 3, "PROBE.layer2", refreshes * 2 * 2));
        Map<String, Integer> counted = new TreeMap<>();
        long replayed = 0;
        for (Map.Entry<String, JsonNode> step : simulator.path("steps").properties()) {
            int simulated = step.getValue().path("simulated").intValue();
            assertTrue(simulated >= 2 && simulated <= 6, step.toString());
            counted.put(
                    step.getKey(), simulated + step.getValue().path("replayed").intValue());
            replayed += step.getValue().path("replayed").longValue();
        }
        assertEquals(expected, counted);
        assertEquals(replayed, simulator.path("replayedSteps").longValue());
        assertEquals("on", simulator.path("replay").textValue());
        long all = counted.values().stream().mapToLong(Integer::longValue).sum();
        String line = String.format("Replay: %,d of %,d steps, in every phase%n", replayed, all);
        assertTrue(answer.out().contains(line), answer.out());
    }

    @Test
    void energyByBlockAndByActionAddsUpToTheLastDigit() {
        JsonNode energy = run.summary().path("energy");
        BigDecimal total = energy.path("totalPicojoules").decimalValue();
        assertEquals(0, total.compareTo(RunFiles.sum(energy.path("byBlock"))));
        assertEquals(0, total.compareTo(RunFiles.sum(energy.path("byAction"))));
        BigDecimal perSample = energy.path("perSamplePicojoules").decimalValue();
        assertEquals(0, total.compareTo(perSample.multiply(BigDecimal.valueOf(4000))));
    }

    @Test
    void timeIsCyclesOverTheClockAndThatOfItsPhases() {
        JsonNode time = run.summary().path("time");
        BigDecimal cycles = time.path("cycles").decimalValue();
        assertEquals(0, new BigDecimal("1e8").compareTo(time.path("clockHertz").decimalValue()));
        assertEquals(0, cycles.movePointLeft(8).compareTo(time.path("seconds").decimalValue()));
        BigDecimal phases = BigDecimal.ZERO;
        for (JsonNode phase : time.path("byPhase")) {
            phases = phases.add(phase.path("cycles").decimalValue());
        }
        assertEquals(cycles, phases);
    }

    /** Counts x prices + static power x time = joules, with prices out of the table's text. */
    @Test
    void joulesFollowFromCountsAndPrices() throws IOException {
        Technology technology = new Technology(run.text("technology.yaml"));
        Map<String, BigDecimal> picojoules = new TreeMap<>();
        for (Map<String, String> row : run.table("counts.csv")) {
            BigDecimal price = technology.energies.get(row.get("action"));
            picojoules.merge(row.get("samples"), price.multiply(new BigDecimal(row.get("count"))), BigDecimal::add);
        }
        BigDecimal microwatts = staticMicrowatts(technology);
        List<Map<String, String>> evaluations = run.table("accuracy.csv");
        assertEquals(10, evaluations.size());
        for (Map<String, String> row : evaluations) {
            BigDecimal seconds = new BigDecimal(row.get("cycles")).movePointLeft(8);
            BigDecimal resting = microwatts.multiply(seconds).movePointLeft(6);
            BigDecimal acting = picojoules.get(row.get("samples")).movePointLeft(12);
            assertEquals(0, acting.add(resting).compareTo(new BigDecimal(row.get("joules"))), row + " " + acting);
        }
        BigDecimal last = new BigDecimal(evaluations.get(9).get("joules"));
        assertEquals(
                0,
                last.compareTo(run.summary()
                        .at("/energy/totalPicojoules")
                        .decimalValue()
                        .movePointLeft(12)));
    }

    /** Network [4, 3, 2] on tiles of 2 x 2: four tiles and two, and one of each other block, the units once a layer. */
    private static BigDecimal staticMicrowatts(Technology technology) {
        Map<String, Integer> blocks = Map.of(
                "input",
                1,
                "tile",
                6,
                "neurons",
                2,
                "cost",
                1,
                "astrocyte",
                2,
                "sequencer",
                1,
                "bus",
                1,
                "interconnect",
                1);
        assertEquals(blocks.keySet(), technology.powers.keySet());
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Integer> kind : blocks.entrySet()) {
            sum = sum.add(technology.powers.get(kind.getKey()).multiply(BigDecimal.valueOf(kind.getValue())));
        }
        return sum;
    }

    @Test
    void figuresToTargetAreThoseOfTheFirstEvaluationThatReachesIt() throws IOException {
        JsonNode target = run.summary().path("toTarget");
        Map<String, String> first = run.table("accuracy.csv").stream()
                .filter(row -> Double.parseDouble(row.get("accuracy")) >= 0.9)
                .findFirst()
                .orElseThrow();
        assertEquals(0.9, target.path("accuracy").doubleValue());
        assertEquals(first.get("samples"), target.path("samples").asText());
        assertEquals(first.get("maxWrites"), target.path("maxWrites").asText());
        assertEquals(
                0,
                new BigDecimal(first.get("joules"))
                        .compareTo(target.path("joules").decimalValue()));
        BigDecimal seconds = new BigDecimal(first.get("cycles")).divide(new BigDecimal("1e8"), MathContext.DECIMAL64);
        assertEquals(0, seconds.compareTo(target.path("seconds").decimalValue()));
    }

    @Test
    void latenciesAreReadByTheHistogramsOwnReader() throws IOException {
        JsonNode phases = run.summary().at("/time/byPhase");
        Map<String, Histogram> logged = new TreeMap<>();
        try (InputStream in =
                new FileInputStream(run.folder().resolve("latency.hlog").toFile())) {
            HistogramLogReader reader = new HistogramLogReader(in);
            for (EncodableHistogram next = reader.nextIntervalHistogram();
                    next != null;
                    next = reader.nextIntervalHistogram()) {
                logged.put(next.getTag(), (Histogram) next);
            }
        }
        assertEquals(phases.size(), logged.size());
        phases.properties().forEach(phase -> {
            Histogram histogram = logged.get(phase.getKey());
            assertEquals(phase.getValue().path("count").longValue(), histogram.getTotalCount());
            assertEquals(phase.getValue().path("median").longValue(), histogram.getValueAtPercentile(50));
            assertEquals(phase.getValue().path("minimum").longValue(), histogram.getMinValue());
            assertEquals(phase.getValue().path("maximum").longValue(), histogram.getMaxValue());
        });
        assertEquals(40, logged.get("PROBE").getTotalCount());
        assertEquals(4000, logged.get("UPDATE").getTotalCount());
    }

    @Test
    void accuracyOfTheLastEvaluationIsThatOfTheSummary() throws IOException {
        Map<String, String> last = run.table("accuracy.csv").get(9);
        assertEquals(
                run.summary().at("/training/testAccuracy").doubleValue(), Double.parseDouble(last.get("accuracy")));
        assertEquals("4000", last.get("samples"));
    }

    @Test
    void theScreenSaysWhatTheSummaryHolds() {
        assertTrue(answer.out().contains("test accuracy 100.00 %"), answer.out());
        assertTrue(
                answer.out().contains("Fingerprint " + run.fingerprint() + "; files in " + run.folder()), answer.out());
        assertEquals(
                10,
                answer.err().lines().filter(line -> line.startsWith("tiny: ")).count(),
                answer.err());
    }

    @Test
    void provenanceHoldsTheSumsOfWhatWasRun() throws IOException {
        JsonNode provenance = run.summary().path("provenance");
        assertEquals(
                Sha256.of(run.text("scenario.yaml")),
                provenance.path("scenarioSha256").textValue());
        assertEquals(
                Sha256.of(run.text("technology.yaml")),
                provenance.path("technologySha256").textValue());
        assertEquals(Technology.shipped(), run.text("technology.yaml"));
    }
}
