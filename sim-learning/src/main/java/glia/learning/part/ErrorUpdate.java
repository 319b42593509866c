package glia.learning.part;

import glia.chip.datapath.WeightChange;
import glia.chip.plasticity.SynapseBehaviour;

/** The exact local rule of a last layer, w_ij ← w_ij - a_i · (η e_j); no perturbation. */
public final class ErrorUpdate implements SynapseBehaviour {
    @Override
    public boolean setsElements() {
        return false;
    }

    @Override
    public void onErrorEstimate(float[] errors, float[] activations, WeightChange change) {
        change.addRankOne(-1f, activations, errors);
    }
}
