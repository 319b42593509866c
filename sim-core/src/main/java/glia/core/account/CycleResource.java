package glia.core.account;

import glia.core.archive.Archive;
import glia.core.event.Simulation;

/** A resource that answers cycles and counts nothing: one unit per action, each with the timing of a table. */
public final class CycleResource implements Resource {
    private final Simulation simulation;
    private final ActionTiming[] timings;
    private final long[] freeCycles;

    /**
     * Makes the hardware of one block.
     *
     * @param timings one for each action of the vocabulary, in order; shared, not modified
     */
    public CycleResource(Simulation simulation, ActionTiming[] timings) {
        this.simulation = simulation;
        this.timings = timings;
        this.freeCycles = new long[timings.length];
    }

    @Override
    public long perform(Action action, long times, long readyCycle) {
        if (simulation.isReplaying() || times == 0) {
            return readyCycle;
        }
        int unit = action.ordinal();
        ActionTiming timing = timings[unit];
        long batches = timing.batches(times);
        long startCycle = Math.max(readyCycle, freeCycles[unit]);
        long doneCycle = startCycle + timing.latency() + (batches - 1) * timing.interval();
        freeCycles[unit] = startCycle + batches * timing.interval();
        simulation.busyUntil(doneCycle);
        return doneCycle;
    }

    @Override
    public void note(Action action, long times) {}

    @Override
    public void state(Archive archive) {
        archive.at(freeCycles);
    }
}
