package glia.cli.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.core.config.InputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnduranceTest {
    @Test
    void isWhatThePresetsFactsSay() {
        Endurance pcm = Scenario.load("tiny", List.of("chip.device=gst-pcm")).endurance();
        assertEquals("gst-pcm", pcm.device());
        assertEquals(Endurance.of("gst-pcm"), pcm);
        assertEquals(
                new Figure(new BigDecimal("1e6"), "28 nm PCM, IEDM 2018, 10.1109/IEDM.2018.8614595", Grade.MEASURED),
                pcm.figures().get(Endurance.Level.TYPICAL));
        assertEquals(
                Set.of(Endurance.Level.PESSIMISTIC, Endurance.Level.OPTIMISTIC),
                Endurance.of("hzo-fefet").figures().keySet());
        assertEquals(
                Set.of(Endurance.Level.values()),
                Endurance.of("taox-hfox").figures().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ag-a-si", "epiram", "ecram", "sram"})
    void whatNobodyPublishedIsNotThere(String device) {
        assertEquals(Map.of(), Endurance.of(device).figures());
    }

    @Test
    void aKindWithoutAPresetHasNone() {
        assertEquals(
                new Endurance("ideal", Map.of()),
                Scenario.load("tiny", List.of()).endurance());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endurance: {typical: {value: many, grade: measured, source: some paper}}"
                        + "|3:32: facts.endurance.typical.value is many; expected a number of write cycles from 1 to 1e30",
                "endurance: {typical: {value: 0, grade: measured, source: some paper}}"
                        + "|facts.endurance.typical.value is 0; expected a number of write cycles from 1 to 1e30",
                "endurance: {typical: {value: 1e31, grade: measured, source: some paper}}"
                        + "|facts.endurance.typical.value is 1e31; expected a number of write cycles from 1 to 1e30",
                "endurance: {typical: {value: 1e-999999999, grade: measured, source: some paper}}"
                        + "|facts.endurance.typical.value is 1e-999999999; expected a number",
                "endurance: {pessimistic: {value: 1e5, grade: measured, source: some paper},"
                        + " optimistic: {value: 100, grade: measured, source: some paper}}"
                        + "|facts.endurance.optimistic.value is 100; expected at least 100000",
                "endurance: {usual: {value: 1e5, grade: measured, source: some paper}}|unknown figure facts.endurance.usual.value",
                "endurance: {typical: {value: 1e5, grade: measured}}|facts.endurance.typical has no source"
            })
    void aBadFigureIsRefusedBeforeARun(String row, @TempDir Path folder) throws IOException {
        String[] parts = row.split("\\|");
        Path file = Files.writeString(folder.resolve("cell.yaml"), "kind: ideal\nfacts:\n  " + parts[0] + "\n");
        InputException refusal =
                assertThrows(InputException.class, () -> Scenario.load("tiny", List.of("chip.device=" + file)));
        assertTrue(String.valueOf(refusal.getMessage()).contains(parts[1]), String.valueOf(refusal.getMessage()));
    }
}
