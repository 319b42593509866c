package glia.chip.plasticity;

import glia.core.archive.Archive;

/** What the probes of a sample told a layer's astrocyte; its buffer of them. */
public final class ProbedSample {
    private final float[] targets;
    private final float[] error;
    private final int[] neurons;
    private int probed;
    private int label;

    /** Makes room for the probes of some neurons of a layer, all of them not yet probed. */
    public ProbedSample(int neurons, int probedNeurons, int classes) {
        targets = new float[neurons];
        error = new float[classes];
        this.neurons = new int[probedNeurons];
    }

    /** Forgets which neurons were probed. */
    public void start() {
        probed = 0;
    }

    /** Keeps the class of the sample, where it is told. */
    public void setLabel(int known) {
        label = known;
    }

    /** Keeps the target of a neuron that was probed. */
    public void add(int neuron, float target) {
        targets[neuron] = target;
        neurons[probed++] = neuron;
    }

    /** The neurons that were probed, in order. */
    public int[] neurons() {
        return neurons;
    }

    /** One a neuron, where it was probed: the measured bias gradient, divided by max(0.05, slope) where slopes are told. */
    public float[] targets() {
        return targets;
    }

    /** The output error as measured at the last layer, one a class; the caller may change it. */
    public float[] error() {
        return error;
    }

    /** The class of the sample. */
    public int label() {
        return label;
    }

    /** Saves or loads what was kept. */
    public void state(Archive archive) {
        archive.at(targets);
        archive.at(error);
        archive.at(neurons);
        probed = archive.at(probed);
        label = archive.at(label);
    }
}
