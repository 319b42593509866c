package glia.core.account;

import glia.core.archive.Archive;
import glia.core.event.Simulation;

/** A resource with one unit per action, each with the timing of a table, counting into a ledger's account. */
public final class TimedResource implements Resource {
    private final Simulation simulation;
    private final ActionLedger.Account account;
    private final CycleResource cycles;

    /**
     * Makes the hardware of one block.
     *
     * @param timings one for each action of the vocabulary, in order; shared, not modified
     */
    public TimedResource(Simulation simulation, ActionLedger.Account account, ActionTiming[] timings) {
        this.simulation = simulation;
        this.account = account;
        this.cycles = new CycleResource(simulation, timings);
    }

    @Override
    public long perform(Action action, long times, long readyCycle) {
        if (simulation.isReplaying()) {
            return readyCycle;
        }
        account.add(action, times);
        return cycles.perform(action, times, readyCycle);
    }

    @Override
    public void note(Action action, long times) {
        account.add(action, times);
    }

    @Override
    public void state(Archive archive) {
        cycles.state(archive);
    }
}
