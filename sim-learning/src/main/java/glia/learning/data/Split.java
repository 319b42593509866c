package glia.learning.data;

import glia.core.random.RandomStream;
import java.util.Arrays;

/** Divides a set that comes in one piece into a training and a test set, by a fixed shuffle of a seed. */
public final class Split {
    private static final int SHUFFLE = 3;

    private Split() {}

    /** As many test samples as asked for; the others are for training. */
    public static TrainAndTest byCount(Dataset data, int testCount, long seed) {
        if (testCount < 1 || testCount >= data.size()) {
            throw new IllegalArgumentException(testCount + " test samples of " + data.name() + "; expected 1 to "
                    + (data.size() - 1) + " of its " + data.size());
        }
        int[] order = RandomStream.of(seed, SHUFFLE).permutation(data.size());
        int trainCount = data.size() - testCount;
        return new TrainAndTest(
                data.subset(Arrays.copyOf(order, trainCount)),
                data.subset(Arrays.copyOfRange(order, trainCount, order.length)));
    }

    /** A share of the samples for the test, rounded to the nearest number, at least one on either side. */
    public static TrainAndTest byFraction(Dataset data, double testFraction, long seed) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException(
                    "a test share of " + testFraction + "; expected a number between 0 and 1");
        }
        int count = (int) Math.round(testFraction * data.size());
        return byCount(data, Math.max(1, Math.min(data.size() - 1, count)), seed);
    }
}
