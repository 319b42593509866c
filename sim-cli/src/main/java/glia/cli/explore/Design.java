package glia.cli.explore;

import glia.core.stat.Spread;
import java.util.List;
import java.util.Map;

/**
 * A design of a sweep, all its seeds together.
 *
 * @param number from 1, in the order of first points
 * @param values of the axes but seeds, in their order
 * @param points the numbers of its points, one a seed
 * @param done how many of them were trained to the end
 * @param reason why the first of the others was not; empty if there is none
 * @param figures by column the spread of those that every point has
 */
public record Design(
        int number, List<String> values, List<Integer> points, int done, String reason, Map<String, Spread> figures) {
    /** The median of a figure; not a number where no point has it. */
    public double median(String column) {
        Spread spread = figures.get(column);
        return spread == null ? Double.NaN : spread.median();
    }

    /** The spread of a figure; of no numbers where no point has it. */
    public Spread spread(String column) {
        return figures.getOrDefault(column, Spread.of());
    }

    /** How it ended: done, or how many of its points were. */
    public String status() {
        return done == points.size() ? "done" : done == 0 ? "failed" : done + " of " + points.size() + " done";
    }
}
