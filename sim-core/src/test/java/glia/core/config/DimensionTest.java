package glia.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTest {
    @ParameterizedTest
    @CsvSource({
        "FREQUENCY, 1 GHz, 1e9",
        "FREQUENCY, 1 MHz, 1e6",
        "FREQUENCY, 1 kHz, 1e3",
        "FREQUENCY, 1 Hz, 1",
        "TIME, 1 s, 1",
        "TIME, 1 ms, 1e-3",
        "TIME, 300us, 3e-4",
        "TIME, 10 ns, 1e-8",
        "TIME, 1 ps, 1e-12",
        "ENERGY, 1 J, 1e12",
        "ENERGY, 1 uJ, 1e6",
        "ENERGY, 1 nJ, 1e3",
        "ENERGY, 0.11 pJ, 0.11",
        "ENERGY, 1 fJ, 1e-3",
        "ENERGY, 1 aJ, 1e-6",
        "POWER, 1 W, 1",
        "POWER, 1 mW, 1e-3",
        "POWER, 1 uW, 1e-6",
        "POWER, 1 nW, 1e-9",
        "POWER, 1 pW, 1e-12",
        "AREA, 1 mm2, 1e6",
        "AREA, 1.5um2, 1.5",
        "AREA, 20 nm2, 2e-5",
        "WIDTH, 32 bit, 32",
        "WIDTH, 4 byte, 32"
    })
    void unitsAreReadExactly(Dimension dimension, String text, String value) {
        assertEquals(0, new BigDecimal(value).compareTo(dimension.parse(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQUENCY, 1.5e8, 150 MHz",
        "FREQUENCY, 999, 999 Hz",
        "TIME, 1e-8, 10 ns",
        "TIME, 0, 0 s",
        "TIME, 1e-15, 0.000000000000001 s",
        "ENERGY, 0.00025, 250 aJ",
        "ENERGY, 3000000000000000, 3000 J",
        "POWER, 0.0015, 1.5 mW",
        "AREA, 93600, 93600 um2",
        "AREA, 2500000, 2.5 mm2",
        "WIDTH, 256, 32 byte"
    })
    void valuesAreWrittenInTheLargestUnitThatFits(Dimension dimension, String value, String text) {
        assertEquals(text, dimension.format(new BigDecimal(value)));
    }

    @Test
    void negativeValuesKeepTheirUnit() {
        assertEquals("-2 ms", Dimension.TIME.format(new BigDecimal("-0.002")));
    }

    @Test
    void whatCannotBeReadSaysWhatWasExpected() {
        assertEquals(
                "a number with a unit: s, ms, us, ns, ps",
                assertThrows(IllegalArgumentException.class, () -> Dimension.TIME.parse("5 h"))
                        .getMessage());
        assertEquals(
                "a number before the unit, such as 1 pJ",
                assertThrows(IllegalArgumentException.class, () -> Dimension.ENERGY.parse("1,5 pJ"))
                        .getMessage());
    }
}
