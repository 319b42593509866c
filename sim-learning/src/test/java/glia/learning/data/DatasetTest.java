package glia.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DatasetTest {
    private final float[][] inputs = {{0, 1}, {2, 3}, {4, 5}};

    @Test
    void answersItsSamples() {
        Dataset data = new Dataset("toy", inputs, new int[] {1, 0, 1}, 2);
        assertEquals(3, data.size());
        assertEquals(2, data.inputSize());
        assertEquals(2, data.classes());
        assertEquals(0, data.label(1));
        assertArrayEquals(new int[] {0, 2}, data.indicesOf(1));
        assertSame(inputs[2], data.subset(new int[] {2, 0}).input(0));
        assertEquals(2, data.first(2).size());
    }

    @Test
    void doesNotFollowLaterChangesOfTheOuterArrays() {
        int[] labels = {1, 0, 1};
        Dataset data = new Dataset("toy", inputs, labels, 2);
        float[] first = inputs[0];
        inputs[0] = new float[7];
        labels[0] = 9;
        assertSame(first, data.input(0));
        assertEquals(1, data.label(0));
    }

    @Test
    void refusesWhatIsNoSet() {
        refused("toy has no sample; expected at least one", () -> new Dataset("toy", new float[0][], new int[0], 2));
        refused(
                "toy has 3 inputs but 2 labels; expected as many",
                () -> new Dataset("toy", inputs, new int[] {0, 1}, 2));
        refused("toy has 1 classes; expected at least 2", () -> new Dataset("toy", inputs, new int[3], 1));
        refused("toy: sample 2 has label 2; expected 0 to 1", () -> new Dataset("toy", inputs, new int[] {0, 1, 2}, 2));
        refused(
                "toy: sample 1 has 1 values; expected 2 as in sample 0",
                () -> new Dataset("toy", new float[][] {{1, 2}, {3}}, new int[2], 2));
        refused(
                "toy has empty inputs; expected at least one value",
                () -> new Dataset("toy", new float[1][0], new int[1], 2));
    }

    @Test
    void refusesMoreSamplesThanThereAre() {
        Dataset data = new Dataset("toy", inputs, new int[3], 2);
        refused("the first 4 samples of toy; expected 1 to 3", () -> data.first(4));
    }

    @Test
    void setsOfDifferentShapeAreNoPair() {
        Dataset narrow = new Dataset("toy", new float[1][1], new int[1], 2);
        Dataset wide = new Dataset("toy", inputs, new int[3], 2);
        refused(
                "test inputs of toy have 1 values; expected 2 as in the training set",
                () -> new TrainAndTest(wide, narrow));
        Dataset finer = new Dataset("toy", inputs, new int[3], 5);
        refused(
                "test set of toy has 5 classes; expected 2 as in the training set",
                () -> new TrainAndTest(wide, finer));
    }

    private static void refused(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
