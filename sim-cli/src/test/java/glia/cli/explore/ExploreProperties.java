package glia.cli.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.sweep.Column;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of fronts and effects. */
class ExploreProperties {
    private static final List<Objective> BOTH = List.of(new Objective("cost", false), new Objective("gain", true));

    private static Design design(int number, List<String> values, Map<String, Double> figures) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        figures.forEach((name, value) -> spreads.put(name, Spread.of(value)));
        return new Design(number, values, List.of(number), 1, "", spreads);
    }

    private static Designs designs(List<String> axes, List<Design> all) {
        List<Column> columns =
                axes.stream().map(axis -> new Column(axis, Column.Type.WHOLE)).toList();
        List<Column> figures =
                List.of(new Column("cost", Column.Type.DECIMAL), new Column("gain", Column.Type.DECIMAL));
        return new Designs(columns, figures, all);
    }

    /** Small whole numbers, so that there are ties. */
    @Provide
    Arbitrary<List<int[]>> figures() {
        return Arbitraries.integers()
                .between(0, 6)
                .array(int[].class)
                .ofSize(2)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static boolean beats(int[] one, int[] other) {
        return one[0] <= other[0] && one[1] >= other[1] && (one[0] < other[0] || one[1] > other[1]);
    }

    @Property(tries = 300)
    void frontIsWhatNothingBeats(@ForAll("figures") List<int[]> figures) {
        List<Design> all = new ArrayList<>();
        for (int[] each : figures) {
            all.add(design(all.size() + 1, List.of(), Map.of("cost", (double) each[0], "gain", (double) each[1])));
        }
        ParetoFront front = ParetoFront.of(designs(List.of(), all), BOTH);
        assertFalse(front.members().isEmpty());
        for (int i = 0; i < all.size(); i++) {
            int[] each = figures.get(i);
            boolean beaten = figures.stream().anyMatch(other -> beats(other, each));
            assertEquals(!beaten, front.contains(all.get(i)));
        }
        for (int i = 1; i < front.members().size(); i++) {
            assertTrue(front.members().get(i - 1).median("cost")
                    <= front.members().get(i).median("cost"));
        }
    }

    /** A figure that is a sum of what each axis gives has all its variance in the axes, and each its own part. */
    @Property(tries = 100)
    void sharesOfAnAdditiveFigureAddUpToOne(
            @ForAll @IntRange(min = 2, max = 5) int first,
            @ForAll @IntRange(min = 2, max = 5) int second,
            @ForAll @IntRange(min = 1, max = 9) int weight) {
        List<Design> all = new ArrayList<>();
        for (int i = 0; i < first; i++) {
            for (int j = 0; j < second; j++) {
                List<String> values = List.of(String.valueOf(i), String.valueOf(j), "7");
                all.add(design(all.size() + 1, values, Map.of("cost", (double) (weight * i - j * j))));
            }
        }
        Effects effects = Effects.of(designs(List.of("a", "b", "c"), all), "cost");
        Map<String, Double> shares = new LinkedHashMap<>();
        effects.axes().forEach(axis -> shares.put(axis.key(), axis.share()));
        assertEquals(1, shares.values().stream().mapToDouble(share -> share).sum(), 1e-9);
        assertEquals(0, shares.get("c"), 1e-9);
        double ofFirst = weight * weight * variance(first, 1);
        double ofSecond = variance(second, 2);
        assertEquals(ofFirst / (ofFirst + ofSecond), shares.get("a"), 1e-9);
        assertFalse(effects.logarithmic());
    }

    /** Of 0, 1, 2 ... to a power. */
    private static double variance(int count, int power) {
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += Math.pow(i, power) / count;
        }
        double variance = 0;
        for (int i = 0; i < count; i++) {
            variance += (Math.pow(i, power) - mean) * (Math.pow(i, power) - mean) / count;
        }
        return variance;
    }

    /** A product over decades is a sum of logarithms. */
    @Property(tries = 20)
    void productsAreComparedByLogarithms(@ForAll @IntRange(min = 2, max = 5) int decades) {
        List<Design> all = new ArrayList<>();
        for (int i = 0; i <= decades; i++) {
            for (int j = 0; j <= decades; j++) {
                List<String> values = List.of(String.valueOf(i), String.valueOf(j));
                all.add(design(all.size() + 1, values, Map.of("cost", Math.pow(10, i + j))));
            }
        }
        Effects effects = Effects.of(designs(List.of("a", "b"), all), "cost");
        assertTrue(effects.logarithmic());
        effects.axes().forEach(axis -> assertEquals(0.5, axis.share(), 1e-9));
    }

    /** Many numbers come in ranges of as many designs, in order. */
    @Property(tries = 50)
    void manyNumbersComeInRanges(@ForAll @IntRange(min = 13, max = 200) int count) {
        List<Design> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int place = (int) ((i * 7919L) % count);
            all.add(design(i + 1, List.of(String.valueOf(place)), Map.of("gain", (double) place)));
        }
        Effects.OfAxis axis =
                Effects.of(designs(List.of("a"), all), "gain").axes().get(0);
        assertEquals(6, axis.levels().size());
        double last = -1;
        for (Spread level : axis.levels().values()) {
            assertTrue(level.low() >= last);
            last = level.high();
        }
        assertTrue(axis.share() > 0.9);
    }
}
