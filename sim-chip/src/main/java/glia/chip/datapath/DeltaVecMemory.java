package glia.chip.datapath;

/** The memory of an astrocyte unit: one DeltaVec, a word a neuron, for each class; or the columns of a map of the same shape. */
public final class DeltaVecMemory {
    private final float[][] words;

    /** Makes a memory of classes x neurons words of value 0. */
    public DeltaVecMemory(int classes, int neurons) {
        words = new float[classes][neurons];
    }

    /** Number of classes. */
    public int classes() {
        return words.length;
    }

    /** Number of neurons. */
    public int neurons() {
        return words[0].length;
    }

    /** The word array of a class, which the caller may change. */
    public float[] row(int label) {
        return words[label];
    }
}
