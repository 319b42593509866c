package glia.core.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the valid name that a wrong one was probably meant to be. */
public final class NearestName {
    private NearestName() {}

    /** A hint such as {@code "; did you mean epsilon?"}, or the empty text if no name is near. */
    public static String hint(String wrong, Collection<String> names) {
        int limit = Math.max(2, wrong.length() / 2);
        return names.stream()
                .filter(name -> distance(wrong, name) <= limit || suffixDistance(wrong, name) <= wrong.length() / 4)
                .min(Comparator.comparingInt((String name) -> suffixDistance(wrong, name))
                        .thenComparing(name -> name))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** The distance to the whole name, or to what stands behind one of its dots: a key may lack its section. */
    private static int suffixDistance(String wrong, String name) {
        int best = distance(wrong, name);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            best = Math.min(best, distance(wrong, name.substring(dot + 1)));
        }
        return best;
    }

    /** The number of letters to insert, delete, replace or swap with a neighbour (case aside). */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
