package glia.cli.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The points of a sweep, numbered from 1. */
public final class Points {
    private final List<String> keys;
    private final Design design;
    private final int[] draws;
    private final int left;

    private Points(List<String> keys, Design design, int[] draws, int left) {
        this.keys = keys;
        this.design = design;
        this.draws = draws;
        this.left = left;
    }

    /** The draws of a design that meet a condition on the values by key. */
    static Points of(List<String> keys, Design design, Predicate<Map<String, String>> condition) {
        int[] draws = new int[Math.min(design.size(), 1024)];
        int count = 0;
        int tried = 0;
        while (tried < design.size() && count < design.wanted()) {
            if (condition.test(byKey(keys, design.draw(tried)))) {
                draws = count == draws.length ? Arrays.copyOf(draws, 2 * count) : draws;
                draws[count++] = tried;
            }
            tried++;
        }
        return new Points(List.copyOf(keys), design, Arrays.copyOf(draws, count), tried - count);
    }

    private static Map<String, String> byKey(List<String> keys, List<String> values) {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            byKey.put(keys.get(i), values.get(i));
        }
        return byKey;
    }

    /** How many there are. */
    public int count() {
        return draws.length;
    }

    /** How many draws constraints left out. */
    public int leftOut() {
        return left;
    }

    /** The keys of all axes in order. */
    public List<String> keys() {
        return new ArrayList<>(keys);
    }

    /** The values of all keys at a point, in the order of the keys. */
    public List<String> values(int point) {
        return design.draw(draws[point - 1]);
    }

    /** The values of all keys at a point. */
    public Map<String, String> byKey(int point) {
        return byKey(keys, values(point));
    }
}
