package glia.chip.block;

import glia.chip.message.Activations;
import glia.chip.message.Pass;
import glia.core.event.OutPort;
import java.util.ArrayList;
import java.util.List;

/** Sends a layer's values to those that take slices of it; every message is made once and used again. */
final class ActivationSender {
    private final float[] values;
    private final List<OutPort<Activations>> wires = new ArrayList<>();
    private final List<Activations[]> messages = new ArrayList<>();

    /** Sends the values of this array, which stays the owner's. */
    ActivationSender(float[] values) {
        this.values = values;
    }

    /** Adds a receiver of {@code count} values from {@code first} on. */
    void connect(OutPort<Activations> wire, int first, int count) {
        Pass[] passes = Pass.values();
        Activations[] onePerPass = new Activations[passes.length];
        for (Pass pass : passes) {
            onePerPass[pass.ordinal()] = new Activations(pass, values, first, count);
        }
        wires.add(wire);
        messages.add(onePerPass);
    }

    /** Sends the values as they stand to all receivers. */
    void send(Pass pass, long readyCycle) {
        for (int i = 0; i < wires.size(); i++) {
            wires.get(i).send(messages.get(i)[pass.ordinal()], readyCycle);
        }
    }
}
