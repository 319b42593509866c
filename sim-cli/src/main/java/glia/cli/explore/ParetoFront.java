package glia.cli.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The designs that no other one beats (V. Pareto): none is as good in every objective and better in one. Medians of seeds are compared.
 *
 * @param objectives what is asked for
 * @param members the front, the best in the first objective first
 * @param candidates designs that have a figure for every objective
 */
public record ParetoFront(List<Objective> objectives, List<Design> members, List<Design> candidates) {
    /** The front of some designs. */
    public static ParetoFront of(Designs designs, List<Objective> objectives) {
        List<Design> candidates = designs.all().stream()
                .filter(design -> Arrays.stream(costs(design, objectives)).noneMatch(Double::isNaN))
                .toList();
        double[][] costs =
                candidates.stream().map(design -> costs(design, objectives)).toArray(double[][]::new);
        List<Design> members = candidates.stream()
                .filter(design -> Arrays.stream(costs).noneMatch(other -> beats(other, costs(design, objectives))))
                .sorted(Comparator.comparingDouble(
                                (Design design) -> objectives.get(0).cost(design))
                        .thenComparingInt(Design::number))
                .toList();
        return new ParetoFront(objectives, members, candidates);
    }

    private static double[] costs(Design design, List<Objective> objectives) {
        return objectives.stream().mapToDouble(each -> each.cost(design)).toArray();
    }

    /** Whether some costs are nowhere above others, and somewhere below. */
    static boolean beats(double[] one, double[] another) {
        boolean below = false;
        for (int i = 0; i < one.length; i++) {
            if (one[i] > another[i]) {
                return false;
            }
            below |= one[i] < another[i];
        }
        return below;
    }

    /** Whether a design is on the front. */
    public boolean contains(Design design) {
        return numbers().contains(design.number());
    }

    private Set<Integer> numbers() {
        return members.stream().map(Design::number).collect(Collectors.toSet());
    }
}
