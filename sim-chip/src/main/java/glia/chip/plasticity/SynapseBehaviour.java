package glia.chip.plasticity;

import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;

/**
 * The part of a learning rule that sits in a tile. What a method is given is what the tile's own wires have brought: a rule that
 * needs more must add a message, and so pay for it.
 */
public interface SynapseBehaviour {
    /** A tile whose elements and weights stay as they are. */
    SynapseBehaviour PLAIN = new SynapseBehaviour() {};

    /**
     * Sets the tile's perturbation elements.
     *
     * @param activations the inputs kept from the baseline pass
     * @param deltas the DeltaVec received, one a column
     * @param scale the scale s received
     * @param elements what is modified
     */
    default void perturb(float[] activations, float[] deltas, float scale, PerturbationElements elements) {}

    /**
     * Turns the broadcast update word into weight changes.
     *
     * @param update the word c
     * @param activations the inputs kept from the baseline pass
     * @param deltas the DeltaVec received, one a column
     * @param scale the scale s received
     * @param change what is modified
     */
    default void onCostChange(float update, float[] activations, float[] deltas, float scale, WeightChange change) {}

    /**
     * Turns the error estimates of the tile's neurons into weight changes, at the moment of the broadcast.
     *
     * @param errors the estimates received, one a column
     * @param activations the inputs kept from the baseline pass
     * @param change what is modified
     */
    default void onErrorEstimate(float[] errors, float[] activations, WeightChange change) {}
}
