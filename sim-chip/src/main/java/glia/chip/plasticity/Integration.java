package glia.chip.plasticity;

import glia.chip.datapath.Optimizer;

/**
 * That changes are integrated in registers, one word a synapse and more for the optimizer's moments, and committed from there.
 *
 * @param optimizer what a commit makes of an integral
 * @param updatePeriod perturbed passes (or samples, without them) between two commits
 */
public record Integration(Optimizer optimizer, int updatePeriod) {}
