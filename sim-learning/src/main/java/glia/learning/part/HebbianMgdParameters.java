package glia.learning.part;

import glia.chip.datapath.Optimizer;
import java.util.Optional;

/**
 * The numbers of Hebbian MGD, the same for the rule on the chip and for its reference.
 *
 * @param deltaVecs where the bias gradients δ are recalled from; where there are none they come by transposed reads, exact
 * @param ternary whether activations and δ count by their signs only
 * @param activationThreshold what an activation must exceed to count; 0 counts all
 * @param deltaThreshold the share of the layer's largest |δ| that a δ must exceed to count; 0 counts all
 * @param epsilon factor ε of the perturbation
 * @param updatePeriod samples over which changes are integrated before they are committed
 * @param optimizer what is done with integrated changes
 */
public record HebbianMgdParameters(
        Optional<DeltaVecParameters> deltaVecs,
        boolean ternary,
        float activationThreshold,
        float deltaThreshold,
        float epsilon,
        int updatePeriod,
        Optimizer optimizer) {}
