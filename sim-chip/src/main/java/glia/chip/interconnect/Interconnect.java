package glia.chip.interconnect;

import glia.core.event.InPort;
import glia.core.event.Message;
import glia.core.event.OutPort;

/** Carries activations, partial sums and DeltaVecs between blocks; one question: when does it arrive? */
public interface Interconnect {
    /** Connects a sender with a port. */
    <M extends Message> OutPort<M> connect(InPort<M> receiver);
}
