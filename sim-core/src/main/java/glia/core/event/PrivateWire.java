package glia.core.event;

/**
 * A wire with one sender and one receiver: messages leave in the order of sending and arrive when the channel says.
 *
 * @param <M> the kind of message on this wire
 */
public final class PrivateWire<M extends Message> implements OutPort<M> {
    private final Simulation simulation;
    private final Channel channel;
    private final InPort<M> receiver;

    /** Connects a sender to {@code receiver} over {@code channel}. */
    public PrivateWire(Simulation simulation, Channel channel, InPort<M> receiver) {
        this.simulation = simulation;
        this.channel = channel;
        this.receiver = receiver;
    }

    @Override
    public void send(M message, long readyCycle) {
        if (simulation.isReplaying()) {
            return;
        }
        long arrivalCycle = channel.arrival(readyCycle, message.words());
        if (arrivalCycle <= readyCycle) {
            throw new IllegalStateException("a channel to " + receiver.name() + " answers cycle " + arrivalCycle
                    + " for a message ready at " + readyCycle + "; it must be later");
        }
        simulation.schedule(arrivalCycle, receiver, message);
    }
}
