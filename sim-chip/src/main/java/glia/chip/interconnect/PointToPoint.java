package glia.chip.interconnect;

import glia.chip.ChipAction;
import glia.core.account.Resource;
import glia.core.event.Channel;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import glia.core.event.PrivateWire;
import glia.core.event.Simulation;
import java.util.function.Supplier;

/** A private wire for every pair of ports; no contention. Each word is one hop. */
public final class PointToPoint implements Interconnect {
    private final Simulation simulation;
    private final Supplier<Resource> wires;

    /** Makes an interconnect whose every wire is a resource of its own, all counted in one account. */
    public PointToPoint(Simulation simulation, Supplier<Resource> wires) {
        this.simulation = simulation;
        this.wires = wires;
    }

    @Override
    public <M extends Message> OutPort<M> connect(InPort<M> receiver) {
        Resource wire = wires.get();
        Channel channel = (readyCycle, words) -> wire.perform(ChipAction.HOP_WORD, words, readyCycle);
        return new PrivateWire<>(simulation, channel, receiver);
    }
}
