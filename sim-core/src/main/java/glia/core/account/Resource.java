package glia.core.account;

import glia.core.archive.Archive;

/** The hardware behind one block. Performing an action notes it once, and answers the cycle at which it is done. */
public interface Resource {
    /**
     * Performs an action a number of times from a cycle on: batches = ceil(times / lanes), start = max(ready, unit free), done
     * = start + latency + (batches - 1) · interval; the unit is free again at start + batches · interval. No times: done when
     * ready. There is one unit per block and action.
     */
    long perform(Action action, long times, long readyCycle);

    /** Notes actions whose time lies within that of another action (a cell's write pulse within its row's slot). */
    void note(Action action, long times);

    /** Says what the actions that follow are part of; of interest to those who watch. */
    default void begin(Enum<?> work) {}

    /** Saves or loads when its units are free; counts are the ledger's, and who only watches has none. */
    default void state(Archive archive) {}
}
