package glia.chip.build;

import glia.core.account.ActionTiming;
import glia.core.account.Resource;
import glia.core.event.DeliveryListener;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.function.IntToLongFunction;

/** Stands between the parts of a chip while it is built, to see what they do later; changes nothing of it. */
interface Watch extends DeliveryListener {
    /**
     * A wire from one block to a port of another one, watched.
     *
     * @param emptyCycles cycles from ready to arrival of a message of some words that meets no other
     */
    <M extends Message> OutPort<M> wire(
            OutPort<M> wire, InPort<M> port, String sender, String receiver, IntToLongFunction emptyCycles);

    /** A block's entrance to the broadcast bus, watched. */
    <M extends Message> OutPort<M> bus(OutPort<M> bus, String sender, IntToLongFunction emptyCycles);

    /**
     * The hardware of a block, watched.
     *
     * @param timings of its actions
     */
    Resource resource(Resource resource, String block, BlockKind kind, ActionTiming[] timings);

    /** All parts were seen: the chip is built, and nothing of it has run. */
    void built(Simulation simulation, StepRecorder steps);
}
