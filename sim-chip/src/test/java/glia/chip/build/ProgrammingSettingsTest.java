package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.device.ElementParameters;
import glia.chip.device.Programming;
import glia.core.config.InputException;
import glia.core.config.Position;
import glia.core.config.Settings;
import glia.core.config.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammingSettingsTest {
    private static Programming programming(String... pairs) {
        Map<String, Written> given = new LinkedHashMap<>();
        for (String pair : pairs) {
            String[] keyAndValue = pair.split("=");
            given.put("chip." + keyAndValue[0], Written.of(keyAndValue[1], Position.of("test")));
        }
        return ChipSettings.config(new Settings(ChipSettings.KEYS, given), 42).programming();
    }

    @Test
    void elementsAreSeparateAndExactAndRowsAreWrittenAtOnceUnlessToldOtherwise() {
        Programming programming = programming();
        assertEquals(new ElementParameters(false, false, 0, 0f, 0f, 42), programming.element());
        assertEquals(Programming.Mode.ROW, programming.mode());
        assertEquals(Programming.Slot.ONE_PULSE, programming.slot());
    }

    @Test
    void everyNumberIsRead() {
        assertEquals(
                new ElementParameters(false, false, 6, 0.01f, 0.2f, 42),
                programming("element.bits=6", "element.fullScale=0.01", "element.mismatch=0.2")
                        .element());
        assertEquals(
                new Programming(
                        new ElementParameters(true, true, 0, 0f, 0f, 42),
                        Programming.Mode.PARALLEL,
                        Programming.Slot.FULL_TRAIN),
                programming(
                        "element.kind=in-place",
                        "element.restore=merged",
                        "write.mode=parallel",
                        "write.slot=full-train"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "element.restore=merged|chip.element.restore is merged; expected separate, since chip.element.kind is separate: no cell"
                        + " is restored",
                "element.bits=4|chip.element.fullScale is none; expected a weight, since chip.element.bits is 4",
                "element.fullScale=1|chip.element.fullScale is 1; expected none, since chip.element.bits is none",
                "element.kind=in-place,element.mismatch=0.1|chip.element.kind is in-place; expected separate, since chip.element.bits,"
                        + " fullScale and mismatch are those of separate elements",
                "skipIdleRows=true,write.mode=cell|chip.skipIdleRows is true; expected false, since chip.write.mode is cell"
            })
    void whatDoesNotGoTogetherIsRefused(String given, String complaint) {
        InputException refused = assertThrows(InputException.class, () -> programming(given.split(",")));
        assertEquals("test: " + complaint, refused.getMessage().replaceFirst("default of [^:]*", "test"));
    }
}
