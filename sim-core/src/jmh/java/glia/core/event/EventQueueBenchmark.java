package glia.core.event;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The hold model: take the next event, send it again some cycles later; always as many are pending. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EventQueueBenchmark {
    private static final int EVENTS = 4096;
    private static final int DELAYS = 1 << 16;

    /** The pattern of delays. */
    @Param({"SHORT", "EXPONENTIAL", "MIXED"})
    public DelayPattern pattern;

    /** How many events are pending. */
    @Param({"16", "1024", "65536"})
    public int pending;

    private int[] delays;
    private int next;
    private EventQueue queue;
    private PriorityQueue<Event> heap;
    private long sent;

    /** An event as one would write it for the queue of the class library; its object is used again and again. */
    private static final class Event implements Comparable<Event> {
        private long cycle;
        private long order;
        private InPort<?> port;
        private Message message;

        @Override
        public int compareTo(Event other) {
            int byCycle = Long.compare(cycle, other.cycle);
            return byCycle != 0 ? byCycle : Long.compare(order, other.order);
        }
    }

    /** Fills both queues. */
    @Setup
    public void fill() {
        delays = pattern.delays(DELAYS);
        queue = new EventQueue(pending);
        heap = new PriorityQueue<>(pending);
        InPort<Token> port = new Simulation().inPort("port", token -> {});
        for (int i = 0; i < pending; i++) {
            Event event = new Event();
            event.cycle = delays[next++ & (DELAYS - 1)];
            event.order = sent++;
            event.port = port;
            event.message = new Token();
            heap.add(event);
            queue.add(event.cycle, event.port, event.message);
        }
    }

    /** The queue of Glia. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long glia() {
        for (int i = 0; i < EVENTS; i++) {
            queue.advance();
            queue.add(queue.cycle() + delays[next++ & (DELAYS - 1)], queue.port(), queue.message());
        }
        return queue.cycle();
    }

    /** The queue of the class library. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long priorityQueue() {
        long cycle = 0;
        for (int i = 0; i < EVENTS; i++) {
            Event event = heap.remove();
            cycle = event.cycle;
            event.cycle = cycle + delays[next++ & (DELAYS - 1)];
            event.order = sent++;
            heap.add(event);
        }
        return cycle;
    }
}
