package glia.cli.endurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Figures of a distribution against sorted numbers. */
class WearDistributionProperties {
    @Provide
    Arbitrary<List<Long>> small() {
        return numbers(65_535);
    }

    @Provide
    Arbitrary<List<Long>> large() {
        return numbers(1L << 50);
    }

    private static Arbitrary<List<Long>> numbers(long most) {
        Arbitrary<Long> number = Arbitraries.oneOf(
                Arbitraries.just(0L),
                Arbitraries.longs().between(0, 20),
                Arbitraries.longs().between(0, most));
        return number.list().ofMinSize(1).ofMaxSize(60);
    }

    private static WearDistribution of(List<Long> numbers) {
        WearDistribution distribution = new WearDistribution();
        numbers.forEach(distribution::add);
        return distribution;
    }

    private static long[] sorted(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    @Property
    void smallNumbersAreExact(@ForAll("small") List<Long> numbers) {
        WearDistribution distribution = of(numbers);
        long[] sorted = sorted(numbers);
        int n = sorted.length;
        for (int rank = 1; rank <= n; rank++) {
            assertEquals((double) sorted[n - rank], distribution.ofRank(rank));
        }
        assertEquals(numbers.stream().filter(each -> each == 0).count(), distribution.unwritten());
        assertEquals(sorted[n - 1], distribution.maximum());
        assertEquals(numbers.stream().filter(each -> each == sorted[n - 1]).count(), distribution.atMaximum());
        assertEquals(n, distribution.synapses());
        assertEquals(gini(sorted), distribution.gini(), 1e-9);
    }

    /** Half the mean difference of all pairs over the mean. */
    private static double gini(long[] numbers) {
        double differences = 0;
        double all = 0;
        for (long one : numbers) {
            all += one;
            for (long other : numbers) {
                differences += Math.abs(one - other);
            }
        }
        return all == 0 ? 0 : differences / (2 * numbers.length * all);
    }

    @Property
    void largeNumbersAreWithinAThousandth(@ForAll("large") List<Long> numbers, @ForAll @IntRange(max = 60) int most) {
        WearDistribution distribution = of(numbers);
        long[] sorted = sorted(numbers);
        int n = sorted.length;
        for (int rank = 1; rank <= n; rank++) {
            assertEquals((double) sorted[n - rank], distribution.ofRank(rank), sorted[n - rank] / 1000.0);
        }
        assertEquals((double) sorted[n - 1], distribution.ofRank(1));
        double all = Arrays.stream(sorted).asDoubleStream().sum();
        double taken =
                Arrays.stream(sorted, Math.max(0, n - most), n).asDoubleStream().sum();
        assertEquals(all == 0 ? 0 : taken / all, distribution.shareOfMost(most), 2e-3);
        assertEquals(gini(sorted), distribution.gini(), 2e-3);
    }

    /** The smallest number that a share of the synapses does not exceed. */
    @Property
    void aQuantileIsNotExceededByItsShare(
            @ForAll("small") List<Long> numbers, @ForAll @IntRange(max = 1000) int mille) {
        double quantile = of(numbers).quantile(mille / 1000.0);
        long notAbove = numbers.stream().filter(each -> each <= quantile).count();
        long below = numbers.stream().filter(each -> each < quantile).count();
        assertTrue(notAbove * 1000L >= mille * (long) numbers.size(), quantile + " of " + numbers);
        assertTrue(below == 0 || below * 1000L < mille * (long) numbers.size(), quantile + " of " + numbers);
    }

    @Example
    void ranksThatAreNotThereAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(List.of(1L)).ofRank(2));
        assertThrows(IllegalArgumentException.class, () -> of(List.of(1L)).ofRank(0));
    }

    @Property
    void binsHoldEverySynapseOnce(@ForAll("large") List<Long> numbers) {
        WearBins bins = new WearBins();
        numbers.forEach(bins::add);
        long before = -1;
        long held = 0;
        for (WearBins.Bin bin : bins.bins()) {
            assertTrue(bin.from() > before && bin.to() >= bin.from(), bin.toString());
            assertTrue(bin.from() == 0 || String.valueOf(bin.from()).matches("[125]0*"), bin.toString());
            assertTrue(before <= 0 || bin.from() == before + 1, bin + " after " + before);
            assertEquals(
                    numbers.stream()
                            .filter(each -> each >= bin.from() && each <= bin.to())
                            .count(),
                    bin.synapses());
            before = bin.to();
            held += bin.synapses();
        }
        assertEquals(numbers.size(), held);
    }
}
