package glia.chip.block;

import glia.chip.message.Activations;
import glia.chip.message.Pass;
import glia.core.event.OutPort;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends a layer's values to those that take slices of it; every message is made once and used again,
 * also by the next receiver if it takes the same slice.
 */
final class ActivationSender {
    private final float[] values;
    private final float[] perturbedValues;
    private final List<OutPort<Activations>> wires = new ArrayList<>();
    private final List<Activations[]> messages = new ArrayList<>();

    /** Sends the values of these arrays, which stay the owner's; those of perturbed passes may be under way together with others. */
    ActivationSender(float[] values, float[] perturbedValues) {
        this.values = values;
        this.perturbedValues = perturbedValues;
    }

    /** Adds a receiver of {@code count} values from {@code first} on. */
    void connect(OutPort<Activations> wire, int first, int count) {
        wires.add(wire);
        Activations[] last = messages.isEmpty() ? new Activations[0] : messages.get(messages.size() - 1);
        boolean same = last.length > 0 && last[0].first() == first && last[0].words() == count;
        messages.add(same ? last : onePerPass(first, count));
    }

    private Activations[] onePerPass(int first, int count) {
        Pass[] passes = Pass.values();
        Activations[] made = new Activations[passes.length];
        for (Pass pass : passes) {
            made[pass.ordinal()] =
                    new Activations(pass, pass == Pass.PERTURBED ? perturbedValues : values, first, count);
        }
        return made;
    }

    /** Sends the values as they stand to all receivers. */
    void send(Pass pass, long readyCycle) {
        for (int i = 0; i < wires.size(); i++) {
            wires.get(i).send(messages.get(i)[pass.ordinal()], readyCycle);
        }
    }
}
