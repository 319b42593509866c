package glia.cli.explore;

import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much an axis matters to a figure: the share of the figure's variance over all designs that lies between the levels of the axis,
 * the correlation ratio (R. A. Fisher, Statistical Methods for Research Workers, 1925). On a full grid it is the first-order index of
 * I. M. Sobol (Mathematics and Computers in Simulation 55, 2001); the shares of all axes add up to 1 at most, and the rest is what they
 * do together. Where every value is above 0 and the largest ten times the smallest, logarithms are compared.
 *
 * @param figure its column
 * @param logarithmic whether logarithms were compared
 * @param axes by axis, those that matter most first
 */
public record Effects(String figure, boolean logarithmic, List<OfAxis> axes) {
    private static final int MOST_LEVELS = 12;
    private static final int BINS = 6;
    private static final double WIDE = 10;

    /**
     * An axis.
     *
     * @param key its name
     * @param share of the variance, 0 to 1
     * @param levels by level the spread of the figure over the designs there
     */
    public record OfAxis(String key, double share, Map<String, Spread> levels) {}

    /** The effects on a figure, of designs that have it. */
    public static Effects of(Designs designs, String figure) {
        List<Design> having = designs.all().stream()
                .filter(design -> Double.isFinite(design.median(figure)))
                .toList();
        boolean logarithmic = isWide(having, figure);
        List<OfAxis> axes = new ArrayList<>();
        for (int axis = 0; axis < designs.axes().size(); axis++) {
            Map<String, List<Design>> levels = levels(having, axis, designs.isNumeric(axis));
            Map<String, Spread> spreads = new LinkedHashMap<>();
            levels.forEach((level, members) -> spreads.put(level, Spread.of(medians(members, figure))));
            axes.add(new OfAxis(designs.axes().get(axis), share(levels, figure, logarithmic), spreads));
        }
        axes.sort(Comparator.comparingDouble(OfAxis::share).reversed());
        return new Effects(figure, logarithmic, axes);
    }

    private static double[] medians(List<Design> designs, String figure) {
        return designs.stream().mapToDouble(design -> design.median(figure)).toArray();
    }

    private static boolean isWide(List<Design> designs, String figure) {
        Spread all = Spread.of(medians(designs, figure));
        return all.low() > 0 && all.high() >= WIDE * all.low();
    }

    /** The designs by value of an axis; by ranges of as many where there are many numbers. */
    private static Map<String, List<Design>> levels(List<Design> designs, int axis, boolean numeric) {
        Map<String, List<Design>> levels = new LinkedHashMap<>();
        if (!numeric) {
            designs.forEach(design -> levels.computeIfAbsent(design.values().get(axis), value -> new ArrayList<>())
                    .add(design));
            return levels;
        }
        TreeMap<Double, List<Design>> sorted = new TreeMap<>();
        designs.forEach(
                design -> sorted.computeIfAbsent(Double.valueOf(design.values().get(axis)), value -> new ArrayList<>())
                        .add(design));
        if (sorted.size() <= MOST_LEVELS) {
            sorted.values()
                    .forEach(members -> levels.put(members.get(0).values().get(axis), members));
            return levels;
        }
        List<Design> inOrder = sorted.values().stream().flatMap(List::stream).toList();
        for (int bin = 0; bin < BINS; bin++) {
            List<Design> members = inOrder.subList(inOrder.size() * bin / BINS, inOrder.size() * (bin + 1) / BINS);
            String first = members.get(0).values().get(axis);
            String last = members.get(members.size() - 1).values().get(axis);
            levels.computeIfAbsent(first + " to " + last, range -> new ArrayList<>())
                    .addAll(members);
        }
        return levels;
    }

    private static double share(Map<String, List<Design>> levels, String figure, boolean logarithmic) {
        double[] all = levels.values().stream()
                .flatMapToDouble(members -> Arrays.stream(places(members, figure, logarithmic)))
                .toArray();
        double mean = mean(all);
        double total = squares(all, mean);
        double between = 0;
        for (List<Design> members : levels.values()) {
            double[] places = places(members, figure, logarithmic);
            double distance = mean(places) - mean;
            between += places.length * distance * distance;
        }
        return total > 0 ? Math.min(1, between / total) : 0;
    }

    private static double[] places(List<Design> designs, String figure, boolean logarithmic) {
        double[] places = medians(designs, figure);
        for (int i = 0; logarithmic && i < places.length; i++) {
            places[i] = StrictMath.log10(places[i]);
        }
        return places;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
