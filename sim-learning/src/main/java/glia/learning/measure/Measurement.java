package glia.learning.measure;

/**
 * One figure at one sample. NaN where it is not defined; infinite where a number of passes was not reached.
 *
 * @param sample number of the training sample, from 0
 * @param name what was measured
 * @param all over all layers
 * @param layers by layer
 */
public record Measurement(long sample, String name, double all, double[] layers) {}
