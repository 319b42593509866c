package glia.learning.part;

import glia.chip.datapath.Optimizer;

/**
 * The numbers of undirected MGD, the same for the rule on the chip and for its reference.
 *
 * @param pattern how perturbations are drawn
 * @param layerByLayer whether perturbation step p perturbs layer p mod L only; else all layers at once
 * @param epsilon size ε of the perturbation of one parameter
 * @param gammaNormalization whether update words are multiplied by Γ = 1 / √(1 + (K - 1) / updatePeriod) for K parameters
 * @param periods the time constants
 * @param optimizer what is done with integrated changes
 * @param seed of the draws
 */
public record UndirectedMgdParameters(
        PerturbationPattern pattern,
        boolean layerByLayer,
        float epsilon,
        boolean gammaNormalization,
        Periods periods,
        Optimizer optimizer,
        long seed) {}
