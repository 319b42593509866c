package glia.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What became of ratios since a baseline was stored.
 *
 * @param compared how many ratios there are in both
 * @param losses those that lost more than tolerated, the greatest loss first
 * @param tolerance how many percent a ratio may lose
 */
public record Verdict(int compared, List<Loss> losses, double tolerance) {
    private static final int NAMED = 5;

    /**
     * A ratio that lost.
     *
     * @param name of the ratio
     * @param ratio as measured
     * @param baseline as it was
     */
    public record Loss(String name, double ratio, double baseline) {
        private double kept() {
            return ratio / baseline;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.2f (baseline %.2f)", name, ratio, baseline);
        }
    }

    /** Compares ratios with those of the same names in a baseline. */
    public static Verdict of(Map<String, Double> measured, Baseline baseline, double tolerance) {
        int compared = 0;
        List<Loss> losses = new ArrayList<>();
        for (Map.Entry<String, Double> each : measured.entrySet()) {
            Double before = baseline.ratios().get(each.getKey());
            if (before != null) {
                compared++;
                Loss loss = new Loss(each.getKey(), each.getValue(), before);
                if (loss.kept() < 1 - tolerance / 100) {
                    losses.add(loss);
                }
            }
        }
        losses.sort((one, other) -> Double.compare(one.kept(), other.kept()));
        return new Verdict(compared, List.copyOf(losses), tolerance);
    }

    /** The names of the ratios that lost. */
    public Set<String> lost() {
        return losses.stream().map(Loss::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** In one line. */
    @Override
    public String toString() {
        String percent = String.valueOf(tolerance).replaceFirst("\\.0$", "") + " %";
        if (compared == 0) {
            return "verdict: no ratio to compare with the baseline";
        }
        if (losses.isEmpty()) {
            return "verdict: " + compared + " of " + compared + " ratios within " + percent
                    + " of the baseline or above it";
        }
        String named = losses.stream().limit(NAMED).map(Loss::toString).collect(Collectors.joining(", "));
        return "verdict: " + losses.size() + " of " + compared + " ratios lost more than " + percent + ": " + named
                + (losses.size() > NAMED ? ", and " + (losses.size() - NAMED) + " more" : "");
    }
}
