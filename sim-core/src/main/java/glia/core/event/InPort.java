package glia.core.event;

import java.util.function.Consumer;

/**
 * Where a block hears one kind of message.
 *
 * <p>Two kinds of event exist: a message becomes ready at its channel, a message arrives at a port. Both are deliveries to an
 * {@code InPort}; a bus or a router has ports of its own for messages that become ready.
 *
 * @param <M> the kind of message heard here
 */
public final class InPort<M extends Message> {
    private final String name;
    private final int number;
    private final Consumer<M> handler;
    private final boolean timingOnly;

    InPort(String name, int number, Consumer<M> handler, boolean timingOnly) {
        this.name = name;
        this.number = number;
        this.handler = handler;
        this.timingOnly = timingOnly;
    }

    /** The name of the port, the same in every run of the same chip. */
    public String name() {
        return name;
    }

    /** The number of the port in its simulation, in order of creation from 0. */
    public int number() {
        return number;
    }

    /** Whether what is heard here decides nothing but when other messages arrive. */
    boolean isTimingOnly() {
        return timingOnly;
    }

    /** Hands over a message; the queue holds ports and messages side by side, so their types fit by construction. */
    @SuppressWarnings("unchecked")
    void deliver(Message message) {
        handler.accept((M) message);
    }
}
