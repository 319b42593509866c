package glia.cli.figure;

import java.util.stream.DoubleStream;

/**
 * Values that belong together; a value that is no number leaves a gap.
 *
 * @param name its line in the legend
 * @param mark how it is drawn
 * @param x where each stands
 * @param y the values, medians where there is a spread
 * @param low lower ends of the spread, as many as values, or none
 * @param high upper ends of the spread, likewise
 */
public record Series(String name, Mark mark, double[] x, double[] y, double[] low, double[] high) {
    /** How a series is drawn. */
    public enum Mark {
        /** A line. */
        LINE,
        /** A dashed line, for formulas and controls. */
        DASHED,
        /** Points. */
        POINTS,
        /** Points on a line. */
        POINTS_AND_LINE
    }

    /** Refuses arrays of different lengths. */
    public Series {
        boolean spread = low.length == y.length && high.length == y.length;
        if (x.length != y.length || !(spread || low.length + high.length == 0)) {
            throw new IllegalArgumentException("series " + name + " has " + x.length + " places, " + y.length
                    + " values, " + low.length + " and " + high.length + " ends");
        }
    }

    /** A series without spread. */
    public static Series of(String name, Mark mark, double[] x, double[] y) {
        return new Series(name, mark, x, y, new double[0], new double[0]);
    }

    /** All values, those of the spread too. */
    public DoubleStream values() {
        return DoubleStream.concat(
                DoubleStream.of(y), DoubleStream.concat(DoubleStream.of(low), DoubleStream.of(high)));
    }

    boolean lines() {
        return mark != Mark.POINTS;
    }

    boolean points() {
        return mark == Mark.POINTS || mark == Mark.POINTS_AND_LINE;
    }
}
