package glia.cli.run;

import glia.learning.train.Evaluation;
import java.math.BigDecimal;

/**
 * A run at one of its evaluations.
 *
 * @param evaluation accuracy and cost on the test set
 * @param cycles cycles so far
 * @param picojoules energy so far
 * @param maximumCommits commits of the synapse most often written
 */
public record Point(Evaluation evaluation, long cycles, BigDecimal picojoules, long maximumCommits) {}
