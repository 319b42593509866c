package glia.learning.data;

/**
 * A set to learn from and a set to be examined on.
 *
 * @param train what is learned
 * @param test what is asked
 */
public record TrainAndTest(Dataset train, Dataset test) {
    /** Refuses two sets of different shape. */
    public TrainAndTest {
        if (train.inputSize() != test.inputSize()) {
            throw new IllegalArgumentException("test inputs of " + test.name() + " have " + test.inputSize()
                    + " values; expected " + train.inputSize() + " as in the training set");
        }
        if (train.classes() != test.classes()) {
            throw new IllegalArgumentException("test set of " + test.name() + " has " + test.classes()
                    + " classes; expected " + train.classes() + " as in the training set");
        }
    }
}
