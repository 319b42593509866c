package glia.learning.data;

import glia.core.random.RandomStream;

/**
 * A data set small enough to follow by eye: four inputs, two classes. A sample is of class 1 iff its larger input of the first
 * pair stands on the same side as that of the second pair; no linear classifier can tell.
 */
public final class Patterns {
    /** The number of inputs. */
    public static final int INPUTS = 4;

    /** The number of classes. */
    public static final int CLASSES = 2;

    private static final float HIGH = 0.75f;
    private static final float SPREAD = 0.25f;

    private Patterns() {}

    /** Draws a training and a test set; a sample is a pure function of seed, set and index. */
    public static TrainAndTest generate(long seed, int trainSize, int testSize) {
        return new TrainAndTest(draw(RandomStream.of(seed, 1), trainSize), draw(RandomStream.of(seed, 2), testSize));
    }

    private static Dataset draw(RandomStream stream, int size) {
        float[][] inputs = new float[size][INPUTS];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            int left = (i >> 1) & 1;
            int right = (i & 1) ^ left;
            labels[i] = left == right ? 1 : 0;
            RandomStream noise = stream.sub(i);
            inputs[i][left] = HIGH + SPREAD * (float) noise.uniform(0);
            inputs[i][2 + right] = HIGH + SPREAD * (float) noise.uniform(1);
        }
        return new Dataset("patterns", inputs, labels, CLASSES);
    }
}
