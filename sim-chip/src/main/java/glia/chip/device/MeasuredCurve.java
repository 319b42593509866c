package glia.chip.device;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Conductance against pulse number as measured, potentiation and depression apart. Conductances are in any unit: the smallest of both
 * branches stands for the lower end of a cell's range, the largest for the upper one.
 *
 * @param potentiation at least two points, pulse numbers rising, conductances not falling and rising in all
 * @param depression at least two points, pulse numbers rising, conductances not rising and falling in all
 */
public record MeasuredCurve(List<Point> potentiation, List<Point> depression) {
    /**
     * A measured conductance.
     *
     * @param pulse after so many pulses, counted from any number on
     * @param conductance in any unit
     */
    public record Point(int pulse, float conductance) {}

    /** None. */
    public static final MeasuredCurve NONE = new MeasuredCurve(List.of(), List.of());

    /** Copies the points. */
    public MeasuredCurve {
        potentiation = List.copyOf(potentiation);
        depression = List.copyOf(depression);
    }

    /** Pulses from the first point of a branch to its last one. */
    public static int pulses(List<Point> branch) {
        return branch.get(branch.size() - 1).pulse() - branch.get(0).pulse();
    }

    /** The smallest conductance of both branches. */
    public float lowest() {
        return (float) conductances().min().orElse(0);
    }

    /** The largest conductance of both branches. */
    public float highest() {
        return (float) conductances().max().orElse(0);
    }

    private DoubleStream conductances() {
        return DoubleStream.concat(
                potentiation.stream().mapToDouble(Point::conductance),
                depression.stream().mapToDouble(Point::conductance));
    }
}
