package glia.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final List<Key> KEYS = List.of(
            new Key("chip.tile.rows", ValueType.whole(1, 4096), "128", "inputs of a tile"),
            new Key("chip.tile.columns", ValueType.whole(1, 4096), "64", "outputs of a tile"),
            new Key("rule.epsilon", ValueType.decimal(0, 1), "0.5", "length of the perturbation"));

    private static Written at(int line, int column, String text) {
        return Written.of(text, new Position("chip.yaml", line, column));
    }

    @Test
    void aKeyThatIsNotGivenHasItsStandard() {
        Settings settings = new Settings(KEYS, Map.of("chip.tile.rows", at(7, 11, "32")));
        assertEquals(32, settings.integer("chip.tile.rows"));
        assertEquals(64, settings.integer("chip.tile.columns"));
        assertEquals("chip.yaml:7:11", settings.position("chip.tile.rows").toString());
        assertEquals(
                "default of chip.tile.columns",
                settings.position("chip.tile.columns").toString());
        assertEquals("0.5", settings.text("rule.epsilon"));
        assertEquals(KEYS, settings.keys());
    }

    @Test
    void someValuesMayBeReplaced() {
        Settings settings = new Settings(KEYS, Map.of("chip.tile.rows", at(7, 11, "32")));
        Settings changed = settings.with(Map.of("chip.tile.columns", "8"));
        assertEquals(32, changed.integer("chip.tile.rows"));
        assertEquals(8, changed.integer("chip.tile.columns"));
        assertEquals(64, settings.integer("chip.tile.columns"));
        assertEquals(KEYS, changed.keys());
        assertThrows(IllegalStateException.class, () -> settings.with(Map.of("chip.tile.row", "8")));
        assertThrows(InputException.class, () -> settings.with(Map.of("chip.tile.rows", "0")));
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearestOne() {
        Map<String, Written> given = new LinkedHashMap<>();
        given.put("chip.tile.columns", at(6, 14, "8"));
        given.put("chip.tile.row", at(7, 11, "32"));
        InputException refusal = assertThrows(InputException.class, () -> new Settings(KEYS, given));
        assertEquals("chip.yaml:7:11: unknown key chip.tile.row; did you mean chip.tile.rows?", refusal.getMessage());
        InputException far = assertThrows(InputException.class, () -> new Settings(KEYS, Map.of("x", at(1, 1, "1"))));
        assertEquals("chip.yaml:1:1: unknown key x", far.getMessage());
    }

    @Test
    void aBadValueIsNamedWithPlaceKeyValueAndExpectation() {
        InputException refusal =
                assertThrows(InputException.class, () -> new Settings(KEYS, Map.of("chip.tile.rows", at(7, 11, "0"))));
        assertEquals(
                "chip.yaml:7:11: chip.tile.rows is 0; expected a whole number from 1 to 4096", refusal.getMessage());
    }

    @Test
    void aBadStandardIsNamedAsSuch() {
        List<Key> wrong = List.of(new Key("a", ValueType.flag(), "maybe", "wrong"));
        assertEquals(
                "default of a: a is maybe; expected true or false",
                assertThrows(InputException.class, () -> new Settings(wrong, Map.of()))
                        .getMessage());
    }

    @Test
    void aComplaintThatOnlyShowsBesideOthersHasTheSameForm() {
        Settings settings = new Settings(KEYS, Map.of("chip.tile.rows", at(7, 11, "32")));
        assertEquals(
                "chip.yaml:7:11: chip.tile.rows is 32; expected at least as many as columns",
                settings.complaint("chip.tile.rows", "at least as many as columns")
                        .getMessage());
    }

    @Test
    void askingForAKeyThatIsNotThereOrIsOfAnotherTypeIsAMistakeOfTheProgram() {
        Settings settings = new Settings(KEYS, Map.of());
        assertEquals(
                "there is no key chip.tiles",
                assertThrows(IllegalStateException.class, () -> settings.position("chip.tiles"))
                        .getMessage());
        assertThrows(IllegalStateException.class, () -> settings.whole("chip.tiles"));
        assertEquals(
                "the key rule.epsilon holds 0.5, not a Long",
                assertThrows(IllegalStateException.class, () -> settings.whole("rule.epsilon"))
                        .getMessage());
    }

    @Test
    void aNumberTooLargeForAnIntIsNotCutOff() {
        Settings settings = Complaints.settings(ValueType.whole(0, Long.MAX_VALUE), "1", "4294967296");
        assertThrows(ArithmeticException.class, () -> settings.integer("key"));
    }
}
