package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import glia.chip.build.Chip;
import glia.chip.message.Phase;
import glia.cli.scenario.Scenario;
import glia.learning.measure.Measure;
import glia.learning.measure.Measurement;
import glia.learning.measure.Shown;
import glia.learning.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {
    private static final String[] ALL = {
        "--set", "measures.gradient=100", "--set", "measures.drift=true", "--set", "measures.iterations=150"
    };

    @TempDir
    private Path folder;

    private static List<Map<String, String>> rows(RunFiles run, String measure, String layer) throws IOException {
        return run.table("measures.csv").stream()
                .filter(row ->
                        row.get("measure").equals(measure) && row.get("layer").equals(layer))
                .toList();
    }

    private static List<String> samples(RunFiles run, String measure) throws IOException {
        return rows(run, measure, "all").stream().map(row -> row.get("sample")).toList();
    }

    @Test
    void nothingIsWrittenOrSaidWhereNothingIsMeasured() throws IOException {
        RunFiles run = RunFiles.tiny(folder, "off");
        assertFalse(Files.exists(run.folder().resolve("measures.csv")));
        assertTrue(run.summary().path("measures").isMissingNode());
        String shown = Cli.run("run", "tiny", "--out", folder.resolve("shown").toString())
                .expectDone()
                .out();
        assertFalse(shown.contains("Measures"), shown);
    }

    /** Tiny refreshes its DeltaVecs every 100 samples, and an epoch has 400. */
    @Test
    void whatIsMeasuredStandsInItsFileBySampleMeasureAndLayer() throws IOException {
        RunFiles run = RunFiles.run(folder, "on", "tiny", with(ALL, "--set", "run.epochs=1"));
        assertEquals(List.of("0", "100", "200", "300"), samples(run, "cosine"));
        assertEquals(samples(run, "cosine"), samples(run, "signAgreement"));
        assertEquals(samples(run, "cosine"), samples(run, "normRatio"));
        assertEquals(List.of("100", "200", "300"), samples(run, "deltaVecCosine"));
        assertEquals(List.of("100", "200", "300"), samples(run, "deltaVecChange"));
        assertEquals(List.of("0", "150", "300"), samples(run, "iterations"));
        List<Map<String, String>> all = run.table("measures.csv");
        assertEquals(3 * (3 * 4 + 2 * 3 + 3), all.size());
        Set<String> layers = all.stream().map(row -> row.get("layer")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("all", "layer1", "layer2"), layers);
        List<Long> order =
                all.stream().map(row -> Long.parseLong(row.get("sample"))).toList();
        assertEquals(order.stream().sorted().toList(), order);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void measuresChangeNothingOfARun() throws IOException {
        RunFiles off = RunFiles.tiny(folder, "off", "--set", "run.epochs=1");
        RunFiles on = RunFiles.tiny(folder, "on", with(ALL, "--set", "run.epochs=1"));
        assertEquals(off.fingerprint(), on.fingerprint());
        assertEquals(off.schedule(), on.schedule());
        for (String same : List.of("accuracy.csv", "counts.csv", "latency.hlog")) {
            assertEquals(lines(off, same), lines(on, same), same);
        }
        RunFiles again = RunFiles.tiny(folder, "again", with(ALL, "--set", "run.epochs=1"));
        assertEquals(on.text("measures.csv"), again.text("measures.csv"));
        assertEquals(on.summary().path("measures"), again.summary().path("measures"));
    }

    /** Without comments, one of which tells the time. */
    private static List<String> lines(RunFiles run, String file) throws IOException {
        return run.text(file).lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** At sample 0 the run's own refresh is behind it: DeltaVecs drawn or 0 would point elsewhere. */
    @Test
    void theChipBesideHasTheDeltaVecsOfTheRun() throws IOException {
        RunFiles run = RunFiles.tiny(folder, "on", with(ALL, "--set", "run.epochs=0.01"));
        assertEquals("1.0", rows(run, "iterations", "all").get(0).get("value"));
        double cosine = Double.parseDouble(rows(run, "cosine", "all").get(0).get("value"));
        assertTrue(cosine >= 0.95, () -> "cosine " + cosine);
    }

    /** What the passes of a scenario come to for a sample of some number, with weights as drawn and no refresh before. */
    private static Measurement iterations(long sample, String... settings) {
        Scenario scenario = Scenario.load("tiny", List.of(with(new String[] {"measures.iterations=1"}, settings)));
        Chip chip = scenario.chip();
        Trainer.initialise(chip, 1);
        Measure measure = scenario.measures(chip).get(0);
        measure.onSample(new Shown(sample, new float[] {0.1f, -0.7f, 0.3f, 0.9f}, 1, 0.1f, label -> {
            throw new AssertionError("probed anew");
        }));
        measure.onPhase(Phase.BASELINE);
        return measure.measurements().get(0);
    }

    @Test
    void theChipBesideDoesNotProbe() {
        assertEquals(Double.POSITIVE_INFINITY, iterations(0).all());
    }

    /** The period of a sample is a matter of the run; the passes that are counted follow each other on one sample. */
    @Test
    void eachSampleHasDrawsOfItsOwnAndPassesAreCountedOneByOne() {
        String rule = "learning.rule=undirected-mgd";
        double first = iterations(0, rule).all();
        assertEquals(9.26 * (17 - 1), first, 74);
        assertEquals(first, iterations(0, rule, "learning.samplePeriod=7").all());
        assertNotEquals(first, iterations(1, rule).all());
    }

    /** Three values have the middle one as their median, and the summary's last is the file's. */
    @Test
    void theSummaryHasMedianAndLast() throws IOException {
        RunFiles run = RunFiles.tiny(folder, "on", with(ALL, "--set", "run.epochs=1"));
        for (String measure : List.of("deltaVecCosine", "deltaVecChange")) {
            for (String layer : List.of("all", "layer1", "layer2")) {
                List<Double> values = rows(run, measure, layer).stream()
                        .map(row -> Double.valueOf(row.get("value")))
                        .toList();
                JsonNode figures = run.summary().path("measures").path(measure);
                assertEquals(3, figures.path("times").asInt());
                assertEquals(
                        values.stream().sorted().toList().get(1),
                        figures.path(layer).path("median").asDouble());
                assertEquals(values.get(2), figures.path(layer).path("last").asDouble());
            }
        }
        List<Double> cosines = rows(run, "cosine", "all").stream()
                .map(row -> Double.valueOf(row.get("value")))
                .sorted()
                .toList();
        assertEquals(
                (cosines.get(1) + cosines.get(2)) / 2,
                run.summary().at("/measures/cosine/all/median").asDouble());
    }

    @Test
    void whatIsNotReachedIsEmptyAndSaidSo() throws IOException {
        String[] rule = {"--set", "learning.rule=undirected-mgd", "--set", "measures.iterations=10"};
        String[] short3 = with(rule, "--set", "measures.iterationsLimit=3", "--set", "run.epochs=0.05");
        RunFiles run = RunFiles.tiny(folder, "short", short3);
        assertEquals("", rows(run, "iterations", "all").get(0).get("value"));
        assertTrue(run.summary().at("/measures/iterations/all/median").isNull());
        String shown = Cli.run(with(
                        new String[] {
                            "run", "tiny", "--out", folder.resolve("shown").toString()
                        },
                        short3))
                .expectDone()
                .out();
        assertTrue(shown.contains("\nMeasures: median (last)\n"), shown);
        assertTrue(shown.matches("(?s).*\n  iterations, 2 +not reached +not reached .*"), shown);
    }

    @ParameterizedTest
    @CsvSource({
        "measures.gradient, -1, a whole number of at least 0",
        "measures.iterations, often, a whole number of at least 0",
        "measures.iterationsLimit, 0, a whole number from 1 to 999999999",
        "measures.drift, yes, true or false"
    })
    void wrongValuesAreRefused(String key, String value, String expected) {
        Cli answer = Cli.run(
                "run",
                "tiny",
                "--set",
                key + "=" + value,
                "--out",
                folder.resolve("x").toString());
        assertEquals(Commands.BAD_INPUT, answer.code());
        assertEquals("glia: --set: " + key + " is " + value + "; expected " + expected + "\n", answer.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"learning.rule=backpropagation", "learning.recall=random-map"})
    void driftWithoutRefreshesIsRefused(String without) {
        Path out = folder.resolve("x");
        Cli answer = Cli.run("run", "tiny", "--set", without, "--set", "measures.drift=true", "--out", out.toString());
        assertEquals(Commands.BAD_INPUT, answer.code());
        assertEquals(
                "glia: --set: measures.drift is true; expected false with a rule or recall that refreshes no DeltaVecs\n",
                answer.err());
        assertFalse(Files.exists(out));
    }
}
