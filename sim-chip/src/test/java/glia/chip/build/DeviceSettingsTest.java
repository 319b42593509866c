package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.device.Defects;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Devices;
import glia.chip.device.Pulsing;
import glia.chip.device.Rounding;
import glia.chip.device.WearOut;
import glia.core.config.InputException;
import glia.core.config.Position;
import glia.core.config.Settings;
import glia.core.config.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceSettingsTest {
    private static final String[] PULSED = {
        "kind",
        "pulsed",
        "potentiationStates",
        "97",
        "depressionStates",
        "100",
        "potentiationLabel",
        "2.4",
        "depressionLabel",
        "-4.88",
        "cycleNoise",
        "0.035"
    };

    private static Settings settings(String... given) {
        Map<String, Written> written = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            written.put("chip.device." + given[i], Written.of(given[i + 1], Position.of("chip.yaml")));
        }
        return new Settings(ChipSettings.KEYS, written);
    }

    private static DeviceParameters parameters(String... given) {
        return DeviceSettings.parameters(settings(given), 5);
    }

    @Test
    void theStandardDeviceIsIdeal() {
        assertTrue(parameters().storesSums());
        assertEquals(5, parameters().seed());
    }

    @Test
    void everyKeyReachesItsPart() {
        DeviceParameters parameters = parameters(
                "kind",
                "quantized",
                "range",
                "3",
                "states",
                "16",
                "rounding",
                "nearest",
                "stuckOn",
                "0.1",
                "stuckOff",
                "0.2",
                "stuckAt",
                "0.3",
                "stuckValue",
                "-0.5",
                "writeNoise",
                "0.6",
                "gainMismatch",
                "0.7",
                "offsetMismatch",
                "0.8");
        Defects defects = new Defects(new Defects.Stuck(0.1f, 0.2f, 0.3f, -0.5f), 0.6f, 0.7f, 0.8f);
        assertEquals(
                new DeviceParameters(
                        Devices.QUANTIZED, 3f, 16, Rounding.NEAREST, DeviceParameters.IDEAL.pulsing(), defects, 5),
                parameters);
        assertEquals(
                new Pulsing(97, 100, 2.4f, -4.88f, 0.035f, 0f, 0f),
                parameters(PULSED).pulsing());
    }

    @Test
    void wearingOutIsADefectOfAnyDevice() {
        DeviceParameters worn = parameters("endurance", "1e5", "enduranceSpread", "0.5", "wornAt", "off");
        assertEquals(new WearOut(1e5, 0.5f, WearOut.End.OFF), worn.defects().wearOut());
        assertFalse(worn.storesSums());
        assertEquals(
                WearOut.End.LAST,
                parameters("endurance", "7").defects().wearOut().end());
        assertEquals(
                WearOut.NONE, parameters("enduranceSpread", "0.5").defects().wearOut());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"potentiationStates", "depressionStates", "potentiationLabel", "depressionLabel", "cycleNoise"})
    void aPulsedDeviceWithoutAValueIsRefusedByItsName(String key) {
        String[] given = PULSED.clone();
        for (int i = 0; i < given.length; i += 2) {
            given[i + 1] = given[i].equals(key) ? "none" : given[i + 1];
        }
        InputException refusal = assertThrows(InputException.class, () -> parameters(given));
        assertEquals(
                "chip.yaml: chip.device." + key + " is none; expected a number, which device pulsed needs",
                refusal.getMessage());
    }

    @Test
    void aQuantizedDeviceWithoutStatesIsRefused() {
        InputException refusal = assertThrows(InputException.class, () -> parameters("kind", "quantized"));
        assertTrue(String.valueOf(refusal.getMessage())
                .contains("chip.device.states is none; expected a number, which device quantized needs"));
    }

    @Test
    void moreStuckCellsThanThereAreAreRefused() {
        InputException refusal =
                assertThrows(InputException.class, () -> parameters("stuckOn", "0.6", "stuckOff", "0.5"));
        assertEquals(
                "chip.yaml: chip.device.stuckOn is 0.6; expected shares stuckOn, stuckOff and stuckAt of 1 at most"
                        + " together",
                refusal.getMessage());
    }
}
