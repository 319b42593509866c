package glia.cli.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.device.DeviceParameters;
import glia.chip.device.LayerDevice;
import glia.chip.device.Pulses;
import glia.chip.device.SynapticDevice;
import glia.core.config.InputException;
import glia.core.config.Written;
import glia.core.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicePresetsTest {
    private static final RandomStream DRAWS = RandomStream.of(1, 1);

    static List<String> presets() {
        return DevicePresets.names();
    }

    private static DeviceParameters load(String preset, String... more) {
        List<String> sets = new ArrayList<>(List.of(more));
        sets.add("chip.device=" + preset);
        return Scenario.load("tiny", sets).chipConfig().device();
    }

    private static double value(String preset, String figure) {
        Map<String, Written> figures = DevicePresets.read(preset, Path.of(""));
        return Double.parseDouble(String.valueOf(figures.get(figure + ".value")));
    }

    /** Every figure of a file has a source, and makes a device. */
    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetIsWholeAndCited(String preset) {
        assertTrue(!load(preset).storesSums());
        DevicePresets.read(preset, Path.of("")).forEach((key, written) -> {
            if (key.endsWith(".source")) {
                assertTrue(written.toString().length() > 10, key);
            }
        });
        Scenario shown = Scenario.load("tiny", List.of("chip.device=" + preset));
        assertTrue(shown.toYaml().contains("preset: " + preset));
    }

    /** x(p) with the constant of NeuroSim's own table for a label, normalised. */
    private static double closed(double a, double p) {
        return (1 - Math.exp(-p / a)) / (1 - Math.exp(-1 / a));
    }

    /**
     * Pulse by pulse from one end to the other and back: the largest distance from the closed form is below 0.0003 of the range, full
     * scale takes the published number of pulses, and the ends have the published ratio.
     */
    @ParameterizedTest
    @CsvSource({
        "ag-a-si, 0.499181, -0.200303",
        "taox-hfox, 31.566827, -1.997332",
        "epiram, 2.519877, -2.519877",
        "alox-hfo2, 0.629249, -2.063266",
        "hzo-fefet, 0.702081, 0.848677",
        "gst-pcm, 12.625807, 0.499181",
        "ecram, 4.350915, -0.893018"
    })
    void thePublishedCurveComesOut(String preset, double raising, double lowering) {
        DeviceParameters parameters =
                load(preset, "chip.device.cycleNoise=0", "chip.device.range=1", "chip.device.rounding=nearest");
        SynapticDevice cells = LayerDevice.of(parameters, 0, 1, 1).cells();
        int up = parameters.pulsing().potentiationStates();
        int down = parameters.pulsing().depressionStates();
        double worst = 0;
        float stored = cells.load(-1f, 0, DRAWS);
        double lowest = stored;
        for (int n = 1; n <= up; n++) {
            assertTrue(stored < 0.9999, "full before pulse " + n);
            stored = pulse(cells, stored, 2f / up);
            worst = Math.max(worst, Math.abs((stored + 1) / 2 - closed(raising, (double) n / up)));
        }
        double highest = stored;
        for (int n = 1; n <= down; n++) {
            assertTrue(stored > -0.9999, "empty before pulse " + n);
            stored = pulse(cells, stored, -2f / down);
            worst = Math.max(worst, Math.abs((stored + 1) / 2 - closed(lowering, 1 - (double) n / down)));
        }
        assertTrue(worst < 3e-4, preset + ": " + worst);
        assertEquals(1, highest, 6e-4);
        assertEquals(lowest, stored, 6e-4);
        double ratio = value(preset, "facts.onOffRatio");
        double window = (ratio - 1) / 2;
        assertEquals(ratio, (1 + window * (highest + 1)) / (1 + window * (lowest + 1)), 1e-3 * ratio);
    }

    /** One write a state from one end to the other and back, every state where it should be within 1e-6 of the range. */
    @ParameterizedTest
    @CsvSource({"sram, 256", "embedded-flash, 100"})
    void quantizedPresetsGoByEqualSteps(String preset, int states) {
        DeviceParameters parameters = load(preset, "chip.device.range=1");
        assertEquals(states, parameters.states());
        SynapticDevice cells = LayerDevice.of(parameters, 0, 1, 1).cells();
        float step = 2f / (states - 1);
        float stored = cells.load(-1f, 0, DRAWS);
        for (int n = 1; n < states; n++) {
            stored = pulse(cells, stored, step);
            assertEquals(2.0 * n / (states - 1) - 1, stored, 2e-6, "state " + n);
        }
        assertEquals(1f, pulse(cells, stored, step), 2e-6f);
        for (int n = states - 2; n >= 0; n--) {
            stored = pulse(cells, stored, -0.6f * step);
            assertEquals(2.0 * n / (states - 1) - 1, stored, 2e-6, "state " + n);
        }
        assertEquals(stored, cells.write(stored, 0.4f * step, 0, DRAWS, new Pulses()), "nearest step");
    }

    private static float pulse(SynapticDevice cells, float stored, float change) {
        Pulses pulses = new Pulses();
        float written = cells.write(stored, change, 0, DRAWS, pulses);
        assertEquals(1, pulses.raising() + pulses.lowering());
        return written;
    }

    @Test
    void whatIsGivenGoesBeforeThePreset() {
        assertEquals(97, load("ag-a-si").pulsing().potentiationStates());
        assertEquals(0.035f, load("ag-a-si").pulsing().cycleNoise());
        assertEquals(
                5, load("ag-a-si", "chip.device.potentiationStates=5").pulsing().potentiationStates());
        assertEquals(
                load("ag-a-si"),
                Scenario.load("tiny", List.of("chip.device.preset=ag-a-si"))
                        .chipConfig()
                        .device());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: pulsed\nparameters:\n  cycelNoise:\n    value: 1\n|4:5: unknown figure parameters.cycelNoise.value;"
                        + " did you mean parameters.cycleNoise?",
                "kind: pulsed\nparameters:\n  cycleNoise:\n    value: 1\n    grade: measured\n"
                        + "|4:5: parameters.cycleNoise has no source",
                "kind: pulsed\nparameters:\n  cycleNoise:\n    value: 1\n    grade: mesured\n    source: x\n"
                        + "|measured, simulated, estimated, assumed; did you mean measured?",
                "name: x\n|: has no kind; expected one of ideal, quantized, pulsed",
                "kind: pulsed\n|chip.device.potentiationStates is none; expected a number, which device pulsed needs"
            })
    void aBadFileIsRefusedWithItsPlace(String row, @TempDir Path folder) throws IOException {
        String[] parts = row.split("\\|");
        Path file = Files.writeString(folder.resolve("cell.yaml"), parts[0]);
        InputException refusal = assertThrows(InputException.class, () -> load(file.toString()));
        assertTrue(String.valueOf(refusal.getMessage()).contains(parts[1]), String.valueOf(refusal.getMessage()));
    }
}
