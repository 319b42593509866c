package glia.learning.part;

import glia.chip.datapath.Optimizer;

/**
 * The numbers of aligned MGD, the same for the rule on the chip and for its reference.
 *
 * @param agreement the mean Λ of the products of the signs of perturbation and gradient: 1 all agree, 0 as drawn
 * @param epsilon size ε of the perturbation of one parameter
 * @param periods the time constants; perturbation is 1
 * @param optimizer what is done with integrated changes
 * @param seed of the draws
 */
public record AlignedMgdParameters(float agreement, float epsilon, Periods periods, Optimizer optimizer, long seed) {}
