package glia.cli.trace;

import org.jspecify.annotations.Nullable;

/** The rows of trace tables; the columns are their components. Cycles are of the chip's clock. */
sealed interface TraceRow {
    /**
     * A block, to join others with.
     *
     * @param block its number
     * @param name as in the ledger
     * @param kind what it is
     * @param layer from 1; none for blocks of the whole chip
     */
    record Block(
            int block, String name, String kind, @Nullable Integer layer) implements TraceRow {}

    /**
     * A message that arrived.
     *
     * @param sample number of the sample
     * @param kind of message
     * @param sender block
     * @param receiver block
     * @param words its size
     * @param sentCycle when the sender handled what led to it
     * @param readyCycle when it was ready
     * @param arrivalCycle when it arrived
     * @param processingCycles from sent to ready
     * @param queueingCycles how long it waited for others on its way
     * @param transferCycles how long it takes alone
     */
    record Message(
            long sample,
            String kind,
            int sender,
            int receiver,
            int words,
            long sentCycle,
            long readyCycle,
            long arrivalCycle,
            long processingCycles,
            long queueingCycles,
            long transferCycles)
            implements TraceRow {}

    /**
     * What a block did of an action in an interval.
     *
     * @param startCycle first cycle
     * @param endCycle cycle after the last one
     * @param block who
     * @param action what
     * @param count how often
     * @param picojoules energy
     */
    record Action(long startCycle, long endCycle, int block, String action, long count, double picojoules)
            implements TraceRow {}

    /**
     * A change of a weight.
     *
     * @param sample number of the sample
     * @param cycle when its write phase ended
     * @param layer from 1
     * @param input row of the synapse in its layer, from 0
     * @param neuron column of the synapse in its layer, from 0
     * @param before weight as it was
     * @param after weight as it is
     */
    record Update(long sample, long cycle, int layer, int input, int neuron, float before, float after)
            implements TraceRow {}

    /**
     * A value of a recalled DeltaVec, as a neuron unit hears it.
     *
     * @param sample number of the sample
     * @param cycle when it arrived
     * @param layer from 1
     * @param neuron from 0
     * @param value bias gradient
     */
    record DeltaVec(long sample, long cycle, int layer, int neuron, float value) implements TraceRow {}

    /**
     * A phase.
     *
     * @param sample number of the sample
     * @param phase its name
     * @param startCycle when it started
     * @param endCycle when it ended, its barrier included
     */
    record Phase(long sample, String phase, long startCycle, long endCycle) implements TraceRow {}
}
