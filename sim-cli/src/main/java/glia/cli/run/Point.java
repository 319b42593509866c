package glia.cli.run;

import glia.core.archive.Archive;
import glia.learning.train.Evaluation;
import java.math.BigDecimal;
import java.util.List;

/**
 * A run at one of its evaluations.
 *
 * @param evaluation accuracy and cost on the test set
 * @param cycles cycles so far
 * @param picojoules energy so far
 * @param maximumCommits commits of the synapse most often written
 */
public record Point(Evaluation evaluation, long cycles, BigDecimal picojoules, long maximumCommits) {
    /** Saves all, or loads them. */
    static void state(Archive archive, List<Point> all) {
        int count = archive.at(all.size());
        for (int i = 0; i < count; i++) {
            if (archive.isLoading()) {
                all.add(new Point(new Evaluation(0, 0, 0), 0, BigDecimal.ZERO, 0).state(archive));
            } else {
                all.get(i).state(archive);
            }
        }
    }

    private Point state(Archive archive) {
        long samples = archive.at(evaluation.samples());
        double accuracy = archive.at(evaluation.accuracy());
        double cost = archive.at(evaluation.cost());
        long cyclesThen = archive.at(cycles);
        BigDecimal energy = new BigDecimal(archive.at(picojoules.toString()));
        return new Point(new Evaluation(samples, accuracy, cost), cyclesThen, energy, archive.at(maximumCommits));
    }
}
