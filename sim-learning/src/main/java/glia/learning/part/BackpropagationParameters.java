package glia.learning.part;

import glia.chip.datapath.Optimizer;

/**
 * The numbers of backpropagation and of sign descent, the same for the rules on the chip and for their reference.
 *
 * @param signsOnly whether only the sign of each gradient component counts
 * @param updatePeriod samples over which changes are integrated before they are committed
 * @param optimizer what is done with integrated changes
 */
public record BackpropagationParameters(boolean signsOnly, int updatePeriod, Optimizer optimizer) {}
