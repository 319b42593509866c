package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.block.Schedule;
import glia.chip.build.Chip;
import glia.chip.build.TraceTap;
import glia.core.account.Action;
import glia.core.account.ActionLedger;
import glia.core.trace.Fingerprint;
import glia.core.trace.ScheduleFingerprint;
import glia.core.trace.TraceEvent;
import glia.learning.law.Design;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of what a tap tells of a chip. */
class TraceProperties {
    private static final int SAMPLES = 8;

    @Provide
    Arbitrary<Design> designs() {
        return Combinators.combine(Designs.any(), Arbitraries.of(Schedule.class))
                .as((design, schedule) -> design.with(design.config().withSchedule(schedule), design.technology()));
    }

    @Property(tries = 200)
    void watchingChangesNothing(
            @ForAll("designs") Design design,
            @ForAll @IntRange(max = SAMPLES) int from,
            @ForAll @IntRange(max = SAMPLES) int to) {
        TraceTap tap = new TraceTap();
        Chip watched = design.tappedChip(tap);
        Chip alone = design.chip();
        List<ScheduleFingerprint> schedules = List.of(new ScheduleFingerprint(), new ScheduleFingerprint());
        watched.addListener(schedules.get(0));
        alone.addListener(schedules.get(1));
        List<TraceEvent> events = new ArrayList<>();
        for (int sample = 0; sample < SAMPLES; sample++) {
            if (sample >= from && sample < to) {
                tap.open(events::add);
            } else {
                tap.close();
            }
            Assume.that(design.learns(alone, sample));
            design.learn(watched, sample);
        }
        assertEquals(to > from, !events.isEmpty());
        assertEquals(alone.cycles(), watched.cycles());
        assertEquals(alone.ledger().entries(), watched.ledger().entries());
        assertEquals(print(alone), print(watched));
        assertEquals(schedules.get(1).toString(), schedules.get(0).toString());
    }

    private static String print(Chip chip) {
        Fingerprint fingerprint = new Fingerprint();
        chip.parameters().addTo(fingerprint);
        return fingerprint.toString();
    }

    @Property(tries = 200)
    void workAndCountsAddUpToTheLedger(@ForAll("designs") Design design) {
        TraceTap tap = new TraceTap();
        Chip chip = design.tappedChip(tap);
        List<? extends Action> actions = chip.ledger().actions();
        Map<String, Long> told = new HashMap<>();
        for (int sample = 0; sample < SAMPLES; sample++) {
            chip.ledger();
            tap.open(event -> count(tap, chip, actions, event, told));
            Assume.that(design.learns(chip, sample));
            chip.ledger();
            tap.close();
        }
        Map<String, Long> counted = new HashMap<>();
        for (ActionLedger.Entry entry : chip.ledger().entries()) {
            if (!entry.action().equals("AWAKE_CYCLE")) {
                counted.put(entry.block() + " " + entry.action(), entry.count());
            }
        }
        assertEquals(counted, told);
    }

    private static void count(
            TraceTap tap, Chip chip, List<? extends Action> actions, TraceEvent event, Map<String, Long> told) {
        if (event instanceof TraceEvent.Work work) {
            assertTrue(work.startCycle() >= work.readyCycle());
            assertTrue(work.doneCycle() > work.startCycle());
            told.merge(name(tap, actions, work.block(), work.action()), work.times(), Long::sum);
        } else if (event instanceof TraceEvent.Count count) {
            assertTrue(count.doneCycle() <= chip.cycles());
            told.merge(name(tap, actions, count.block(), count.action()), count.times(), Long::sum);
        }
    }

    private static String name(TraceTap tap, List<? extends Action> actions, int block, int action) {
        return tap.blocks().get(block).name() + " " + actions.get(action).name();
    }

    /** Deliveries of blocks, each with the message behind it; nothing is on its way for less than it takes alone. */
    @Property(tries = 200)
    void everyDeliveryOfABlockIsTold(@ForAll("designs") Design design) {
        TraceTap tap = new TraceTap();
        Chip chip = design.tappedChip(tap);
        long[] heard = new long[2];
        chip.addListener((cycle, port, message) -> {
            boolean ofTheNetwork = !tap.kinds().contains(message.getClass().getSimpleName())
                    || port.name().startsWith("bus.request")
                    || port.name().startsWith("interconnect.");
            heard[0] += ofTheNetwork ? 0 : cycle + message.words();
        });
        tap.open(event -> {
            if (event instanceof TraceEvent.Message message) {
                heard[1] += message.arrivalCycle() + message.words();
                assertTrue(message.readyCycle() >= message.sentCycle());
                assertTrue(message.arrivalCycle() >= message.readyCycle() + message.emptyCycles());
            }
        });
        for (int sample = 0; sample < 4; sample++) {
            Assume.that(design.learns(chip, sample));
        }
        assertEquals(heard[0], heard[1]);
        assertTrue(heard[0] > 0);
    }
}
