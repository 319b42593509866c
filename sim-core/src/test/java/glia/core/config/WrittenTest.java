package glia.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenTest {
    private static Written of(String text) {
        return Written.of(text, Position.of("--set"));
    }

    @Test
    void textInBracketsIsAList() {
        assertEquals(List.of("784", "64", "10"), of(" [784, 64,10 ] ").items());
        assertTrue(of("[784]").list());
        assertEquals(List.of(), of("[]").items());
        assertEquals(List.of("1", "", "2"), of("[1, , 2,]").items());
    }

    @Test
    void anythingElseIsOneValue() {
        assertFalse(of("784, 64").list());
        assertEquals(List.of("784, 64"), of("784, 64").items());
        assertEquals(List.of("[784"), of("[784").items());
        assertEquals(List.of(""), of("").items());
    }

    @Test
    void aPlaceIsShownWithLineAndColumnWhereItHasThem() {
        assertEquals("a.yaml:3:14", new Position("a.yaml", 3, 14).toString());
        assertEquals("--set", Position.of("--set").toString());
        assertEquals("a.yaml:3:14: no", new InputException(new Position("a.yaml", 3, 14), "no").getMessage());
        assertEquals("no file", new InputException("no file").getMessage());
    }
}
