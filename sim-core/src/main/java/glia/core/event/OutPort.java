package glia.core.event;

/**
 * Where a block sends one kind of message. What lies behind it, a private wire or a bus with an arbiter, is decided where
 * the chip is wired.
 *
 * @param <M> the kind of message sent here
 */
public interface OutPort<M extends Message> {
    /**
     * Sends a message that is ready at a cycle, not before the present one. The message and its arrays belong to the sender and
     * stay frozen until the last receiver's handler has returned.
     */
    void send(M message, long readyCycle);
}
