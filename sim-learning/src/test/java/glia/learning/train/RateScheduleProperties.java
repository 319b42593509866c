package glia.learning.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learning rates over a run. */
class RateScheduleProperties {
    @Property
    void aRateStartsAsGivenAndNeverGrows(
            @ForAll RateSchedule schedule,
            @ForAll @LongRange(min = 1, max = 1_000_000) long samples,
            @ForAll @LongRange(min = 0, max = 1_000_000) long drawn) {
        long sample = drawn % samples;
        assertEquals(0.5f, schedule.rate(0.5, 0, samples));
        float now = schedule.rate(0.5, sample, samples);
        assertTrue(schedule.rate(0.5, sample + 1, samples) <= now);
        assertTrue(now >= 0.0005f);
    }

    @ParameterizedTest
    @CsvSource({
        "COSINE, 0.5005, 0.001",
        "CONSTANT, 1, 1",
        "LINEAR, 0.5005, 0.001",
        "EXPONENTIAL, 0.0316227766, 0.001",
        "STEP, 0.1, 0.01"
    })
    void halfWayAndAtTheEndItIs(RateSchedule schedule, float half, float end) {
        assertEquals(half, schedule.rate(1, 500, 1000), 1e-7);
        assertEquals(end, schedule.rate(1, 1000, 1000), 1e-7);
    }
}
