package glia.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

/** Reads one key and compares what is complained about it. */
final class Complaints {
    private Complaints() {}

    /** The settings of one key "key" of a type, written at scenario.yaml:3:9. */
    static Settings settings(ValueType type, String standard, String text) {
        Key key = new Key("key", type, standard, "a key of a test");
        return new Settings(List.of(key), Map.of("key", Written.of(text, new Position("scenario.yaml", 3, 9))));
    }

    /** Asserts that a text is refused with "scenario.yaml:3:9: key is text; expected ...". */
    static void assertRefused(ValueType type, String standard, String text, String expected) {
        InputException complaint = assertThrows(InputException.class, () -> settings(type, standard, text), text);
        assertEquals("scenario.yaml:3:9: key is " + text.trim() + "; expected " + expected, complaint.getMessage());
    }
}
