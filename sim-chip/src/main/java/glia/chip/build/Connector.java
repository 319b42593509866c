package glia.chip.build;

import glia.chip.interconnect.Interconnect;
import glia.chip.interconnect.Place;
import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.Optional;
import java.util.function.Consumer;

/** Draws single wires of the interconnect between the places of blocks. */
final class Connector {
    private final Simulation simulation;
    private final Interconnect interconnect;
    private final Placement placement;
    private final Optional<? extends Watch> watch;

    Connector(Simulation simulation, Interconnect interconnect, Placement placement, Optional<? extends Watch> watch) {
        this.simulation = simulation;
        this.interconnect = interconnect;
        this.placement = placement;
        this.watch = watch;
    }

    /** A wire from one block to a new port of another one. */
    <M extends Message> OutPort<M> connect(String from, String to, String port, Consumer<M> handler) {
        Place sender = placement.of(from);
        Place receiver = placement.of(to);
        InPort<M> heard = simulation.inPort(port, handler);
        OutPort<M> wire = interconnect.connect(sender, receiver, heard);
        if (watch.isEmpty()) {
            return wire;
        }
        return watch.get().wire(wire, heard, from, to, words -> interconnect.emptyCycles(sender, receiver, words));
    }
}
