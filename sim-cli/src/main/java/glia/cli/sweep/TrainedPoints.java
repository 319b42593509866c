package glia.cli.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.cli.run.Progress;
import glia.cli.run.RunFolder;
import glia.cli.run.Summary;
import glia.cli.run.TrainingSession;
import glia.cli.scenario.Scenario;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.Optional;

/** Trains a chip for each point, as {@code glia run} does, on one thread; the data are shared. */
public final class TrainedPoints implements PointRunner {
    private final Sweep sweep;
    private final Optional<Path> runs;
    private final SharedData data = new SharedData();

    /** Points of a sweep; their runs are kept in a folder if there is one. */
    public TrainedPoints(Sweep sweep, Optional<Path> runs) {
        this.sweep = sweep;
        this.runs = runs;
    }

    @Override
    public PointResult run(int point) {
        long start = System.nanoTime();
        TrainingSession session;
        try {
            session = session(point);
        } catch (InputException refused) {
            return PointResult.invalid(point, String.valueOf(refused.getMessage()));
        }
        if (runs.isEmpty()) {
            session.run(Progress.SILENT);
            return result(point, session, Summary.of(session, seconds(start)));
        }
        try (RunFolder files = RunFolder.prepare(runs.get().resolve(String.valueOf(point)))) {
            session.run(files);
            ObjectNode summary = Summary.of(session, seconds(start));
            files.write(session, summary);
            return result(point, session, summary);
        }
    }

    /** A session of a point, not yet run; complains if the scenario refuses the combination of values. */
    TrainingSession session(int point) {
        Scenario scenario = sweep.scenario(point);
        return new TrainingSession(scenario, Optional.empty(), data.of(scenario));
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static PointResult result(int point, TrainingSession session, ObjectNode summary) {
        return new PointResult(
                point,
                session.divergence().isPresent() ? PointResult.Status.DIVERGED : PointResult.Status.DONE,
                session.divergence().orElse(""),
                HeadlineFigures.of(session, summary));
    }
}
