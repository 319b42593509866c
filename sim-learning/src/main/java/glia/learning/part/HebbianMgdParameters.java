package glia.learning.part;

import glia.chip.datapath.Optimizer;

/**
 * The numbers of Hebbian MGD, the same for the rule on the chip and for its reference.
 *
 * @param source where the δ of each neuron come from
 * @param ternary whether activations and δ count by their signs only
 * @param activationThreshold what an activation must exceed to count; 0 counts all
 * @param deltaThreshold the share of the layer's largest |δ| that a δ must exceed to count; 0 counts all
 * @param probeStep the step h of finite-difference probes
 * @param epsilon factor ε of the perturbation
 * @param updatePeriod samples over which changes are integrated before they are committed
 * @param optimizer what is done with integrated changes
 */
public record HebbianMgdParameters(
        Source source,
        boolean ternary,
        float activationThreshold,
        float deltaThreshold,
        float probeStep,
        float epsilon,
        int updatePeriod,
        Optimizer optimizer) {
    /** Where the δ of each neuron come from. */
    public enum Source {
        /** Finite differences over the biases, for every sample. */
        FINITE_DIFFERENCE,
        /** Transposed reads, exact: a study, at the price of backpropagation. */
        BACKWARD
    }
}
