package glia.learning.part;

import glia.chip.datapath.Optimizer;

/**
 * The numbers of node perturbation, the same for the rule on the chip and for its reference.
 *
 * @param epsilon size ε of the perturbation of one neuron's input
 * @param periods the time constants
 * @param optimizer what is done with integrated changes
 * @param seed of the draws
 */
public record NodePerturbationParameters(float epsilon, Periods periods, Optimizer optimizer, long seed) {}
