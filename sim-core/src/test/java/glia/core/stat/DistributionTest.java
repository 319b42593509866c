package glia.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
}
