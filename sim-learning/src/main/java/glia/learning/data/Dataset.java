package glia.learning.data;

import glia.core.trace.Fingerprint;
import java.util.stream.IntStream;

/** Labelled samples to learn from or to test on; never changed once made. */
public final class Dataset {
    private final String name;
    private final float[][] inputs;
    private final int[] labels;
    private final int classes;

    /** Takes over the samples: the caller must not write to an input any more. */
    public Dataset(String name, float[][] inputs, int[] labels, int classes) {
        this.name = name;
        this.inputs = inputs.clone();
        this.labels = labels.clone();
        this.classes = classes;
        checkSizes();
        checkSamples();
    }

    private void checkSizes() {
        if (inputs.length == 0) {
            throw new IllegalArgumentException(name + " has no sample; expected at least one");
        }
        if (inputs.length != labels.length) {
            throw new IllegalArgumentException(
                    name + " has " + inputs.length + " inputs but " + labels.length + " labels; expected as many");
        }
        if (classes < 2) {
            throw new IllegalArgumentException(name + " has " + classes + " classes; expected at least 2");
        }
        if (inputSize() == 0) {
            throw new IllegalArgumentException(name + " has empty inputs; expected at least one value");
        }
    }

    private void checkSamples() {
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i].length != inputSize()) {
                throw new IllegalArgumentException(name + ": sample " + i + " has " + inputs[i].length
                        + " values; expected " + inputSize() + " as in sample 0");
            }
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        name + ": sample " + i + " has label " + labels[i] + "; expected 0 to " + (classes - 1));
            }
        }
    }

    /** What to call it in reports. */
    public String name() {
        return name;
    }

    /** The number of samples. */
    public int size() {
        return inputs.length;
    }

    /** The number of values in each input. */
    public int inputSize() {
        return inputs[0].length;
    }

    /** The number of classes; labels run from 0 to one below. */
    public int classes() {
        return classes;
    }

    /** The values of a sample: the set's own array, to be read only. */
    public float[] input(int sample) {
        return inputs[sample];
    }

    /** The class of a sample. */
    public int label(int sample) {
        return labels[sample];
    }

    /** The samples of one class, in order. */
    public int[] indicesOf(int label) {
        return IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
    }

    /** The first samples. */
    public Dataset first(int count) {
        if (count < 1 || count > size()) {
            throw new IllegalArgumentException(
                    "the first " + count + " samples of " + name + "; expected 1 to " + size());
        }
        return subset(IntStream.range(0, count).toArray());
    }

    /** The samples with the given indices, in that order; the values are shared, not copied. */
    public Dataset subset(int[] indices) {
        float[][] chosen = new float[indices.length][];
        int[] chosenLabels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            chosen[i] = inputs[indices[i]];
            chosenLabels[i] = labels[indices[i]];
        }
        return new Dataset(name, chosen, chosenLabels, classes);
    }

    /** Takes all samples into a fingerprint. */
    public void addTo(Fingerprint fingerprint) {
        for (float[] input : inputs) {
            fingerprint.add(input);
        }
        fingerprint.add(labels);
    }
}
