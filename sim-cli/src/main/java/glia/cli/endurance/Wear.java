package glia.cli.endurance;

import glia.chip.device.DeviceParameters;
import glia.cli.endurance.WriteCounts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** How the writes of a run spread over its synapses: by layer, row and column, and which take most. */
public final class Wear {
    private final PulseStrength strength;
    private final List<LayerWear> layers = new ArrayList<>();
    private final WearDistribution pulses = new WearDistribution();
    private final WearDistribution parts = new WearDistribution();
    private final PriorityQueue<WornSynapse> worst = new PriorityQueue<>(WornSynapse.WORST_FIRST.reversed());
    private final int listed;
    private boolean onePulseACommit = true;

    private Wear(PulseStrength strength, int listed) {
        this.strength = strength;
        this.listed = listed;
    }

    /**
     * Goes once through all synapses.
     *
     * @param device what the cells were
     * @param listed how many of the worst synapses to list, at least 1
     */
    public static Wear of(WriteCounts counts, DeviceParameters device, int listed) {
        Wear wear = new Wear(PulseStrength.of(device), listed);
        for (int layer = 0; layer < counts.shape().layers(); layer++) {
            wear.addLayer(counts, layer);
        }
        return wear;
    }

    private void addLayer(WriteCounts counts, int layer) {
        int inputs = counts.shape().inputs(layer);
        LayerWear wear = new LayerWear(layer + 1, inputs, counts.shape().neurons(layer));
        layers.add(wear);
        for (int row = 0; row < inputs; row++) {
            int[] commits = counts.of(Kind.COMMITS, layer, row);
            int[] potentiations = counts.of(Kind.POTENTIATIONS, layer, row);
            int[] raising = counts.of(Kind.RAISING_PULSES, layer, row);
            int[] lowering = counts.of(Kind.LOWERING_PULSES, layer, row);
            for (int j = 0; j < commits.length; j++) {
                add(wear, new WornSynapse(layer + 1, row, j, commits[j], potentiations[j], raising[j], lowering[j]));
            }
        }
    }

    private void add(LayerWear layer, WornSynapse synapse) {
        layer.add(synapse.row(), synapse.column(), synapse.commits(), synapse.pulses());
        pulses.add(synapse.pulses());
        parts.add(strength.parts(synapse.raisingPulses(), synapse.loweringPulses()));
        onePulseACommit &= synapse.pulses() == synapse.commits();
        if (worst.size() < listed) {
            worst.add(synapse);
        } else if (WornSynapse.WORST_FIRST.compare(synapse, worst.element()) < 0) {
            worst.remove();
            worst.add(synapse);
        }
    }

    /** The layers in order. */
    public List<LayerWear> layers() {
        return layers;
    }

    /** Pulses of all synapses. */
    public WearDistribution pulses() {
        return pulses;
    }

    /** What {@link #parts} are parts of. */
    public PulseStrength strength() {
        return strength;
    }

    /** Full write cycles of all synapses, in parts. */
    public WearDistribution parts() {
        return parts;
    }

    /** The synapses with most pulses, the worst first. */
    public List<WornSynapse> worst() {
        return worst.stream().sorted(WornSynapse.WORST_FIRST).toList();
    }

    /** The full write cycles that a synapse's pulses make. */
    public double fullCycles(WornSynapse synapse) {
        return strength.cycles((double) strength.parts(synapse.raisingPulses(), synapse.loweringPulses()));
    }

    /** Whether every commit was one pulse. */
    public boolean isOnePulseACommit() {
        return onePulseACommit;
    }
}
