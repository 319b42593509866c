package glia.learning.part;

import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;
import glia.chip.plasticity.SynapseBehaviour;

/** Perturbs along activations x DeltaVec, θ~_ij = s a_i d_j, and moves back by it in proportion to the update word c. */
public final class CostWeightedUpdate implements SynapseBehaviour {
    @Override
    public void perturb(long pass, float[] activations, float[] deltas, float scale, PerturbationElements elements) {
        elements.setRankOne(activations, deltas, scale);
    }

    @Override
    public void onCostChange(float update, float[] activations, float[] deltas, float scale, WeightChange change) {
        if (update != 0f) {
            change.addPerturbation(-update);
        }
    }
}
