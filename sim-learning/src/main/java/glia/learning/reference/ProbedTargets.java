package glia.learning.reference;

/**
 * What one layer's astrocyte learns from one probed sample.
 *
 * @param label class of the sample
 * @param error the measured output error e, K values; none unless the recall is by error
 * @param targets t, one for each probed neuron of the layer
 */
record ProbedTargets(int label, float[] error, float[] targets) {}
