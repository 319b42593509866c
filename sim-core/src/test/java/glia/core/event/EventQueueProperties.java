package glia.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class EventQueueProperties {
    /** Takes the next delivery. */
    private static final long TAKE = -1;

    private record Pending(long cycle, int order) {}

    /** Steps are delays to add deliveries with, or {@link #TAKE}. */
    @Property
    void deliveriesLeaveByCycleAndThenByOrderOfSending(@ForAll("steps") List<Long> steps) {
        Run run = new Run();
        steps.forEach(run::step);
        run.drain();
    }

    @Property(tries = 200)
    void tiesAroundTheEndOfTheWheelKeepTheOrderOfSending(@ForAll("edgeSteps") List<Long> steps) {
        Run run = new Run();
        steps.forEach(run::step);
        run.drain();
    }

    @Provide
    Arbitrary<List<Long>> steps() {
        Arbitrary<Long> delays = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.longs().between(0, 5)),
                Tuple.of(3, Arbitraries.longs().between(0, 5000)),
                Tuple.of(1, Arbitraries.longs().between(0, 1L << 40)),
                Tuple.of(7, Arbitraries.just(TAKE)));
        return delays.list().ofMaxSize(300);
    }

    @Provide
    Arbitrary<List<Long>> edgeSteps() {
        return Arbitraries.of(TAKE, TAKE, TAKE, 0L, 1L, 2047L, 2048L, 4095L, 4096L, 4097L, 8191L, 8192L)
                .list()
                .ofMinSize(100)
                .ofMaxSize(600);
    }

    /** A queue beside a sorted list. */
    private static final class Run {
        private final EventQueue queue = new EventQueue(1);
        private final List<InPort<Numbered>> ports = new ArrayList<>();
        private final List<Pending> expected = new ArrayList<>();
        private int sent;

        Run() {
            Simulation simulation = new Simulation();
            for (int i = 0; i < 3; i++) {
                ports.add(simulation.inPort("port" + i, message -> {}));
            }
        }

        void step(long delay) {
            if (delay == TAKE) {
                take();
                return;
            }
            long cycle = queue.cycle() + delay;
            queue.add(cycle, ports.get(sent % 3), new Numbered(sent));
            expected.add(new Pending(cycle, sent++));
        }

        void take() {
            assertEquals(expected.isEmpty(), queue.isEmpty());
            if (expected.isEmpty()) {
                assertFalse(queue.advance());
                return;
            }
            Pending next = expected.stream()
                    .min(Comparator.comparingLong(Pending::cycle).thenComparingInt(Pending::order))
                    .orElseThrow();
            expected.remove(next);
            assertTrue(queue.advance());
            assertEquals(next.cycle(), queue.cycle());
            assertEquals(new Numbered(next.order()), queue.message());
            assertSame(ports.get(next.order() % 3), queue.port());
        }

        void drain() {
            while (!expected.isEmpty()) {
                take();
            }
            take();
        }
    }
}
