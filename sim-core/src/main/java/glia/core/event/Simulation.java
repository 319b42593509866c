package glia.core.event;

import java.util.Arrays;
import java.util.function.Consumer;

/** Delivers messages until quiet; the only place where time moves. One thread. */
public final class Simulation {
    private final EventQueue queue = new EventQueue(1024);
    private DeliveryListener[] listeners = new DeliveryListener[0];
    private int ports;
    private long nowCycle;
    private long busyUntilCycle;
    private long deliveries;

    /** Makes a port of this simulation; ports are numbered in the order of making. */
    public <M extends Message> InPort<M> inPort(String name, Consumer<M> handler) {
        return new InPort<>(name, ports++, handler);
    }

    /** Lets a listener see every delivery from now on. */
    public void addListener(DeliveryListener listener) {
        listeners = Arrays.copyOf(listeners, listeners.length + 1);
        listeners[listeners.length - 1] = listener;
    }

    /** The present cycle. */
    public long nowCycle() {
        return nowCycle;
    }

    /** How many messages have been delivered, those that only became ready at a bus included. */
    public long deliveries() {
        return deliveries;
    }

    /** Schedules a delivery. Arrivals lie after the present cycle; a message may become ready at a bus in the present one. */
    public <M extends Message> void schedule(long cycle, InPort<M> port, M message) {
        queue.add(cycle, port, message);
    }

    /** Says that some hardware works until a cycle, so that the chip is not quiet before. */
    public void busyUntil(long cycle) {
        if (cycle > busyUntilCycle) {
            busyUntilCycle = cycle;
        }
    }

    /** Delivers until nothing is pending and all hardware has finished; answers the cycle at which that is so. */
    public long runUntilQuiet() {
        while (queue.advance()) {
            nowCycle = queue.cycle();
            deliveries++;
            InPort<?> port = queue.port();
            Message message = queue.message();
            for (DeliveryListener listener : listeners) {
                listener.onDelivery(nowCycle, port, message);
            }
            port.deliver(message);
        }
        nowCycle = Math.max(nowCycle, busyUntilCycle);
        return nowCycle;
    }
}
