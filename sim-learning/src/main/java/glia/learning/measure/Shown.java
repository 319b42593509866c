package glia.learning.measure;

import glia.chip.plasticity.HostSamples;

/**
 * A training sample as a chip is shown it.
 *
 * @param number of the sample, from 0
 * @param input one value an input
 * @param label its class
 * @param rate the learning rate η of this sample
 * @param host what is probed at this sample, if DeltaVecs are refreshed
 */
public record Shown(long number, float[] input, int label, float rate, HostSamples host) {}
