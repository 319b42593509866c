package glia.learning.part;

import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;
import glia.chip.plasticity.SynapseBehaviour;

/**
 * Perturbs synapses where a large enough activation meets a large enough bias gradient, by ε · a_i · δ_j or by ε times their signs,
 * and moves back by that in proportion to the update word.
 */
public final class HebbianPerturbation implements SynapseBehaviour {
    private final HebbianMgdParameters parameters;
    private final float activationThreshold;
    private final float[] rows;
    private final float[] columns;

    /** The part for a block of some rows and columns; {@code activationThreshold} is 0 for biases, whose activation is 1. */
    public HebbianPerturbation(HebbianMgdParameters parameters, float activationThreshold, int rows, int columns) {
        this.parameters = parameters;
        this.activationThreshold = activationThreshold;
        this.rows = new float[rows];
        this.columns = new float[columns];
    }

    /** The scale received is the threshold of the bias gradients, 0 where there is none. */
    @Override
    public void perturb(long pass, float[] activations, float[] deltas, float scale, PerturbationElements elements) {
        TernarySigns.above(activationThreshold, parameters.ternary(), activations, rows);
        TernarySigns.above(scale, parameters.ternary(), deltas, columns);
        elements.setRankOne(rows, columns, parameters.epsilon());
    }

    @Override
    public void onCostChange(float update, float[] activations, float[] deltas, float scale, WeightChange change) {
        if (update != 0f) {
            change.addPerturbation(-update);
        }
    }

    /** What passes its threshold is multiplied by ε on the side of the columns; comparisons are a matter of loading. */
    @Override
    public Work perturbWork(int ofRows, int ofColumns) {
        return new Work((long) ofRows + ofColumns, parameters.ternary() ? 0 : ofColumns, 0, ofRows);
    }

    /** c · ε, and with every row in full precision. */
    @Override
    public Work updateWork(int ofRows, int ofColumns) {
        return new Work((long) ofRows + ofColumns, parameters.ternary() ? 1 : 1 + (long) ofRows, 0, ofRows);
    }
}
