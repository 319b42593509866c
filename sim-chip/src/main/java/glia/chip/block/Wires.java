package glia.chip.block;

import glia.core.event.Message;
import glia.core.event.OutPort;
import java.util.ArrayList;
import java.util.List;

/** Wires that go out together, each with its message, whose contents change. */
final class Wires<M extends Message> {
    private final List<OutPort<M>> wires = new ArrayList<>();
    private final List<M> messages = new ArrayList<>();

    /** Adds a wire. */
    void connect(OutPort<M> wire, M message) {
        wires.add(wire);
        messages.add(message);
    }

    /** Sends every message as it is, in the order of connecting. */
    void send(long readyCycle) {
        for (int i = 0; i < wires.size(); i++) {
            wires.get(i).send(messages.get(i), readyCycle);
        }
    }
}
