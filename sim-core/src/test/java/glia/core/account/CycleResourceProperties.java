package glia.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.event.Simulation;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A resource that counts nothing answers the cycles of one that counts. */
class CycleResourceProperties {
    @Property
    void cyclesAreThoseOfAResourceThatCounts(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 40) Integer> times,
            @ForAll @IntRange(min = 1, max = 9) int latency,
            @ForAll @IntRange(min = 1, max = 9) int interval,
            @ForAll @IntRange(min = 1, max = 9) int lanes) {
        ActionTiming[] timings = new ActionTiming[Work.values().length];
        Arrays.fill(timings, new ActionTiming(latency, interval, lanes));
        ActionLedger ledger = new ActionLedger(List.of(Work.values()));
        Simulation counted = new Simulation();
        Simulation uncounted = new Simulation();
        Resource counting = new TimedResource(counted, ledger.open("block", "kind"), timings);
        Resource cycles = new CycleResource(uncounted, timings);
        long ready = 0;
        long total = 0;
        for (int each : times) {
            Work action = Work.values()[each % Work.values().length];
            long done = counting.perform(action, each, ready);
            assertEquals(done, cycles.perform(action, each, ready));
            assertTrue(each == 0 ? done == ready : done >= ready + latency);
            cycles.note(action, each);
            total += each;
            ready += each % 3;
        }
        assertEquals(counted.runUntilQuiet(), uncounted.runUntilQuiet());
        assertEquals(
                total,
                ledger.entries().stream().mapToLong(ActionLedger.Entry::count).sum());
    }
}
