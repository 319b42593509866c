package glia.core.trace;

/**
 * What is seen on a chip while it is traced. Blocks, actions, kinds of message, phases and quantities are numbers that the trace's
 * owner gives names to; times are cycles of the chip's clock.
 */
public sealed interface TraceEvent {
    /**
     * A sample is about to be learned from; the chip is quiet.
     *
     * @param sample its number, from 0
     * @param cycle when it starts
     */
    record Sample(long sample, long cycle) implements TraceEvent {}

    /**
     * A phase has ended, its barrier included; the chip is quiet, and whatever started before has ended.
     *
     * @param phase its number
     * @param startCycle when it started
     * @param endCycle when it ended
     */
    record Phase(int phase, long startCycle, long endCycle) implements TraceEvent {}

    /**
     * A block performs an action a number of times; told when it is asked to, so that the work may lie ahead.
     *
     * @param block who
     * @param action what
     * @param times how often
     * @param readyCycle from when on it could
     * @param startCycle when the unit for it is free, too
     * @param doneCycle when it is done
     */
    record Work(int block, int action, long times, long readyCycle, long startCycle, long doneCycle)
            implements TraceEvent {}

    /**
     * Actions whose time lies within that of others, such as pulses in the slots of a write; or that take none of their own.
     *
     * @param block who
     * @param action what
     * @param times how often
     * @param startCycle when the last of those others started, or when they are counted
     * @param doneCycle when it was done, or the same
     */
    record Count(int block, int action, long times, long startCycle, long doneCycle) implements TraceEvent {}

    /**
     * A message has arrived; a broadcast is one such event for each receiver.
     *
     * @param kind of message
     * @param sender block
     * @param receiver block
     * @param words its size
     * @param sentCycle when the sender handled what led to it
     * @param readyCycle when the sender had it ready
     * @param arrivalCycle when the receiver got it
     * @param emptyCycles how long it would have been on its way alone
     */
    record Message(
            int kind,
            int sender,
            int receiver,
            int words,
            long sentCycle,
            long readyCycle,
            long arrivalCycle,
            long emptyCycles)
            implements TraceEvent {}

    /**
     * A quantity has a new value.
     *
     * @param quantity which
     * @param cycle when
     * @param value the value
     */
    record Value(int quantity, long cycle, double value) implements TraceEvent {}

    /**
     * Part of a vector of a layer arrives.
     *
     * @param layer counted from 0
     * @param cycle when
     * @param first index of the first value
     * @param values some values, in order
     */
    record Vector(int layer, long cycle, int first, float[] values) implements TraceEvent {}

    /**
     * A weight has changed.
     *
     * @param layer counted from 0
     * @param input row of the synapse in its layer
     * @param neuron column of the synapse in its layer
     * @param cycle when the write phase ended
     * @param before weight as it was
     * @param after weight as it is
     */
    record Update(int layer, int input, int neuron, long cycle, float before, float after) implements TraceEvent {}
}
