package glia.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTimingTest {
    /** Products that doubles get wrong, on either side of a whole number. */
    @ParameterizedTest
    @CsvSource({
        "1e-8, 1e8, 1",
        "1.0000000000000000000001e-8, 1e8, 2",
        "3e-7, 1e7, 3",
        "1.1e-8, 1e8, 2",
        "1e-9, 1e8, 1",
        "0, 1e8, 1",
        "7e-9, 1e9, 7",
        "2.9e-8, 1e9, 29",
        "3e-4, 1e8, 30000",
        "1e-6, 3333333, 4",
        "1, 100000000000, 100000000000"
    })
    void cyclesAreTheSecondsTimesTheClockRoundedUpExactly(String seconds, String clock, long cycles) {
        assertEquals(cycles, ActionTiming.cycles(new BigDecimal(seconds), new BigDecimal(clock)));
    }

    @Test
    void secondsBecomeLatencyAndInterval() {
        assertEquals(
                new ActionTiming(3, 2, 16),
                ActionTiming.ofSeconds(new BigDecimal("3e-8"), new BigDecimal("1.5e-8"), 16, new BigDecimal("1e8")));
    }

    @Test
    void aUnitThatDoesAllAtOnceHasOneBatch() {
        ActionTiming all = new ActionTiming(5, 2, ActionTiming.ALL);
        assertEquals(1, all.batches(Long.MAX_VALUE));
        assertEquals(5, all.duration(1_000_000_000_000L));
        assertEquals(0, all.duration(0));
    }

    @Test
    void refusesATimingThatIsNotPositive() {
        assertThrows(IllegalArgumentException.class, () -> new ActionTiming(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ActionTiming(1, 0, 1));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new ActionTiming(2, 3, -1));
        assertEquals("timing 2, 3, -1 is not positive throughout", refusal.getMessage());
    }
}
