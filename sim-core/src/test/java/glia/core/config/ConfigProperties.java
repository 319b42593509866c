package glia.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ConfigProperties {
    private static final Position PLACE = Position.of("--set");

    @Property
    void whatAQuantityIsWrittenAsReadsBack(
            @ForAll Dimension dimension, @ForAll @BigRange(min = "-1e15", max = "1e15") @Scale(18) BigDecimal value) {
        assertEquals(0, value.compareTo(dimension.parse(dimension.format(value))));
    }

    @Property
    void aWholeNumberIsReadIfAndOnlyIfItLiesInTheRange(@ForAll long value, @ForAll long one, @ForAll long other) {
        ValueType type = ValueType.whole(Math.min(one, other), Math.max(one, other));
        List<String> items = List.of(Long.toString(value));
        if (value >= Math.min(one, other) && value <= Math.max(one, other)) {
            assertEquals(value, type.parser().apply(items));
        } else {
            assertThrows(IllegalArgumentException.class, () -> type.parser().apply(items));
        }
    }

    @Property
    void aListReadsBackAsItWasWritten(
            @ForAll @Size(max = 6) List<@AlphaChars @StringLength(min = 1, max = 5) String> items) {
        Written written = new Written(items, true, PLACE, PLACE);
        assertEquals(written, Written.of(written.toString(), PLACE));
        assertEquals(written, Written.of("  " + written.toString().replace(", ", " ,") + " ", PLACE));
    }

    @Property
    void aValueReadsBackAsItWasWritten(@ForAll @AlphaChars @StringLength(max = 9) String text) {
        Written written = Written.of(" " + text + " ", PLACE);
        assertEquals(new Written(List.of(text), false, PLACE, PLACE), written);
        assertEquals(text, written.toString());
    }

    @Property(tries = 300)
    void theDistanceOfTwoNamesIsTheFewestStepsBetweenThem(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String one,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String other) {
        int steps = steps(one, other);
        assertEquals(steps, NearestName.distance(one, other));
        assertEquals(steps, NearestName.distance(other, one.toUpperCase(Locale.ROOT)));
    }

    /** By looking at the first letters only, and then at the rest. */
    private static int steps(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length();
        }
        boolean same = one.charAt(0) == other.charAt(0);
        int best = steps(one.substring(1), other.substring(1)) + (same ? 0 : 1);
        best = Math.min(best, 1 + steps(one.substring(1), other));
        best = Math.min(best, 1 + steps(one, other.substring(1)));
        if (one.length() > 1
                && other.length() > 1
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)) {
            best = Math.min(best, 1 + steps(one.substring(2), other.substring(2)));
        }
        return best;
    }

    @Property
    void aNameWithOneWrongLetterIsFound(@ForAll("names") String name, @ForAll int place) {
        int at = Math.floorMod(place, name.length());
        String wrong = name.substring(0, at) + "#" + name.substring(at + 1);
        assertEquals("; did you mean " + name + "?", NearestName.hint(wrong, KNOWN));
    }

    @Property(tries = 100)
    void nothingIsSuggestedForAWordThatIsFarFromAll(@ForAll @CharRange(from = '0', to = '9') String wrong) {
        assertTrue(wrong.length() > 12 || NearestName.hint(wrong, KNOWN).isEmpty());
    }

    private static final List<String> KNOWN =
            List.of("chip.tile.rows", "chip.tile.columns", "rule.epsilon", "network.layers", "run.seed");

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(KNOWN);
    }
}
