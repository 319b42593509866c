package glia.core.stat;

import glia.core.archive.Archive;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A distribution of non-negative whole numbers (cycles, writes), kept to three significant digits in constant space. For shown
 * figures only: totals come from exact counts.
 */
public final class Distribution {
    private final String tag;
    private final Histogram histogram;

    /**
     * A value, to three digits, and how often it was noted.
     *
     * @param value the value
     * @param count how often, at least once
     */
    public record Occurrence(long value, long count) {}

    /** Makes an empty distribution with a tag of its own in a log. */
    public Distribution(String tag) {
        this(tag, new Histogram(3));
    }

    private Distribution(String tag, Histogram histogram) {
        this.tag = tag;
        this.histogram = histogram;
        histogram.setTag(tag);
    }

    /**
     * Reads a distribution as a log holds it: compressed, in base 64.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Distribution ofCompressed(String tag, String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return new Distribution(tag, Histogram.decodeFromCompressedByteBuffer(bytes, 0));
        } catch (DataFormatException | RuntimeException damaged) {
            throw new IllegalArgumentException("is no compressed histogram", damaged);
        }
    }

    /** Notes one value. */
    public void record(long value) {
        histogram.recordValue(value);
    }

    /** The tag. */
    public String tag() {
        return tag;
    }

    /** How many values were noted. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** The smallest value, to three digits; 0 if none was noted. */
    public long minimum() {
        return count() == 0 ? 0 : histogram.getMinValue();
    }

    /** The largest value, to three digits; 0 if none was noted. */
    public long maximum() {
        return histogram.getMaxValue();
    }

    /** The value at a percentile between 0 and 100, to three digits. */
    public long percentile(double percent) {
        return histogram.getValueAtPercentile(percent);
    }

    /** The mean of the values as kept. */
    public double mean() {
        return histogram.getMean();
    }

    /** The values that were noted, from the smallest. */
    public List<Occurrence> occurrences() {
        List<Occurrence> all = new ArrayList<>();
        for (HistogramIterationValue each : histogram.recordedValues()) {
            all.add(new Occurrence(
                    histogram.lowestEquivalentValue(each.getValueIteratedTo()), each.getCountAtValueIteratedTo()));
        }
        return all;
    }

    /** Writes distributions as an HdrHistogram log (version 1.3), one tagged line each, without a time of day. */
    public static void writeLog(PrintStream out, Iterable<Distribution> distributions) {
        HistogramLogWriter writer = new HistogramLogWriter(out);
        writer.outputLogFormatVersion();
        writer.outputLegend();
        for (Distribution distribution : distributions) {
            writer.outputIntervalHistogram(0.0, 1.0, distribution.histogram, 1.0);
        }
    }

    /** Saves or loads the values that were noted; loads into an empty distribution. */
    public void state(Archive archive) {
        archive.part(tag);
        List<Occurrence> saved = occurrences();
        int values = archive.at(saved.size());
        for (int i = 0; i < values; i++) {
            Occurrence each = archive.isLoading() ? new Occurrence(0, 0) : saved.get(i);
            long value = archive.at(each.value);
            long count = archive.at(each.count);
            if (archive.isLoading()) {
                histogram.recordValueWithCount(value, count);
            }
        }
    }
}
