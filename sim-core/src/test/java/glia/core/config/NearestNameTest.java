package glia.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static String hint(String wrong, String... names) {
        return NearestName.hint(wrong, List.of(names));
    }

    @Test
    void theNearestNameIsSuggested() {
        assertEquals("; did you mean epsilon?", hint("epsilom", "epsilon", "eps", "gamma"));
        assertEquals("; did you mean gamma?", hint("GAMMA", "epsilon", "gamma"));
        assertEquals("; did you mean rate?", hint("raet", "rates", "rate"));
    }

    @Test
    void namesThatAreNotNearAreNotSuggested() {
        assertEquals("", hint("banana", "epsilon", "gamma"));
        assertEquals("", hint("epsilon"));
    }

    @Test
    void ofEquallyNearNamesTheFirstByAlphabetIsSuggested() {
        assertEquals("; did you mean bat?", hint("xat", "rat", "bat", "cat"));
    }

    @Test
    void aSwapOfNeighboursIsOneStep() {
        assertEquals(1, NearestName.distance("layers", "layesr"));
        assertEquals(2, NearestName.distance("layers", "alyesr"));
        assertEquals(0, NearestName.distance("TileRows", "tilerows"));
        assertEquals(6, NearestName.distance("", "layers"));
    }
}
