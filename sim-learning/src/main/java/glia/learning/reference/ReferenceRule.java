package glia.learning.reference;

import glia.chip.plasticity.HostSamples;

/** A learning rule as its paper writes it: whole matrices, no blocks, no messages, no time. */
public interface ReferenceRule {
    /**
     * Learns from one sample.
     *
     * @param sample number t of the sample, from 0
     * @param input the input x, n_0 values; not modified
     * @param label the class of the input, 0 .. K - 1
     * @param rate the learning rate η(t)
     * @param hostSamples the samples to show in a refresh at this sample, n_0 values each; 0 ahead is this one
     * @throws IllegalStateException if the cost is no longer finite; the message names the sample
     */
    void step(long sample, float[] input, int label, float rate, HostSamples hostSamples);

    /** The network that learns; the same object after every step. */
    ReferenceNetwork network();

    /** Forward passes so far. */
    long forwardPasses();

    /** Gradient components formed explicitly so far (N∇ of the δ-MGD paper). */
    long gradientComponents();

    /** Gradient components so far, counting also those of the output error e where the rule needs e besides others. */
    long gradientComponentsStrict();
}
