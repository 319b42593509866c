package glia.core.event;

import glia.core.archive.Archive;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Delivers messages until quiet; the only place where time moves. One thread. */
public final class Simulation {
    private final EventQueue queue = new EventQueue(1024);
    private DeliveryListener[] listeners = new DeliveryListener[0];
    /** Listeners that want to see each delivery of a replay. */
    private DeliveryListener[] unserved = new DeliveryListener[0];

    private int ports;
    private long nowCycle;
    private long busyUntilCycle;
    private long deliveries;
    private boolean replaying;
    private @Nullable Recording recording;

    /** Makes a port of this simulation; ports are numbered in the order of making. */
    public <M extends Message> InPort<M> inPort(String name, Consumer<M> handler) {
        return new InPort<>(name, ports++, handler, false);
    }

    /** Makes a port of a block that only decides when messages arrive elsewhere, such as a bus; replays pass it by. */
    public <M extends Message> InPort<M> timingPort(String name, Consumer<M> handler) {
        return new InPort<>(name, ports++, handler, true);
    }

    /** Lets a listener see every delivery from now on. */
    public void addListener(DeliveryListener listener) {
        listeners = Arrays.copyOf(listeners, listeners.length + 1);
        listeners[listeners.length - 1] = listener;
        unserved = listeners.clone();
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
        if (!replaying) {
            queue.add(cycle, port, message);
        }
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
            InPort<?> port = queue.port();
            Message message = queue.message();
            if (recording != null) {
                recording.add(nowCycle, port, message);
            }
            show(port, message);
            port.deliver(message);
        }
        nowCycle = Math.max(nowCycle, busyUntilCycle);
        return nowCycle;
    }

    private void show(InPort<?> port, Message message) {
        deliveries++;
        for (DeliveryListener listener : listeners) {
            listener.onDelivery(nowCycle, port, message);
        }
    }

    /** Runs a step that starts and ends when all is quiet, and records its deliveries. */
    public Recording record(Runnable step) {
        Recording made = new Recording(nowCycle);
        recording = made;
        try {
            step.run();
        } finally {
            recording = null;
        }
        made.finish(nowCycle);
        return made;
    }

    /**
     * Goes through a recorded step again: the same deliveries at the same cycles after the present one, shown to the same
     * listeners, handled by the same ports; but nothing is sent, waits or is performed anew.
     *
     * @param recordedStarts the messages that started the recorded step
     * @param starts the messages that take their places, as many
     */
    public void replay(Recording recorded, List<? extends Message> recordedStarts, List<? extends Message> starts) {
        goThrough(recorded, recordedStarts, starts, true);
    }

    /** As {@link #replay}, but the deliveries are only shown to listeners; ports can be given them later by {@link #handle}. */
    public void skip(Recording recorded, List<? extends Message> recordedStarts, List<? extends Message> starts) {
        goThrough(recorded, recordedStarts, starts, false);
    }

    /** Has ports handle the deliveries of a step that was skipped before, in the present cycle and unseen by listeners. */
    public void handle(Recording recorded, List<? extends Message> recordedStarts, List<? extends Message> starts) {
        replaying = true;
        try {
            for (int i = 0; i < recorded.size(); i++) {
                handle(recorded.port(i), present(recorded.message(i), recordedStarts, starts));
            }
        } finally {
            replaying = false;
        }
    }

    private void goThrough(
            Recording recorded,
            List<? extends Message> recordedStarts,
            List<? extends Message> starts,
            boolean handled) {
        long startCycle = nowCycle;
        deliveries += recorded.size();
        int waiting = 0;
        for (DeliveryListener listener : listeners) {
            if (!alike(recordedStarts, starts) || !listener.onReplay(startCycle, recorded)) {
                unserved[waiting++] = listener;
            }
        }
        if (handled || waiting > 0) {
            replaying = true;
            try {
                goThrough(recorded, recordedStarts, starts, handled, waiting);
            } finally {
                replaying = false;
            }
        }
        nowCycle = startCycle + recorded.duration();
    }

    private void goThrough(
            Recording recorded,
            List<? extends Message> recordedStarts,
            List<? extends Message> starts,
            boolean handled,
            int waiting) {
        long startCycle = nowCycle;
        boolean same = same(recordedStarts, starts);
        for (int i = 0; i < recorded.size(); i++) {
            nowCycle = startCycle + recorded.cycle(i);
            InPort<?> port = recorded.port(i);
            Message message = recorded.message(i);
            Message present = same ? message : present(message, recordedStarts, starts);
            for (int k = 0; k < waiting; k++) {
                unserved[k].onDelivery(nowCycle, port, present);
            }
            if (handled) {
                handle(port, present);
            }
        }
    }

    private static void handle(InPort<?> port, Message message) {
        if (!port.isTimingOnly()) {
            port.deliver(message);
        }
    }

    /** What takes the place of a message in a step that goes through a recording. */
    private static Message present(
            Message message, List<? extends Message> recordedStarts, List<? extends Message> starts) {
        int place = place(recordedStarts, message);
        return place < 0 ? message : starts.get(place);
    }

    private static boolean same(List<? extends Message> one, List<? extends Message> other) {
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(List<? extends Message> one, List<? extends Message> other) {
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).getClass() != other.get(i).getClass()
                    || one.get(i).words() != other.get(i).words()) {
                return false;
            }
        }
        return true;
    }

    /** The place of a message itself among some; -1 if it is not among them. */
    static int place(List<? extends Message> messages, Message message) {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i) == message) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a recorded step is being gone through, so that nothing needs to be timed, counted or sent. */
    public boolean isReplaying() {
        return replaying;
    }

    /** Saves or loads its state, of a simulation that is quiet. */
    public void state(Archive archive) {
        archive.part("simulation");
        queue.state(archive);
        nowCycle = archive.at(nowCycle);
        busyUntilCycle = archive.at(busyUntilCycle);
        deliveries = archive.at(deliveries);
    }
}
