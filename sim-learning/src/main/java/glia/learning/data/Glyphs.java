package glia.learning.data;

import glia.core.random.RandomStream;

/**
 * The embedded data: pictures of ten hand-designed symbols, each written a little differently. A picture is a pure
 * function of seed, set and index, so the first samples are the same however many are asked for.
 */
public final class Glyphs {
    /** The width and height of a picture in pixels. */
    public static final int SIDE = 28;

    /** The number of symbols. */
    public static final int CLASSES = 10;

    private static final int TRAIN = 1;
    private static final int TEST = 2;

    private Glyphs() {}

    /** Draws a training and a test set. */
    public static TrainAndTest generate(long seed, int trainSize, int testSize) {
        return new TrainAndTest(
                draw(RandomStream.of(seed, TRAIN), trainSize), draw(RandomStream.of(seed, TEST), testSize));
    }

    private static Dataset draw(RandomStream set, int size) {
        float[][] inputs = new float[size][];
        int[] labels = new int[size];
        RandomStream order = set.sub(0);
        RandomStream pictures = set.sub(1);
        for (int i = 0; i < size; i++) {
            labels[i] = order.sub(i / CLASSES).permutation(CLASSES)[i % CLASSES];
            inputs[i] = new GlyphHand(pictures.sub(i)).write(GlyphShape.of(labels[i]));
        }
        return new Dataset("glyphs", inputs, labels, CLASSES);
    }
}
