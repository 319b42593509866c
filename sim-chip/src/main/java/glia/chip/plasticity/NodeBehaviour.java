package glia.chip.plasticity;

import glia.core.archive.Archive;

/** The part of a learning rule that sits in a neuron unit and perturbs neurons instead of synapses. */
public interface NodeBehaviour {
    /**
     * Draws the signs of the layer's perturbation, which become its deltas and are told to its tiles, one bit a neuron.
     *
     * @param pass the perturbed pass that follows, from 0
     * @param signs modified, +1 or -1 a neuron
     */
    void draw(long pass, float[] signs);

    /** Saves or loads what the part keeps from one sample to the next; nothing, unless it says so. */
    default void state(Archive archive) {}
}
