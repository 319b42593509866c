package glia.cli.sweep;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How points ended, and which was the most accurate. */
public final class Tally {
    private final Map<PointResult.Status, Integer> counts = new EnumMap<>(PointResult.Status.class);
    private Optional<Best> best = Optional.empty();

    /**
     * A point that no other one is more accurate than; the first of equal ones.
     *
     * @param point its number
     * @param accuracy its share of test samples
     */
    public record Best(int point, double accuracy) {}

    /** Counts a point. */
    public void add(PointResult result) {
        counts.merge(result.status(), 1, Integer::sum);
        String accuracy = result.figures().getOrDefault("testAccuracy", "");
        if (result.status() == PointResult.Status.DONE && !accuracy.isEmpty()) {
            Best candidate = new Best(result.point(), Double.parseDouble(accuracy));
            if (best.isEmpty() || isBetter(candidate, best.get())) {
                best = Optional.of(candidate);
            }
        }
    }

    private static boolean isBetter(Best one, Best other) {
        return one.accuracy == other.accuracy ? one.point < other.point : one.accuracy > other.accuracy;
    }

    /** How many ended so. */
    public int count(PointResult.Status status) {
        return counts.getOrDefault(status, 0);
    }

    /** The most accurate point, if one went on to its end. */
    public Optional<Best> best() {
        return best;
    }
}
