package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import glia.chip.build.PowerGating;
import glia.cli.report.Quantities;
import glia.cli.run.FinishedRun;
import glia.cli.scenario.Technologies;
import glia.core.account.EnergyReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecostCommandTest {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @TempDir
    private static Path parent;

    private static RunFiles run;
    private static Path doubled;

    @BeforeAll
    static void train() throws IOException {
        run = RunFiles.tiny(parent, "run", "--set=run.epochs=2");
        doubled = Files.writeString(parent.resolve("doubled.yaml"), Technology.doubled(Technology.shipped()));
    }

    @Test
    void theSamePricesGiveTheSummarysEnergy() {
        Cli answer = recost("rram-32nm");
        JsonNode energy = run.summary().path("energy");
        expectRow(answer, "all", energy.path("totalPicojoules").decimalValue(), BigDecimal.ONE);
        assertTrue(answer.out().endsWith("All latencies are the same.\n"), answer.out());
    }

    /** What the screen shows, to its last digit. */
    @Test
    void doublingEveryPriceDoublesTheEnergyOnTheScreen() {
        Cli answer = recost(doubled.toString());
        JsonNode energy = run.summary().path("energy");
        energy.path("byAction")
                .properties()
                .forEach(action ->
                        expectRow(answer, action.getKey(), action.getValue().decimalValue(), TWO));
        expectRow(answer, "all", energy.path("totalPicojoules").decimalValue(), TWO);
        BigDecimal toTarget =
                run.summary().at("/toTarget/joules").decimalValue().movePointRight(12);
        String line = "To target accuracy: " + Quantities.energy(toTarget.multiply(TWO)) + ", was "
                + Quantities.energy(toTarget);
        assertTrue(answer.out().contains(line + "\n"), line + "\n" + answer.out());
        assertTrue(answer.out().endsWith("All latencies are the same.\n"), answer.out());
    }

    /** And beyond the screen's digits. */
    @Test
    void doublingEveryPriceDoublesTheEnergyExactly() {
        FinishedRun finished = FinishedRun.read(run.folder());
        for (Map.Entry<Long, FinishedRun.Counts> counts : finished.counts().entrySet()) {
            BigDecimal once = price(finished, counts.getValue(), "rram-32nm");
            BigDecimal twice = price(finished, counts.getValue(), doubled.toString());
            assertEquals(0, once.multiply(TWO).compareTo(twice), counts.getKey() + ": " + once + ", " + twice);
        }
        FinishedRun.Counts last = finished.counts().get(800L);
        BigDecimal total = run.summary().at("/energy/totalPicojoules").decimalValue();
        assertEquals(0, total.compareTo(price(finished, last, "rram-32nm")));
    }

    private static BigDecimal price(FinishedRun finished, FinishedRun.Counts counts, String technology) {
        return EnergyReport.of(
                        counts.entries(),
                        finished.scenario().chip().staticBlocks(),
                        Technologies.named(technology).energyTable(PowerGating.NONE),
                        counts.cycles(),
                        finished.scenario().chipConfig().clockHertz())
                .totalPicojoules();
    }

    @Test
    void otherLatenciesAreListed() throws IOException {
        String slower = Technology.shipped()
                .replace("latency: {value: 600 ns", "latency: {value: 700 ns")
                .replace(
                        "latency: {value: 5 ns",
                        "interval: {value: 6 ns, grade: assumed, source: x}\n    latency: {value: 5 ns");
        Path file = Files.writeString(parent.resolve("slower.yaml"), slower);
        Cli answer = recost(file.toString());
        assertTrue(
                answer.out().endsWith("Latencies differ, which glia retime takes in: BROADCAST_WORD, BARRIER\n"),
                answer.out());
        expectRow(answer, "all", run.summary().at("/energy/totalPicojoules").decimalValue(), BigDecimal.ONE);
    }

    @Test
    void theRunStaysAsItIs() throws IOException {
        List<String> before = BadInput.tree(run.folder());
        recost(doubled.toString());
        assertEquals(before, BadInput.tree(run.folder()));
    }

    private static Cli recost(String technology) {
        Cli answer = Cli.run("recost", run.folder().toString(), "--technology", technology)
                .expectDone();
        assertEquals("", answer.err());
        return answer;
    }

    private static void expectRow(Cli answer, String name, BigDecimal before, BigDecimal factor) {
        List<String> cells = List.of(name, Quantities.energy(before), Quantities.energy(before.multiply(factor)));
        List<List<String>> rows = new ArrayList<>();
        answer.out().lines().forEach(line -> rows.add(List.of(line.trim().split(" {2,}"))));
        assertTrue(rows.contains(cells), cells + " in\n" + answer.out());
    }
}
