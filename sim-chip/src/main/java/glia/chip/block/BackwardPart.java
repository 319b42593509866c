package glia.chip.block;

import glia.chip.ChipAction;
import glia.chip.datapath.ActivationFunction;
import glia.chip.message.BackwardSums;
import glia.chip.message.DeltaVec;
import glia.core.account.Resource;
import glia.core.archive.Archive;
import glia.core.event.OutPort;
import glia.core.event.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a neuron unit needs to take part in backpropagation: slots for the sums that the next layer's tiles read transposed, a
 * multiplier by the slope, and wires to the layer's own tiles. δ_i = f'(a_i) · Σ, segments summed in the order of the tiles.
 */
public final class BackwardPart {
    private final Simulation simulation;
    private final Resource resource;
    private final LearningPart learning;
    private float[][] slots = new float[0][];
    private int tiles;
    private int arrived;
    private final DeltaThreshold threshold;
    private final List<OutPort<DeltaVec>> wires = new ArrayList<>();
    private final List<DeltaVec> messages = new ArrayList<>();

    BackwardPart(Simulation simulation, Resource resource, LearningPart learning, float deltaThreshold) {
        this.simulation = simulation;
        this.resource = resource;
        this.learning = learning;
        threshold = new DeltaThreshold(resource, deltaThreshold);
    }

    /** Expects sums of some segments (the next layer's tiles side by side) from some tiles. */
    public void expect(int segments, int fromTiles) {
        slots = new float[segments][learning.deltas().length];
        tiles = fromTiles;
    }

    /** Connects a tile of the layer that is told {@code count} bias gradients from {@code first} on. */
    public void connectTile(OutPort<DeltaVec> wire, int first, int count) {
        wires.add(wire);
        messages.add(new DeltaVec(learning.deltas(), first, count, threshold.words()));
    }

    void take(BackwardSums in, ActivationFunction function, float[] activations) {
        System.arraycopy(in.values(), 0, slots[in.segment()], in.firstNeuron(), in.values().length);
        if (++arrived == tiles) {
            arrived = 0;
            tell(function, activations);
        }
    }

    private void tell(ActivationFunction function, float[] activations) {
        float[] deltas = learning.deltas();
        for (int i = 0; i < deltas.length; i++) {
            float sum = 0f;
            for (float[] segment : slots) {
                sum += segment[i];
            }
            deltas[i] = function.slope(activations[i]) * sum;
        }
        long added = resource.perform(ChipAction.ADD, (long) slots.length * deltas.length, simulation.nowCycle());
        long sloped = resource.perform(ChipAction.EVALUATE_SLOPE, deltas.length, added);
        long multiplied = resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, deltas.length, sloped);
        long done = threshold.find(deltas, multiplied);
        learning.takeParameter(threshold.words());
        learning.comeDeltas(done);
        for (int i = 0; i < messages.size(); i++) {
            wires.get(i).send(messages.get(i), done);
        }
    }

    /** Saves or loads what came last. */
    void state(Archive archive) {
        Archive.expectRest(arrived == 0, "a slot of backward sums");
        archive.at(slots, learning.deltas().length);
        threshold.state(archive);
    }
}
