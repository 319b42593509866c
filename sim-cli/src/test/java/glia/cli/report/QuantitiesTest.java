package glia.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "0.0246, 24.60 ms",
        "119, 119.0 s",
        "120, 2.000 min",
        "7199, 120.0 min",
        "7200, 2.000 h",
        "172800, 2.000 days",
        "31557600, 365.3 days",
        "63115200, 2.000 years",
        "3.15576e13, '1,000,000 years'",
        "3.15576e17, 1e10 years",
        "Infinity, never"
    })
    void spansAreInTheUnitThatPeopleWouldTake(double seconds, String shown) {
        assertEquals(shown, Quantities.span(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "3.25, 3.250",
        "68445.6, '68,446'",
        "999999999, '999,999,999'",
        "1e9, 1e9",
        "6.8446e9, 6.845e9",
        "2.5e12, 2.5e12",
        "Infinity, never"
    })
    void largeNumbersArePowersOfTen(double value, String shown) {
        assertEquals(shown, Quantities.large(value));
    }
}
