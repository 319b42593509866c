package glia.learning.part;

import glia.chip.datapath.WeightChange;
import glia.chip.plasticity.SynapseBehaviour;

/** Changes weights along activation x bias gradient, w ← w - c · a_i · δ_j, or along the signs of both; no perturbation. */
public final class GradientDescent implements SynapseBehaviour {
    private final boolean signsOnly;
    private final float[] rows;
    private final float[] columns;

    /** The part for a block of some rows and columns. */
    public GradientDescent(boolean signsOnly, int rows, int columns) {
        this.signsOnly = signsOnly;
        this.rows = new float[rows];
        this.columns = new float[columns];
    }

    @Override
    public boolean setsElements() {
        return false;
    }

    @Override
    public void onCostChange(float update, float[] activations, float[] deltas, float scale, WeightChange change) {
        if (update == 0f) {
            return;
        }
        if (signsOnly) {
            TernarySigns.of(activations, rows);
            TernarySigns.of(deltas, columns);
            change.addRankOne(-update, rows, columns);
        } else {
            change.addRankOne(-update, activations, deltas);
        }
    }
}
