package glia.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointIntervalTest {
    @ParameterizedTest
    @CsvSource({
        "70, 0, 70",
        "70, 69, 70",
        "70, 70, 140",
        "70, 71, 140",
        "1, 5, 6",
        "1epoch, 0, 400",
        "0.5epoch, 200, 400",
        "0.25 epochs, 399, 400",
        "0.001epoch, 0, 1",
        "0.001epoch, 7, 8"
    })
    void samplesAndEpochsGoByMultiples(String every, long samples, long next) {
        CheckpointInterval interval = CheckpointInterval.of(every);
        assertEquals(next, interval.nextSample(samples, 400));
        assertFalse(interval.isOver(1e9));
    }

    @Test
    void timesGoByTheClock() {
        for (String every : new String[] {"90s", "1.5min", "0.025h"}) {
            CheckpointInterval interval = CheckpointInterval.of(every);
            assertFalse(interval.isOver(89.9));
            assertTrue(interval.isOver(90.1));
            assertEquals(Long.MAX_VALUE, interval.nextSample(0, 400));
        }
    }
}
