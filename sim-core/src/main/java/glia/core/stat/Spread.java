package glia.core.stat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The middle and the ends of some values, such as those of several seeds; no numbers where there is none, or any is none.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param low the smallest
 * @param high the largest
 */
public record Spread(double median, double low, double high) {
    /** The spread of some values. */
    public static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The spread of some values. */
    public static Spread of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The medians of some spreads. */
    public static double[] medians(List<Spread> spreads) {
        return spreads.stream().mapToDouble(Spread::median).toArray();
    }

    /** The lower ends of some spreads. */
    public static double[] lows(List<Spread> spreads) {
        return spreads.stream().mapToDouble(Spread::low).toArray();
    }

    /** The upper ends of some spreads. */
    public static double[] highs(List<Spread> spreads) {
        return spreads.stream().mapToDouble(Spread::high).toArray();
    }

    /** Smallest and largest as text. */
    public String range(DoubleFunction<String> format) {
        return format.apply(low) + " to " + format.apply(high);
    }
}
