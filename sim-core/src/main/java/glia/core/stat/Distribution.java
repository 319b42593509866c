package glia.core.stat;

import java.io.PrintStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A distribution of non-negative whole numbers (cycles, writes), kept to three significant digits in constant space. For shown
 * figures only: totals come from exact counts.
 */
public final class Distribution {
    private final String tag;
    private final Histogram histogram = new Histogram(3);

    /** Makes an empty distribution with a tag of its own in a log. */
    public Distribution(String tag) {
        this.tag = tag;
        histogram.setTag(tag);
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

    /** Writes distributions as an HdrHistogram log (version 1.3), one tagged line each, without a time of day. */
    public static void writeLog(PrintStream out, Iterable<Distribution> distributions) {
        HistogramLogWriter writer = new HistogramLogWriter(out);
        writer.outputLogFormatVersion();
        writer.outputLegend();
        for (Distribution distribution : distributions) {
            writer.outputIntervalHistogram(0.0, 1.0, distribution.histogram, 1.0);
        }
    }
}
