package glia.core.account;

import glia.core.archive.Archive;
import glia.core.event.Simulation;

/** A resource that also counts the cycles in which its block is awake; blocks that share an account are awake together. */
public final class WakingResource implements Resource {
    private final Simulation simulation;
    private final ActionLedger.Account account;
    private final Resource resource;
    private final AwakeCycle awakeCycle;

    /** Watches a resource that counts into an account. */
    public WakingResource(
            Simulation simulation, ActionLedger.Account account, Resource resource, AwakeCycle awakeCycle) {
        this.simulation = simulation;
        this.account = account;
        this.resource = resource;
        this.awakeCycle = awakeCycle;
    }

    @Override
    public long perform(Action action, long times, long readyCycle) {
        long doneCycle = resource.perform(action, times, readyCycle);
        if (times > 0 && !simulation.isReplaying()) {
            account.wake(awakeCycle, simulation.nowCycle(), doneCycle);
        }
        return doneCycle;
    }

    @Override
    public void note(Action action, long times) {
        resource.note(action, times);
    }

    @Override
    public void state(Archive archive) {
        resource.state(archive);
    }
}
