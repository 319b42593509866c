package glia.learning.part;

import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;
import glia.chip.plasticity.SynapseBehaviour;

/**
 * Changes weights along activation x sign of the perturbed neuron, w ← w - c · ε · a_i · s_j. In a neuron unit it also perturbs the
 * neurons' inputs, by ε · s_j on their biases; tiles have no elements.
 */
public final class NodePerturbationUpdate implements SynapseBehaviour {
    private final NodePerturbationParameters parameters;
    private final boolean inTile;

    /** The part for a tile, or for a neuron unit. */
    public NodePerturbationUpdate(NodePerturbationParameters parameters, boolean inTile) {
        this.parameters = parameters;
        this.inTile = inTile;
    }

    @Override
    public boolean setsElements() {
        return !inTile;
    }

    @Override
    public boolean keepsElements(long pass) {
        return parameters.periods().keeps(pass);
    }

    @Override
    public void perturb(long pass, float[] activations, float[] deltas, float scale, PerturbationElements elements) {
        if (!inTile) {
            elements.setRankOne(activations, deltas, parameters.epsilon());
        }
    }

    @Override
    public Work perturbWork(int rows, int columns) {
        return new Work(0, 0, 0);
    }

    @Override
    public void onCostChange(float update, float[] activations, float[] deltas, float scale, WeightChange change) {
        if (update != 0f) {
            change.addRankOne(-update * parameters.epsilon(), activations, deltas);
        }
    }
}
