package glia.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Laws of designs, shares and ranges. */
class SweepProperties {
    /** So long that no two of few draws are likely to be the same. */
    private static final List<Axis> LONG = List.of(axis(0, 100_000), axis(1, 100_000));

    private static ListAxis axis(int number, int size) {
        return ListAxis.of(
                "key" + number,
                IntStream.range(0, size).mapToObj(i -> number + "-" + i).toList());
    }

    private static List<ListAxis> axes(List<Integer> sizes) {
        return IntStream.range(0, sizes.size())
                .mapToObj(i -> axis(i, sizes.get(i)))
                .toList();
    }

    private static List<List<String>> all(Design design) {
        return draws(design, design.size());
    }

    private static List<List<String>> draws(Design design, int count) {
        return IntStream.range(0, count).mapToObj(design::draw).toList();
    }

    @Property(tries = 300)
    void gridHoldsEveryCombinationOnce(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 6) Integer> sizes) {
        Grid grid = new Grid(axes(sizes));
        int product = sizes.stream().reduce(1, (a, b) -> a * b);
        assertEquals(product, grid.size());
        assertEquals(product, new HashSet<>(all(grid)).size());
        for (List<String> point : all(grid)) {
            for (int i = 0; i < sizes.size(); i++) {
                assertTrue(axes(sizes).get(i).column(0).contains(point.get(i)));
            }
        }
    }

    @Property(tries = 300)
    void latinHypercubeHasOneDrawInEachStratum(
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @IntRange(min = 1, max = 4) int axes,
            @ForAll long seed) {
        List<Axis> places =
                IntStream.range(0, axes).<Axis>mapToObj(i -> axis(i, size)).toList();
        LatinHypercube design = new LatinHypercube(places, size, seed);
        for (int axis = 0; axis < axes; axis++) {
            Set<Integer> strata = new TreeSet<>();
            Set<String> values = new TreeSet<>();
            for (int draw = 0; draw < size; draw++) {
                strata.add((int) Math.floor(design.place(draw, axis) * size));
                values.add(design.draw(draw).get(axis));
            }
            assertEquals(IntStream.range(0, size).boxed().toList(), List.copyOf(strata));
            assertEquals(size, values.size());
        }
    }

    @Property(tries = 300)
    void aDrawDependsOnSeedAndNumberAlone(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count) {
        List<List<String>> few = draws(new RandomDesign(LONG, 1, seed), count);
        assertEquals(few, draws(new RandomDesign(LONG, 2, seed), count));
        List<List<String>> other = draws(new RandomDesign(LONG, 1, seed + 1), count);
        assertTrue(Collections.disjoint(few, other) || count > 20);
        assertTrue(new HashSet<>(few).size() >= count - 1);
    }

    @Property(tries = 300)
    void sharesArePartsOfTheWholeAndAsGoodAsEven(
            @ForAll @IntRange(min = 1, max = 200) int points, @ForAll @IntRange(min = 1, max = 40) int shares) {
        List<Integer> seen = new ArrayList<>();
        for (int number = 1; number <= shares; number++) {
            Share share = new Share(number, shares);
            List<Integer> mine = IntStream.rangeClosed(1, points)
                    .filter(share::contains)
                    .boxed()
                    .toList();
            assertTrue(mine.size() == points / shares || mine.size() == points / shares + 1);
            seen.addAll(mine);
        }
        Collections.sort(seen);
        assertEquals(IntStream.rangeClosed(1, points).boxed().toList(), seen);
    }

    @Property(tries = 300)
    void pointsAreThoseOfTheDesignThatMeetTheConditionInOrder(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 5) Integer> sizes, @ForAll int salt) {
        List<ListAxis> axes = axes(sizes);
        List<String> keys = axes.stream().map(each -> each.keys().get(0)).toList();
        Predicate<Map<String, String>> condition = values -> (values.toString().hashCode() ^ salt) % 3 != 0;
        Points points = Points.of(keys, new Grid(axes), condition);
        Points everything = Points.of(keys, new Grid(axes), values -> true);
        List<List<String>> expected = IntStream.rangeClosed(1, everything.count())
                .filter(point -> condition.test(everything.byKey(point)))
                .mapToObj(everything::values)
                .toList();
        assertEquals(
                expected,
                IntStream.rangeClosed(1, points.count())
                        .mapToObj(points::values)
                        .toList());
        assertEquals(everything.count(), points.count() + points.leftOut());
    }

    @Provide
    Arbitrary<Range> ranges() {
        Arbitrary<BigDecimal> number = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("1000"))
                .ofScale(3);
        return Combinators.combine(number, number, Arbitraries.of(Range.Scale.values()))
                .filter((one, other, scale) -> one.compareTo(other) != 0)
                .as((one, other, scale) -> scale.whole()
                        ? new Range(
                                BigDecimal.valueOf(1 + one.min(other).intValue()),
                                BigDecimal.valueOf(2 + one.max(other).intValue()),
                                "",
                                scale)
                        : new Range(one.min(other), one.max(other), "", scale));
    }

    @Property(tries = 1000)
    void valuesOfARangeLieInItAndRiseWithThePlace(
            @ForAll("ranges") Range range,
            @ForAll @LongRange(min = 0, max = (1L << 53) - 1) long one,
            @ForAll @LongRange(min = 0, max = (1L << 53) - 1) long other) {
        BigDecimal low = new BigDecimal(range.at(Math.min(one, other) * 0x1p-53));
        BigDecimal high = new BigDecimal(range.at(Math.max(one, other) * 0x1p-53));
        assertTrue(range.from().compareTo(low) <= 0, () -> low + " is below " + range);
        assertTrue(low.compareTo(high) <= 0, () -> low + " is above " + high);
        assertTrue(high.compareTo(range.to()) <= 0, () -> high + " is above " + range);
        if (range.scale().whole()) {
            assertEquals(0, Math.max(0, low.stripTrailingZeros().scale()));
        }
    }

    /** Ends at the ends, and the mean of the kind that the scale has in the middle. */
    @Property(tries = 1000)
    void placesAreSpreadOverARangeByItsScale(@ForAll("ranges") Range range) {
        double low = range.from().doubleValue();
        double high = range.to().doubleValue();
        double end = range.scale().whole() ? high + 1 : high;
        double middle = range.scale().log() ? Math.sqrt(low * end) : (low + end) / 2;
        assertEquals(low, Double.parseDouble(range.at(0)), 1e-8 * low);
        assertEquals(high, Double.parseDouble(range.at(Math.nextDown(1.0))), 1e-8 * high);
        assertEquals(middle, Double.parseDouble(range.at(0.5)), range.scale().whole() ? 1 : 1e-8 * middle);
    }

    @Property(tries = 1000)
    void countedValuesRiseFromOneEndToTheOther(
            @ForAll("ranges") Range range, @ForAll @IntRange(min = 2, max = 50) int count) {
        List<BigDecimal> values =
                range.counted(count).stream().map(BigDecimal::new).toList();
        assertEquals(0, range.from().compareTo(values.get(0)));
        assertEquals(0, range.to().compareTo(values.get(count - 1)));
        for (int i = 1; i < count; i++) {
            assertTrue(values.get(i - 1).compareTo(values.get(i)) <= 0);
        }
    }
}
