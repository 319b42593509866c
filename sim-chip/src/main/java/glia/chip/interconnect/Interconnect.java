package glia.chip.interconnect;

import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;
import java.util.Optional;

/** Carries activations, partial sums and DeltaVecs between blocks; one question: when does it arrive? */
public interface Interconnect {
    /** Connects a sender at a place with a port of a block at another one. */
    <M extends Message> OutPort<M> connect(Place sender, Place receiver, InPort<M> port);

    /** Cycles from ready to arrival of a message that meets no other. */
    long emptyCycles(Place sender, Place receiver, int words);

    /** The network behind it, where messages share links. */
    default Optional<Network> network() {
        return Optional.empty();
    }
}
