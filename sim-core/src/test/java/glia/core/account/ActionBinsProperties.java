package glia.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ActionBinsProperties {
    private static final int BLOCKS = 3;
    private static final int ACTIONS = 4;

    record Booked(int block, int action, long times, long startCycle, long endCycle) {}

    private record Cell(long startCycle, int block, int action) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return toString().compareTo(other.toString());
        }
    }

    @Provide
    Arbitrary<List<Booked>> bookings() {
        Arbitrary<Long> starts = Arbitraries.longs().between(0, 5000);
        Arbitrary<Long> durations = Arbitraries.longs().between(0, 3000);
        return Combinators.combine(
                        Arbitraries.integers().between(0, BLOCKS - 1),
                        Arbitraries.integers().between(0, ACTIONS - 1),
                        Arbitraries.longs().between(1, 1_000_000),
                        starts,
                        durations)
                .as((block, action, times, start, duration) ->
                        new Booked(block, action, times, start, start + duration))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static Map<Cell, Long> booked(ActionBins bins, List<Booked> all) {
        all.forEach(each -> bins.add(each.block, each.action, each.times, each.startCycle, each.endCycle));
        Map<Cell, Long> counts = new TreeMap<>();
        bins.visit((startCycle, endCycle, block, action, times) -> {
            assertEquals(bins.width(), endCycle - startCycle);
            assertTrue(times > 0);
            assertEquals(null, counts.put(new Cell(startCycle, block, action), times));
        });
        return counts;
    }

    /** What machine.md's rule says, action by action, in numbers without an end. */
    private static Map<Cell, Long> byTheRule(long width, List<Booked> all) {
        Map<Cell, Long> counts = new TreeMap<>();
        for (Booked each : all) {
            long first = each.startCycle / width * width;
            for (long edge = first; edge == first || edge < each.endCycle; edge += width) {
                long here = by(each, edge + width) - (edge == first ? 0 : by(each, edge));
                if (here > 0) {
                    counts.merge(new Cell(edge, each.block, each.action), here, Long::sum);
                }
            }
        }
        return counts;
    }

    private static long by(Booked booked, long edge) {
        if (edge >= booked.endCycle) {
            return booked.times;
        }
        return BigInteger.valueOf(booked.times)
                .multiply(BigInteger.valueOf(edge - booked.startCycle))
                .divide(BigInteger.valueOf(booked.endCycle - booked.startCycle))
                .longValueExact();
    }

    @Property
    void binsHoldWhatIsBookedByTheirEdges(
            @ForAll("bookings") List<Booked> all, @ForAll @LongRange(min = 1, max = 2000) long width) {
        assertEquals(byTheRule(width, all), booked(ActionBins.ofWidth(BLOCKS, ACTIONS, width), all));
    }

    @Property
    void widthsThatDoubleAreTheSameAsWideBinsFromTheStart(@ForAll("bookings") List<Booked> all) {
        ActionBins bins = ActionBins.ofNumber(BLOCKS, ACTIONS, 16);
        Map<Cell, Long> counts = booked(bins, all);
        assertEquals(byTheRule(bins.width(), all), counts);
        assertTrue(bins.bins() <= 16);
        long last = all.stream()
                .mapToLong(each -> Math.max(each.startCycle, each.endCycle - 1))
                .max()
                .orElseThrow();
        assertEquals(last / bins.width() + 1, bins.bins());
        assertTrue(bins.width() == 1 || last >= 16 * (bins.width() / 2), "no wider than need be");
    }

    @Property
    void binsAddUpToWhatWasBooked(@ForAll("bookings") List<Booked> all) {
        long booked = all.stream().mapToLong(Booked::times).sum();
        ActionBins bins = ActionBins.ofNumber(BLOCKS, ACTIONS, 5);
        assertEquals(
                booked,
                booked(bins, all).values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void firstBinStartsWhereItIsTold() {
        ActionBins bins = ActionBins.ofNumber(1, 1, 4);
        bins.startAt(1003);
        bins.add(0, 0, 10, 1003, 1013);
        List<String> counts = new ArrayList<>();
        bins.visit(
                (startCycle, endCycle, block, action, times) -> counts.add(startCycle + ".." + endCycle + " " + times));
        assertEquals(List.of("1003..1007 4", "1007..1011 4", "1011..1015 2"), counts);
        assertThrows(IllegalArgumentException.class, () -> bins.add(0, 0, 1, 1002, 1004));
        assertThrows(IllegalStateException.class, () -> bins.startAt(0));
        ActionBins wide = ActionBins.ofWidth(1, 1, 100);
        wide.startAt(1003);
        wide.add(0, 0, 1, 1003, 1004);
        wide.visit((startCycle, endCycle, block, action, times) -> assertEquals(1000, startCycle));
        assertThrows(IllegalArgumentException.class, () -> ActionBins.ofWidth(1, 1, 0));
    }
}
