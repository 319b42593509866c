package glia.cli.reproduce;

import glia.chip.block.DivergenceException;
import glia.chip.build.Chip;
import glia.cli.run.TrainingSession;
import glia.cli.scenario.Scenario;
import glia.learning.data.TrainAndTest;
import glia.learning.train.Evaluation;
import glia.learning.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A training run on the chip. It is evaluated by one thread, since runs go side by side. */
final class ChipRun {
    private final Scenario scenario;
    private final Trainer trainer;
    private final TrainAndTest data;

    ChipRun(Scenario scenario, TrainAndTest data) {
        this.scenario = scenario;
        this.data = data;
        Chip chip = scenario.chip();
        TrainingSession.initialise(chip, scenario);
        trainer = new Trainer(chip, TrainingSession.plan(scenario, data), data.test(), 1);
    }

    Scenario scenario() {
        return scenario;
    }

    Chip chip() {
        return trainer.chip();
    }

    Trainer trainer() {
        return trainer;
    }

    TrainAndTest data() {
        return data;
    }

    /** Trains to the end; answers the final accuracy in percent, no number if the training diverged. */
    double accuracy() {
        try {
            trainer.trainUntil(trainer.plan().samples());
            return trainer.evaluate().accuracy() * 100;
        } catch (DivergenceException diverged) {
            return Double.NaN;
        }
    }

    /** Trains to the end, to a divergence, or until an evaluation is enough; answers all evaluations. */
    List<Evaluation> evaluations(long every, Predicate<Evaluation> enough) {
        List<Evaluation> evaluations = new ArrayList<>();
        try {
            while (!trainer.done()) {
                trainer.trainUntil(chip().samples() + every);
                Evaluation evaluation = trainer.evaluate();
                evaluations.add(evaluation);
                if (enough.test(evaluation)) {
                    break;
                }
            }
        } catch (DivergenceException diverged) {
            return evaluations;
        }
        return evaluations;
    }

    /** After how many samples an accuracy in percent was first found; nothing, if it never was. */
    OptionalLong samplesTo(double percent, long every) {
        List<Evaluation> evaluations = evaluations(every, each -> each.accuracy() * 100 >= percent);
        return evaluations.stream()
                .filter(each -> each.accuracy() * 100 >= percent)
                .mapToLong(Evaluation::samples)
                .findFirst();
    }
}
