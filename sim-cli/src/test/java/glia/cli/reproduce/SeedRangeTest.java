package glia.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.core.config.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds as written. */
class SeedRangeTest {
    @Test
    void rangesAndSingleSeedsAreRead() {
        assertEquals(List.of(1L, 2L, 3L), SeedRange.parse("1-3"));
        assertEquals(List.of(5L, 0L, 7L, 8L), SeedRange.parse("5, 0,7-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-1", "1-", "2-1", "1,", "1,1", "1-3,2", "1-1000", "9999999999"})
    void anythingElseIsRefused(String text) {
        assertThrows(InputException.class, () -> SeedRange.parse(text));
    }
}
