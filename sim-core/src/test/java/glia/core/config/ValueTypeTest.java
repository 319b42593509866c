package glia.core.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {
    private static final ValueType WHOLE = ValueType.whole(-5, 4096);
    private static final ValueType DECIMAL = ValueType.decimal(0, 1);
    private static final ValueType CLOCK = ValueType.quantity(Dimension.FREQUENCY, "1 Hz", "100 GHz");
    private static final ValueType CHOICE = ValueType.choice(List.of("round-robin", "fixed-priority"));
    private static final ValueType LIST = ValueType.wholeList(2, 1, 1000);

    @ParameterizedTest
    @CsvSource({"7, 7", "-5, -5", "4096, 4096", "1_000, 1000", "1e3, 1000", "2.0, 2", "' 12 ', 12", "+3, 3"})
    void aWholeNumberMayBeWrittenInSeveralWays(String text, long value) {
        assertEquals(value, Complaints.settings(WHOLE, "1", text).whole("key"));
        assertEquals(value, Complaints.settings(WHOLE, "1", text).integer("key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-6", "4097", "1.5", "ten", "0x10", "1e99", "1e2147483647", "1e-2147483647", "NaN", "7 Hz"})
    void whatIsNoWholeNumberInRangeIsRefused(String text) {
        Complaints.assertRefused(WHOLE, "1", text, "a whole number from -5 to 4096");
    }

    @Test
    void aWholeNumberWithoutLargestValueSaysSo() {
        ValueType open = ValueType.whole(1, Long.MAX_VALUE);
        Complaints.assertRefused(open, "1", "0", "a whole number of at least 1");
        assertEquals(
                Long.MAX_VALUE,
                Complaints.settings(open, "1", "9223372036854775807").whole("key"));
        Complaints.assertRefused(open, "1", "9223372036854775808", "a whole number of at least 1");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.5, 0.5", "1e-3, 0.001", ".25, 0.25"})
    void aDecimalNumberIsReadAsJavaReadsIt(String text, double value) {
        assertEquals(value, Complaints.settings(DECIMAL, "0", text).decimal("key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.001", "1.0001", "NaN", "Infinity", "half", "1,5", "50 %"})
    void whatIsNoDecimalNumberInRangeIsRefused(String text) {
        Complaints.assertRefused(DECIMAL, "0", text, "a number from 0 to 1");
    }

    @Test
    void theRangeOfADecimalNumberIsShownShort() {
        assertEquals(
                "a number from 0.001 to 1000", ValueType.decimal(0.001, 1000).expected());
        assertEquals(
                "a number from 1.0E-12 to 1.0E30",
                ValueType.decimal(1e-12, 1e30).expected());
    }

    @ParameterizedTest
    @CsvSource({"100 MHz, 1e8", "1Hz, 1", "2.5 GHz, 2.5e9", "100 GHz, 1e11", "33 kHz, 33000", "1e-3 kHz, 1"})
    void aQuantityIsKeptInItsBaseUnit(String text, String hertz) {
        BigDecimal value = Complaints.settings(CLOCK, "1 Hz", text).quantity("key");
        assertEquals(0, new BigDecimal(hertz).compareTo(value));
    }

    @Test
    void whatIsNoQuantityInRangeIsRefused() {
        String range = "a quantity from 1 Hz to 100 GHz";
        String unit = range + " (a number with a unit: GHz, MHz, kHz, Hz)";
        Complaints.assertRefused(CLOCK, "1 Hz", "0 Hz", range);
        Complaints.assertRefused(CLOCK, "1 Hz", "101 GHz", range);
        Complaints.assertRefused(CLOCK, "1 Hz", "-5 MHz", range);
        Complaints.assertRefused(CLOCK, "1 Hz", "100", unit);
        Complaints.assertRefused(CLOCK, "1 Hz", "5 mhz", unit);
        Complaints.assertRefused(CLOCK, "1 Hz", "5 ms", unit);
        Complaints.assertRefused(CLOCK, "1 Hz", "fast MHz", range + " (a number before the unit, such as 1 Hz)");
        Complaints.assertRefused(CLOCK, "1 Hz", "MHz", range + " (a number before the unit, such as 1 Hz)");
    }

    @Test
    void aChoiceIsOneOfItsWords() {
        assertEquals(
                "fixed-priority",
                Complaints.settings(CHOICE, "round-robin", "fixed-priority").word("key"));
        Complaints.assertRefused(
                CHOICE, "round-robin", "roundrobin", "one of round-robin, fixed-priority; did you mean round-robin?");
        Complaints.assertRefused(CHOICE, "round-robin", "x", "one of round-robin, fixed-priority");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertTrue(Complaints.settings(ValueType.flag(), "false", "true").flag("key"));
        assertFalse(Complaints.settings(ValueType.flag(), "true", "false").flag("key"));
        for (String text : List.of("yes", "True", "1", "on")) {
            Complaints.assertRefused(ValueType.flag(), "false", text, "true or false");
        }
    }

    @Test
    void aTextIsNotEmpty() {
        ValueType file = ValueType.text("the name of a file");
        assertEquals("runs/a b", Complaints.settings(file, "x", "runs/a b").word("key"));
        Complaints.assertRefused(file, "x", "  ", "the name of a file");
    }

    @Test
    void aListHoldsWholeNumbers() {
        assertArrayEquals(
                new int[] {784, 64, 10},
                Complaints.settings(LIST, "[1, 1]", "[784, 64, 1e1]").integers("key"));
        String expected = "a list of at least 2 whole numbers from 1 to 1000, such as [784, 64, 10]";
        for (String text : List.of("[784]", "[]", "784", "[784, 0]", "[784, 1001]", "[784, ten]")) {
            Complaints.assertRefused(LIST, "[1, 1]", text, expected);
        }
    }

    @Test
    void aListIsRefusedWhereOneValueIsExpected() {
        Complaints.assertRefused(WHOLE, "1", "[7]", "a whole number from -5 to 4096");
        Complaints.assertRefused(CHOICE, "round-robin", "[round-robin]", "one of round-robin, fixed-priority");
    }

    @Test
    void aWordMayStandForNotGiven() {
        ValueType optional = ValueType.or("none", WHOLE);
        assertTrue(Complaints.settings(optional, "1", "none").isWord("key", "none"));
        assertFalse(Complaints.settings(optional, "none", "8").isWord("key", "none"));
        assertEquals(8, Complaints.settings(optional, "none", "8").whole("key"));
        assertEquals("none or a whole number from -5 to 4096", optional.expected());
        ValueType optionalList = ValueType.or("none", LIST);
        assertTrue(Complaints.settings(optionalList, "[1, 1]", "none").isWord("key", "none"));
        assertArrayEquals(
                new int[] {3, 4},
                Complaints.settings(optionalList, "none", "[3, 4]").integers("key"));
    }

    @Test
    void aWordThatMayStandForNotGivenIsPartOfWhatIsExpected() {
        Complaints.assertRefused(ValueType.or("none", WHOLE), "none", "9999", "none or a whole number from -5 to 4096");
    }
}
