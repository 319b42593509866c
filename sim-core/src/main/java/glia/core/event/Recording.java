package glia.core.event;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of a step in order, at cycles relative to its start. Ports send the same message objects every time, so a
 * recording can be gone through again with other contents in them.
 */
public final class Recording {
    private final long startCycle;
    private InPort<?>[] ports = new InPort<?>[64];
    private @Nullable Message[] messages = new Message[64];
    private long[] cycles = new long[64];
    private int size;
    private long duration;

    Recording(long startCycle) {
        this.startCycle = startCycle;
    }

    void add(long cycle, InPort<?> port, Message message) {
        if (size == cycles.length) {
            ports = Arrays.copyOf(ports, 2 * size);
            messages = Arrays.copyOf(messages, 2 * size);
            cycles = Arrays.copyOf(cycles, 2 * size);
        }
        ports[size] = port;
        messages[size] = message;
        cycles[size++] = cycle - startCycle;
    }

    void finish(long cycle) {
        duration = cycle - startCycle;
        ports = Arrays.copyOf(ports, size);
        messages = Arrays.copyOf(messages, size);
        cycles = Arrays.copyOf(cycles, size);
    }

    /** Number of deliveries. */
    public int size() {
        return size;
    }

    /** Cycles from the start of the step to its end. */
    public long duration() {
        return duration;
    }

    /** Cycles from the start of the step to a delivery. */
    public long cycle(int delivery) {
        return cycles[delivery];
    }

    /** Where a delivery was heard. */
    public InPort<?> port(int delivery) {
        return ports[delivery];
    }

    /** What was delivered; its contents have changed since. */
    public Message message(int delivery) {
        Message message = messages[delivery];
        if (message == null) {
            throw new IllegalStateException("a recording of " + size + " deliveries was asked for number " + delivery);
        }
        return message;
    }

    /** Whether another step took the same deliveries at the same cycles, each having been started by its own messages. */
    public boolean matches(List<? extends Message> ownStarts, Recording other, List<? extends Message> otherStarts) {
        if (size != other.size || duration != other.duration || !Arrays.equals(cycles, other.cycles)) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (ports[i] != other.ports[i] || !same(message(i), ownStarts, other.message(i), otherStarts)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(
            Message own, List<? extends Message> ownStarts, Message other, List<? extends Message> otherStarts) {
        if (own == other) {
            return true;
        }
        int place = Simulation.place(ownStarts, own);
        return place >= 0 && place == Simulation.place(otherStarts, other);
    }
}
