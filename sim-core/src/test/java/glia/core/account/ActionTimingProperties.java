package glia.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.event.Simulation;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class ActionTimingProperties {
    private record Request(Work action, long times, long waitCycles) {}

    @Property
    void cyclesAreTheFewestThatCoverTheTime(
            @ForAll @BigRange(min = "0", max = "0.001") @Scale(15) BigDecimal seconds,
            @ForAll @BigRange(min = "1", max = "10000000000") @Scale(3) BigDecimal clock) {
        long cycles = ActionTiming.cycles(seconds, clock);
        BigDecimal exact = seconds.multiply(clock);
        assertTrue(exact.compareTo(BigDecimal.valueOf(cycles)) <= 0);
        assertTrue(cycles == 1 || exact.compareTo(BigDecimal.valueOf(cycles - 1)) > 0);
    }

    @Property
    void aTimeOfWholeCyclesTakesJustThese(
            @ForAll @LongRange(min = 1, max = 1L << 40) long cycles, @ForAll @IntRange(max = 10) int exponent) {
        assertEquals(
                cycles,
                ActionTiming.cycles(BigDecimal.valueOf(cycles, exponent), BigDecimal.ONE.scaleByPowerOfTen(exponent)));
    }

    @Property
    void batchesHoldAsManyActionsAsThereAreLanes(
            @ForAll @LongRange(min = 1, max = 100_000) long times, @ForAll @LongRange(min = 1, max = 500) long lanes) {
        long batches = new ActionTiming(1, 1, lanes).batches(times);
        assertTrue(batches * lanes >= times);
        assertTrue((batches - 1) * lanes < times);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void performingIsStartingBatchAfterBatch(
            @ForAll("timings") ActionTiming[] timings, @ForAll("requests") List<Request> requests) {
        Simulation simulation = new Simulation();
        ActionLedger ledger = new ActionLedger(List.of(Work.values()));
        TimedResource resource = new TimedResource(simulation, ledger.open("block", "kind"), timings);
        long[] free = new long[timings.length];
        long[] counts = new long[timings.length];
        long ready = 0;
        long lastDone = 0;
        for (Request request : requests) {
            ready += request.waitCycles();
            int unit = request.action().ordinal();
            ActionTiming timing = timings[unit];
            counts[unit] += request.times();
            long done = ready;
            for (long left = request.times(); left > 0; left -= timing.lanes()) {
                long start = Math.max(ready, free[unit]);
                free[unit] = start + timing.interval();
                done = start + timing.latency();
            }
            assertEquals(done, resource.perform(request.action(), request.times(), ready));
            lastDone = Math.max(lastDone, request.times() == 0 ? 0 : done);
        }
        assertEquals(lastDone, simulation.runUntilQuiet());
        for (Work action : Work.values()) {
            assertEquals(counts[action.ordinal()], ledger.total(action));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onAFreeUnitPerformingTakesTheDuration(
            @ForAll("timings") ActionTiming[] timings,
            @ForAll @LongRange(max = 200) long times,
            @ForAll @LongRange(max = 1L << 40) long ready) {
        ActionLedger ledger = new ActionLedger(List.of(Work.values()));
        TimedResource resource = new TimedResource(new Simulation(), ledger.open("block", "kind"), timings);
        assertEquals(ready + timings[0].duration(times), resource.perform(Work.READ, times, ready));
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void notingTakesNoTime(@ForAll("timings") ActionTiming[] timings, @ForAll @LongRange(max = 1L << 40) long times) {
        Simulation simulation = new Simulation();
        ActionLedger ledger = new ActionLedger(List.of(Work.values()));
        TimedResource resource = new TimedResource(simulation, ledger.open("block", "kind"), timings);
        resource.note(Work.WRITE, times);
        assertEquals(times, ledger.total(Work.WRITE));
        assertEquals(0, simulation.runUntilQuiet());
        assertEquals(timings[1].latency(), resource.perform(Work.WRITE, 1, 0));
    }

    @Provide
    Arbitrary<ActionTiming[]> timings() {
        Arbitrary<Long> cycles = Arbitraries.longs().between(1, 20);
        return Combinators.combine(cycles, cycles, cycles)
                .as(ActionTiming::new)
                .array(ActionTiming[].class)
                .ofSize(Work.values().length);
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        return Combinators.combine(
                        Arbitraries.of(Work.class),
                        Arbitraries.longs().between(0, 60),
                        Arbitraries.longs().between(0, 40))
                .as(Request::new)
                .list()
                .ofMaxSize(40);
    }
}
