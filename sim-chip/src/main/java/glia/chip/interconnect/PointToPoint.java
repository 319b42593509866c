package glia.chip.interconnect;

import glia.chip.ChipAction;
import glia.core.account.ActionTiming;
import glia.core.account.Resource;
import glia.core.event.Channel;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import glia.core.event.PrivateWire;
import glia.core.event.Simulation;
import java.util.function.Supplier;

/** A private wire for every pair of ports; no contention. Each word is one hop, however far. */
public final class PointToPoint implements Interconnect {
    private final Simulation simulation;
    private final Supplier<Resource> wires;
    private final ActionTiming timing;

    /**
     * Makes an interconnect whose every wire is a resource of its own, all counted in one account.
     *
     * @param timing of {@link ChipAction#HOP_WORD} on these resources
     */
    public PointToPoint(Simulation simulation, Supplier<Resource> wires, ActionTiming timing) {
        this.simulation = simulation;
        this.wires = wires;
        this.timing = timing;
    }

    @Override
    public <M extends Message> OutPort<M> connect(Place sender, Place receiver, InPort<M> port) {
        Resource wire = wires.get();
        Channel channel = (readyCycle, words) -> wire.perform(ChipAction.HOP_WORD, words, readyCycle);
        return new PrivateWire<>(simulation, channel, port);
    }

    @Override
    public long emptyCycles(Place sender, Place receiver, int words) {
        return timing.duration(words);
    }
}
