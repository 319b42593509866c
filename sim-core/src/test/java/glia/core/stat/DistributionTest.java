package glia.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    private final Distribution cycles = new Distribution("cycles");
    private final Distribution writes = new Distribution("writes");

    private static String log(Distribution... distributions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            Distribution.writeLog(out, List.of(distributions));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static HistogramLogReader reader(String log) {
        return new HistogramLogReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aLogReadsBackAsWritten() {
        for (int value = 0; value < 10_000; value += 7) {
            cycles.record(value);
            writes.record(value % 11);
        }
        try (HistogramLogReader reader = reader(log(cycles, writes))) {
            assertReadsAs(cycles, reader.nextIntervalHistogram());
            assertReadsAs(writes, reader.nextIntervalHistogram());
            assertNull(reader.nextIntervalHistogram());
        }
    }

    private static void assertReadsAs(Distribution written, EncodableHistogram read) {
        Histogram histogram = (Histogram) read;
        assertEquals(written.tag(), histogram.getTag());
        assertEquals(written.count(), histogram.getTotalCount());
        assertEquals(written.minimum(), histogram.getMinValue());
        assertEquals(written.maximum(), histogram.getMaxValue());
        assertEquals(written.mean(), histogram.getMean());
        for (double percent : new double[] {1, 25, 50, 90, 99.9, 100}) {
            assertEquals(written.percentile(percent), histogram.getValueAtPercentile(percent));
        }
    }

    @Test
    void anEmptyDistributionIsAllZeroAndReadsBackToo() {
        assertEquals(0, cycles.count());
        assertEquals(0, cycles.minimum());
        assertEquals(0, cycles.maximum());
        assertEquals(0, cycles.percentile(50));
        assertEquals(0, cycles.mean());
        try (HistogramLogReader reader = reader(log(cycles))) {
            EncodableHistogram empty = reader.nextIntervalHistogram();
            assertEquals("cycles", empty.getTag());
            assertEquals(0, ((Histogram) empty).getTotalCount());
        }
    }

    @Test
    void smallValuesAreExactAndLargeOnesHoldToThreeDigits() {
        for (int value = 1; value <= 1000; value++) {
            cycles.record(value);
        }
        assertEquals(1, cycles.minimum());
        assertEquals(500, cycles.percentile(50));
        assertEquals(1000, cycles.maximum());
        assertEquals(500.5, cycles.mean());
        writes.record(123_456_789_012L);
        assertEquals(123_456_789_012.0, writes.maximum(), 123_456_789_012.0 / 1000);
    }

    @Test
    void aLogHoldsNoTimeOfDay() {
        cycles.record(5);
        String log = log(cycles);
        assertEquals(log, log(cycles));
        assertTrue(log.startsWith("#[Histogram log format version 1.3]\n"), log);
        assertFalse(log.contains("Time:"), log);
        assertEquals(3, log.lines().count(), log);
    }

    /** The occurrences are those noted, and one that was read from its line of a log is the same. */
    @Test
    void aLineOfALogIsReadWithEveryOccurrence() {
        for (int value = 1; value < 2_000; value += 3) {
            cycles.record(value);
            cycles.record(5);
        }
        String[] line =
                log(cycles).lines().reduce((first, last) -> last).orElseThrow().split(",");
        Distribution read = Distribution.ofCompressed("cycles", line[line.length - 1]);
        assertEquals(cycles.occurrences(), read.occurrences());
        assertEquals(667 + 667, read.count());
        assertEquals(new Distribution.Occurrence(1, 1), read.occurrences().get(0));
        assertEquals(new Distribution.Occurrence(5, 667), read.occurrences().get(2));
        assertEquals(
                read.count(),
                read.occurrences().stream()
                        .mapToLong(Distribution.Occurrence::count)
                        .sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "HISTFAAAACB42pNpmSzMwMDAzAABMJoRQv7", "not base 64"})
    void whatIsNoHistogramIsRefused(String damaged) {
        assertThrows(IllegalArgumentException.class, () -> Distribution.ofCompressed("x", damaged));
    }
}
