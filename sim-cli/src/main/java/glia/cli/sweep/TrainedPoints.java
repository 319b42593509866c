package glia.cli.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.cli.endurance.WriteCounts;
import glia.cli.retime.KeptWrites;
import glia.cli.retime.Retiming;
import glia.cli.run.Progress;
import glia.cli.run.RunFigures;
import glia.cli.run.RunFolder;
import glia.cli.run.Summary;
import glia.cli.run.TrainingSession;
import glia.cli.scenario.Scenario;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Trains a chip for each point, as {@code glia run} does, on one thread; the data are shared. A point whose chip learns the same as one
 * that was trained is retimed: its figures are those of a training of its own.
 */
public final class TrainedPoints implements PointRunner {
    private final Sweep sweep;
    private final Optional<Path> runs;
    private final SharedData data = new SharedData();
    private final SharedTrainings trainings;

    /** Points of a sweep; their runs are kept in a folder if there is one. */
    public TrainedPoints(Sweep sweep, Optional<Path> runs) {
        this.sweep = sweep;
        this.runs = runs;
        trainings = new SharedTrainings(sweep);
    }

    @Override
    public PointResult run(int point) {
        long start = System.nanoTime();
        Supplier<PointResult> work;
        try {
            work = prepare(point, start);
        } catch (InputException refused) {
            return PointResult.invalid(point, String.valueOf(refused.getMessage()));
        }
        return work.get();
    }

    private Supplier<PointResult> prepare(int point, long start) {
        Scenario scenario = sweep.scenario(point);
        Optional<SharedTraining> known = trainings.of(scenario);
        if (known.isEmpty()) {
            TrainingSession session = session(scenario);
            return () -> trained(point, session, start);
        }
        SharedTraining training = known.get();
        Retiming retiming = Retiming.prepared(
                training.session(), training.writes().writes(), scenario, "point " + training.point());
        return () -> retimed(point, retiming, training, start);
    }

    private PointResult trained(int point, TrainingSession session, long start) {
        KeptWrites writes = new KeptWrites();
        PointResult result =
                finished(point, session, session, progress -> session.run(progress.andThen(writes)), start);
        trainings.keep(new SharedTraining(point, session, writes));
        return result;
    }

    private PointResult retimed(int point, Retiming retiming, SharedTraining training, long start) {
        synchronized (training) {
            return finished(point, retiming, training.session(), retiming::run, start);
        }
    }

    /** Runs a point and writes its folder if it is to be kept; the writes are those of a training. */
    private PointResult finished(
            int point, RunFigures figures, TrainingSession training, Consumer<Progress> work, long start) {
        ObjectNode summary;
        if (runs.isEmpty()) {
            work.accept(Progress.SILENT);
            summary = Summary.of(figures, seconds(start));
        } else {
            try (RunFolder files = RunFolder.prepare(runs.get().resolve(String.valueOf(point)))) {
                work.accept(files);
                summary = Summary.of(figures, seconds(start));
                files.write(figures, summary);
            }
        }
        return new PointResult(
                point,
                figures.divergence().isPresent() ? PointResult.Status.DIVERGED : PointResult.Status.DONE,
                figures.divergence().orElse(""),
                HeadlineFigures.of(figures, WriteCounts.of(training.chip()), summary));
    }

    /** A session of a point, not yet run; complains if the scenario refuses the combination of values. */
    TrainingSession session(int point) {
        return session(sweep.scenario(point));
    }

    private TrainingSession session(Scenario scenario) {
        return new TrainingSession(scenario, Optional.empty(), data.of(scenario));
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
