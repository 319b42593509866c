package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.block.Schedule;
import glia.core.config.InputException;
import glia.core.config.Position;
import glia.core.config.Settings;
import glia.core.config.Written;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleSettingsTest {
    private static Schedule schedule(String... given) {
        Map<String, Written> written = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            written.put("chip." + given[i], Written.of(given[i + 1], Position.of("chip.yaml")));
        }
        return ChipSettings.config(new Settings(ChipSettings.KEYS, written), 1).schedule();
    }

    @Test
    void phasesEndInBarriersUnlessAskedOtherwise() {
        assertEquals(Schedule.BARRIER, schedule());
    }

    @ParameterizedTest
    @CsvSource({"barrier, BARRIER, 1", "overlapped, OVERLAPPED, 1", "dual-array, DUAL_ARRAY, 2"})
    void everyNameIsItsSchedule(String name, Schedule expected, int copies) {
        assertEquals(expected, schedule("schedule", name));
        assertEquals(copies, expected.copies());
    }

    @Test
    void anotherNameIsRefusedWithThoseThereAre() {
        InputException refused = assertThrows(InputException.class, () -> schedule("schedule", "dual-arry"));
        assertEquals(
                "chip.yaml: chip.schedule is dual-arry; expected one of barrier, overlapped, dual-array; did you mean dual-array?",
                refused.getMessage());
    }

    @Test
    void twoCopiesOfRoundedCellsStayEqual() {
        assertEquals(
                Schedule.DUAL_ARRAY,
                schedule("schedule", "dual-array", "device.kind", "quantized", "device.states", "16"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stuckOn",
                "stuckOff",
                "stuckAt",
                "writeNoise",
                "gainMismatch",
                "offsetMismatch",
                "labelVariation",
                "rangeVariation",
                "cycleNoise"
            })
    void cellsThatDifferHaveNoSecondCopy(String key) {
        String[] pulsed = {
            "schedule", "dual-array", "device.kind", "pulsed", "device.potentiationStates", "97",
            "device.depressionStates", "100", "device.potentiationLabel", "0", "device.depressionLabel", "0",
            "device.cycleNoise", "0"
        };
        assertEquals(Schedule.DUAL_ARRAY, schedule(pulsed));
        String[] noisy = Arrays.copyOf(pulsed, pulsed.length + 2);
        noisy[pulsed.length] = "device." + key;
        noisy[pulsed.length + 1] = "0.1";
        InputException refused = assertThrows(InputException.class, () -> schedule(noisy));
        assertEquals(
                "chip.yaml: chip.schedule is dual-array; expected barrier or overlapped, since chip.device." + key
                        + " lets two copies of a weight part",
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "device.endurance|1000|ideal|chip.device.endurance lets two copies of a weight part",
                "element.kind|in-place|ideal|chip.element.kind in-place is modelled for one copy of a weight",
                "device.signed|pair|pulsed|chip.device.signed pair is modelled for one copy of a weight"
            })
    void whatIsModelledForOneCopyHasNoSecondOne(String key, String value, String device, String reason) {
        InputException refused = assertThrows(
                InputException.class,
                () -> schedule(
                        "schedule",
                        "dual-array",
                        "device.kind",
                        device,
                        "device.potentiationStates",
                        "97",
                        "device.depressionStates",
                        "100",
                        "device.potentiationLabel",
                        "0",
                        "device.depressionLabel",
                        "0",
                        "device.cycleNoise",
                        "0",
                        key,
                        value));
        assertEquals(
                "chip.yaml: chip.schedule is dual-array; expected barrier or overlapped, since " + reason,
                refused.getMessage());
    }

    @Test
    void verifiedWritesHaveASecondCopyUnlessTheirReadsAreNoisy() {
        String[] verified = {
            "schedule",
            "dual-array",
            "device.kind",
            "quantized",
            "device.states",
            "16",
            "device.programming",
            "write-verify",
            "device.drift",
            "power",
            "device.readNoise",
            "0"
        };
        assertEquals(Schedule.DUAL_ARRAY, schedule(verified));
        verified[verified.length - 1] = "0.01";
        InputException refused = assertThrows(InputException.class, () -> schedule(verified));
        assertEquals(
                "chip.yaml: chip.schedule is dual-array; expected barrier or overlapped, since chip.device.programming write-verify"
                        + " with readNoise lets two copies of a weight part",
                refused.getMessage());
    }
}
