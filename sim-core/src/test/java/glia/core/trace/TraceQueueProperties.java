package glia.core.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TraceQueueProperties {
    /** Keeps what it is given; slow where it is told to be. */
    private static final class Kept implements TraceWriter {
        private final List<TraceEvent> events = new ArrayList<>();
        private boolean closed;

        @Override
        public void write(TraceEvent event) {
            events.add(event);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Provide
    Arbitrary<List<TraceEvent>> events() {
        Arbitrary<Long> longs = Arbitraries.longs();
        Arbitrary<Integer> ints = Arbitraries.integers();
        Arbitrary<Float> floats = Arbitraries.floats();
        return Arbitraries.oneOf(
                        Combinators.combine(longs, longs).as(TraceEvent.Sample::new),
                        Combinators.combine(ints, longs, longs).as(TraceEvent.Phase::new),
                        Combinators.combine(ints, ints, longs, longs, longs, longs)
                                .as(TraceEvent.Work::new),
                        Combinators.combine(ints, ints, longs, longs, longs).as(TraceEvent.Count::new),
                        Combinators.combine(ints, ints, ints, ints, longs, longs, longs, longs)
                                .as(TraceEvent.Message::new),
                        Combinators.combine(ints, longs, Arbitraries.doubles()).as(TraceEvent.Value::new),
                        Combinators.combine(ints, ints, ints, longs, floats, floats)
                                .as(TraceEvent.Update::new),
                        Combinators.combine(
                                        ints,
                                        longs,
                                        ints,
                                        floats.array(float[].class).ofMaxSize(40))
                                .as(TraceEvent.Vector::new))
                .map(TraceEvent.class::cast)
                .list()
                .ofMaxSize(300);
    }

    /** Also where the ring holds a few events only, so that the simulation has to wait. */
    @Property(tries = 200)
    void everyEventArrivesAsItWasInOrder(@ForAll("events") List<TraceEvent> events) throws IOException {
        Kept kept = new Kept();
        try (TraceQueue queue = new TraceQueue(kept, 2048)) {
            events.forEach(queue);
        }
        assertEquals(events.size(), kept.events.size());
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof TraceEvent.Vector expected) {
                TraceEvent.Vector actual = (TraceEvent.Vector) kept.events.get(i);
                assertArrayEquals(expected.values(), actual.values());
                assertEquals(expected.layer() + " " + expected.cycle() + " " + expected.first(), where(actual));
            } else {
                assertEquals(events.get(i), kept.events.get(i));
            }
        }
        assertTrue(kept.closed);
    }

    private static String where(TraceEvent.Vector vector) {
        return vector.layer() + " " + vector.cycle() + " " + vector.first();
    }

    @Test
    void theLongestVectorFits() throws IOException {
        Kept kept = new Kept();
        try (TraceQueue queue = new TraceQueue(kept)) {
            queue.accept(new TraceEvent.Vector(0, 0, 0, new float[TraceQueue.LONGEST_VECTOR]));
        }
        assertEquals(TraceQueue.LONGEST_VECTOR, ((TraceEvent.Vector) kept.events.get(0)).values().length);
    }

    @Test
    void aFailureToWriteIsToldAtTheEndAndStopsNothing() {
        boolean[] closed = new boolean[1];
        TraceQueue queue = new TraceQueue(
                new TraceWriter() {
                    @Override
                    public void write(TraceEvent event) throws IOException {
                        throw new IOException("no space left");
                    }

                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                },
                2048);
        for (int i = 0; i < 1000; i++) {
            queue.accept(new TraceEvent.Sample(i, i));
        }
        assertEquals(
                "no space left", assertThrows(IOException.class, queue::close).getMessage());
        assertTrue(closed[0]);
    }
}
