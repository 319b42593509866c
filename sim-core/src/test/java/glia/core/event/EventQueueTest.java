package glia.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EventQueueTest {
    private static final int EVENTS = 20_000;

    private final EventQueue queue = new EventQueue(16);
    private final InPort<Numbered> port = new Simulation().inPort("port", message -> {});
    private final Numbered message = new Numbered(0);

    @Test
    void anEmptyQueueHasNothingToTake() {
        assertTrue(queue.isEmpty());
        assertFalse(queue.advance());
        assertEquals(0, queue.cycle());
    }

    @Test
    void refusesADeliveryBeforeTheOneTakenLast() {
        queue.add(7, port, message);
        queue.advance();
        queue.add(7, port, message);
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> queue.add(6, port, message));
        assertEquals("a delivery at cycle 6 was asked for at cycle 7", refusal.getMessage());
    }

    @Test
    void theLastCycleOfTimeIsReached() {
        queue.add(Long.MAX_VALUE, port, message);
        queue.add(1, port, message);
        queue.advance();
        assertEquals(1, queue.cycle());
        queue.advance();
        assertEquals(Long.MAX_VALUE, queue.cycle());
    }

    @Test
    void aSteadyStreamOfNearEventsAllocatesNothing() {
        assertEquals(0, AllocatedBytes.during(() -> stream(1, 3)) / EVENTS);
    }

    @Test
    void aSteadyStreamOfFarEventsAllocatesNothing() {
        assertEquals(0, AllocatedBytes.during(() -> stream(4090, 5)) / EVENTS);
        assertEquals(0, AllocatedBytes.during(() -> stream(100_000, 1000)) / EVENTS);
    }

    /** Keeps 50 events pending. */
    private void stream(long delay, int spread) {
        for (int i = 0; i < 50; i++) {
            queue.add(queue.cycle() + delay + i % spread, port, message);
        }
        for (int i = 0; i < EVENTS; i++) {
            queue.advance();
            queue.add(queue.cycle() + delay + i % spread, port, message);
        }
        while (!queue.isEmpty()) {
            queue.advance();
        }
    }
}
