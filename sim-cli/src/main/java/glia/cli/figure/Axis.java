package glia.cli.figure;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis.
 *
 * @param label what it measures, with its unit
 * @param scale how values are laid along it
 * @param from value at its beginning
 * @param to value at its end, above from
 */
public record Axis(String label, Scale scale, double from, double to) {
    private static final int TICKS = 6;

    /** Refuses an empty axis. */
    public Axis {
        if (!(from < to) || !Double.isFinite(scale.place(from)) || !Double.isFinite(scale.place(to))) {
            throw new IllegalArgumentException("axis " + label + " goes from " + from + " to " + to);
        }
    }

    /** A linear axis. */
    public static Axis linear(String label, double from, double to) {
        return new Axis(label, Scale.LINEAR, from, to);
    }

    /** A linear axis that holds all values and ends at round ones. */
    public static Axis around(String label, DoubleStream values) {
        double[] ends = ends(values, 0);
        double span = ends[1] > ends[0] ? ends[1] - ends[0] : ends[0] == 0 ? 1 : Math.abs(ends[0]);
        double step = Scale.niceStep(span / TICKS);
        double first = Math.floor(ends[0] / step) * step;
        double last = (Math.floor(ends[1] / step) + 1) * step;
        return linear(label, Math.min(ends[0], first), Math.max(ends[1], last)); // products may be rounded inwards
    }

    /** A logarithmic axis that holds all values, with some room beside them. */
    public static Axis logAround(String label, DoubleStream values) {
        double[] ends = ends(values, 1);
        double room = Math.max(1.15, StrictMath.pow(ends[1] / ends[0], 0.05));
        return new Axis(label, Scale.LOG, ends[0] / room, ends[1] * room);
    }

    /** The smallest and the largest value; where there is none, a place for both. */
    private static double[] ends(DoubleStream values, double none) {
        DoubleSummaryStatistics all = values.filter(Double::isFinite).summaryStatistics();
        return all.getCount() == 0 ? new double[] {none, none} : new double[] {all.getMin(), all.getMax()};
    }

    /** Where a value stands, 0 at the beginning and 1 at the end. */
    public double share(double value) {
        double first = scale.place(from);
        return (scale.place(value) - first) / (scale.place(to) - first);
    }

    /** Its ticks. */
    List<Double> ticks() {
        return ticks(TICKS);
    }

    /** Its ticks, about so many at most. */
    List<Double> ticks(int most) {
        return scale.ticks(from, to, most);
    }
}
