package glia.learning.train;

/**
 * What a network makes of the test set.
 *
 * @param samples training samples so far
 * @param accuracy share of test samples whose largest output is that of their class, 0 to 1
 * @param cost mean cost
 */
public record Evaluation(long samples, double accuracy, double cost) {}
