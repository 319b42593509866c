package glia.chip.datapath;

import glia.core.archive.Archive;

/** The memory of an astrocyte unit: one DeltaVec, a word a neuron, for each class; or the columns of a map of the same shape. */
public final class DeltaVecMemory {
    private final float[][] words;
    private final FixedPoint width;

    /** Makes a memory of classes x neurons words of value 0. */
    public DeltaVecMemory(int classes, int neurons) {
        this(classes, neurons, FixedPoint.exact(1f));
    }

    /** Makes a memory of classes x neurons numbers of some kind, of value 0. */
    public DeltaVecMemory(int classes, int neurons, FixedPoint width) {
        words = new float[classes][neurons];
        this.width = width;
    }

    /** Number of classes. */
    public int classes() {
        return words.length;
    }

    /** Number of neurons. */
    public int neurons() {
        return words[0].length;
    }

    /** The word array of a class, which the caller may change, and then says so by {@link #store}. */
    public float[] row(int label) {
        return words[label];
    }

    /** Stores what the row of a class was changed to: the nearest values that the memory can hold. */
    public void store(int label) {
        width.round(words[label]);
    }

    /** Saves or loads all words. */
    public void state(Archive archive) {
        archive.at(words, neurons());
    }
}
