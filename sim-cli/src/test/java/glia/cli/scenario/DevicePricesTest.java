package glia.cli.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Technology;
import glia.core.config.InputException;
import glia.core.config.Written;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicePricesTest {
    private static Scenario load(String device, String... more) {
        List<String> overrides = new ArrayList<>(List.of("chip.device=" + device));
        overrides.addAll(List.of(more));
        return Scenario.load("tiny", overrides);
    }

    private static BigDecimal energy(Scenario scenario, String action) {
        return scenario.technology().energies().get(action).value();
    }

    @Test
    void aPresetBringsItsWritesUnlessTheTechnologysAreWanted() {
        Scenario own = load("ag-a-si");
        Scenario tables = load("ag-a-si", "chip.write.prices=technology");
        assertEquals(new BigDecimal("56.33"), energy(own, "WRITE_SYNAPSE"));
        assertEquals(new BigDecimal("0.6"), energy(tables, "WRITE_SYNAPSE"));
        assertEquals(
                0,
                new BigDecimal("600e-6")
                        .compareTo(own.technology().latencies().get("WRITE_ROW").value()));
        assertEquals("rram-32nm with writes of ag-a-si", own.technology().name());
        assertEquals("rram-32nm", tables.technology().name());
        assertEquals(energy(tables, "ADD"), energy(own, "ADD"));
        assertEquals("rram-32nm", load("ecram").technology().name());
        assertEquals(tables.technology(), Technologies.named("rram-32nm"));
    }

    /** V squared times the mean conductance times the width, mean of both pulses. */
    @ParameterizedTest
    @ValueSource(strings = {"ag-a-si", "taox-hfox", "alox-hfo2", "epiram", "gst-pcm"})
    void aPulseOfACellIsPricedByItsFacts(String preset) {
        double on = 1 / fact(preset, "onResistance");
        double conductance = on * (1 + 1 / fact(preset, "onOffRatio")) / 2;
        double up = square(fact(preset, "potentiationVoltage")) * fact(preset, "potentiationPulse");
        double down = square(fact(preset, "depressionVoltage")) * fact(preset, "depressionPulse");
        double picojoules = conductance * (up + down) / 2 * 1e12;
        assertEquals(picojoules, energy(load(preset), "WRITE_SYNAPSE").doubleValue(), 1e-3 * picojoules);
        double seconds = fact(preset, "potentiationPulse") + fact(preset, "depressionPulse");
        double slot =
                load(preset).technology().latencies().get("WRITE_ROW").value().doubleValue();
        assertEquals(seconds, slot, 1e-9 * seconds);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double fact(String preset, String name) {
        Map<String, Written> figures = DevicePresets.read(preset, Path.of(""));
        String[] parts = figures.get("facts." + name + ".value").toString().split(" ");
        double unit = parts.length == 1
                ? 1
                : switch (parts[1]) {
                    case "us" -> 1e-6;
                    case "ns" -> 1e-9;
                    default -> 1;
                };
        return Double.parseDouble(parts[0]) * unit;
    }

    /** A written row of a tile costs more than the pulses on the cells of a device without a current. */
    @Test
    void theBareGateOfAFerroelectricTransistorIsNotAllOfItsPrice() {
        Scenario gates = load("hzo-fefet");
        double cells = 128 * energy(gates, "WRITE_SYNAPSE").doubleValue();
        assertTrue(energy(gates, "WRITE_ROW").doubleValue() > 100 * cells);
    }

    @Test
    void theTableOfARunReadsBackToTheSameFigures(@TempDir Path folder) throws IOException {
        Scenario own = load("gst-pcm");
        Path copy = Files.writeString(folder.resolve("technology.yaml"), own.technologyText());
        Technology read = Technologies.named(copy.toString());
        assertEquals(own.technology().name(), read.name());
        assertEquals(own.energyTable(), read.energyTable(own.chipConfig().powerGating()));
        assertEquals(own.technology().latencies().keySet(), read.latencies().keySet());
        read.latencies()
                .forEach((action, figure) -> assertEquals(
                        0,
                        figure.value()
                                .compareTo(
                                        own.technology().latencies().get(action).value())));
        Path scenario = Files.writeString(folder.resolve("scenario.yaml"), own.toYamlFor("technology.yaml"));
        assertEquals(
                own.technologyText(),
                Scenario.load(scenario.toString(), List.of()).technologyText());
    }

    @Test
    void aDeviceOfAFileTakesItsPricesAlong(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("cell.yaml"), device("2 pJ", "WRITE_ROW", "latency", "3 ns"));
        Scenario own = load(file.toString());
        assertEquals(0, new BigDecimal(2).compareTo(energy(own, "WRITE_ROW")));
        Files.writeString(folder.resolve("technology.yaml"), own.technologyText());
        Path scenario = Files.writeString(folder.resolve("scenario.yaml"), own.toYamlFor("technology.yaml"));
        Scenario again = Scenario.load(scenario.toString(), List.of());
        assertEquals(0, new BigDecimal(2).compareTo(energy(again, "WRITE_ROW")));
        assertEquals("rram-32nm with writes of cell.yaml", again.technology().name());
    }

    private static String device(String energy, String action, String figure, String latency) {
        return "kind: quantized\nparameters:\n  states: {value: 4, grade: assumed, source: x}\ntechnology:\n"
                + "  WRITE_SYNAPSE:\n    energy: {value: 1 pJ, grade: assumed, source: x}\n"
                + "    latency: {value: 1 ns, grade: assumed, source: x}\n"
                + "  " + action + ":\n    energy: {value: " + energy + ", grade: assumed, source: x}\n"
                + "    " + figure + ": {value: " + latency + ", grade: assumed, source: x}\n";
    }

    @ParameterizedTest
    @CsvSource({
        "2 pJ, WRITE_ROW, interval, 3 ns, cell.yaml: technology lacks the latency of WRITE_ROW",
        "2 pJ, ADD, latency, 3 ns, unknown figure technology.ADD.energy.value",
        "2 V, WRITE_ROW, latency, 3 ns, actions.WRITE_ROW.energy.value is 2 V; expected a number with a unit",
    })
    void anIncompleteOrWrongTableIsRefused(
            String energy, String action, String figure, String latency, String complaint, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("cell.yaml"), device(energy, action, figure, latency));
        InputException refusal = assertThrows(InputException.class, () -> load(file.toString()));
        assertTrue(String.valueOf(refusal.getMessage()).contains(complaint), String.valueOf(refusal.getMessage()));
    }
}
