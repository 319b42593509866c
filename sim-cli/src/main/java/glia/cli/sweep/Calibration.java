package glia.cli.sweep;

import glia.cli.run.Progress;
import glia.cli.run.TrainingSession;
import glia.core.config.InputException;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a sweep will take, from short runs of some of its points.
 *
 * @param secondsAPoint of one thread, the mean over those looked at; 0 if these cannot be run
 * @param sharedBytes of memory that the program and the data take
 * @param pointBytes of memory that the largest point looked at takes beside
 * @param keptBytes on disk that the run of this point takes where runs are kept
 */
public record Calibration(double secondsAPoint, long sharedBytes, long pointBytes, long keptBytes) {
    private static final int LOOKED_AT = 3;
    private static final long LONGEST_NANOS = 300_000_000;

    /** Seven matrices of 4 bytes, and the rest of a run's files. */
    private static final long KEPT_BYTES_A_SYNAPSE = 28;

    private static final long KEPT_BYTES = 20_000;

    /** Ends a run that has told enough. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** Looks at the first of some points, the last and one between; those that can be run. */
    public static Calibration of(TrainedPoints runner, int[] points) {
        double seconds = 0;
        int looked = 0;
        long shared = 0;
        long most = 0;
        long kept = 0;
        int count = Math.min(LOOKED_AT, points.length);
        for (int i = 0; i < count; i++) {
            int point = points[count == 1 ? 0 : (int) ((long) i * (points.length - 1) / (count - 1))];
            if (session(runner, point).map(Calibration::seconds).isPresent()) {
                long before = usedBytes();
                long start = System.nanoTime();
                TrainingSession session = runner.session(point);
                double building = (System.nanoTime() - start) / 1e9;
                seconds += building + seconds(session);
                looked++;
                shared = Math.max(shared, before);
                most = Math.max(most, usedBytes() - before);
                kept = Math.max(
                        kept,
                        KEPT_BYTES
                                + KEPT_BYTES_A_SYNAPSE * session.chip().shape().synapses());
            }
        }
        return new Calibration(seconds / Math.max(1, looked), shared, most, kept);
    }

    /** Complains if none of all points of a sweep can be run, some of them first: most likely data are missing. */
    public static void check(TrainedPoints runner, Sweep sweep, int[] points) {
        IntStream all = IntStream.concat(
                IntStream.of(points), IntStream.rangeClosed(1, sweep.points().count()));
        if (all.noneMatch(point -> session(runner, point).isPresent())) {
            throw new InputException("no point of the sweep can be run; point " + points[0] + ": "
                    + runner.run(points[0]).reason());
        }
    }

    private static Optional<TrainingSession> session(TrainedPoints runner, int point) {
        try {
            return Optional.of(runner.session(point));
        } catch (InputException refused) {
            return Optional.empty();
        }
    }

    /** How long a run will take, from its beginning. */
    private static double seconds(TrainingSession session) {
        long start = System.nanoTime();
        try {
            session.run(new Progress() {
                @Override
                public void onSamples(long samples) {
                    if (System.nanoTime() - start > LONGEST_NANOS) {
                        throw new Enough();
                    }
                }
            });
            return (System.nanoTime() - start) / 1e9;
        } catch (Enough enough) {
            double share = (double) session.chip().samples() / session.plan().samples();
            return (System.nanoTime() - start) / 1e9 / share;
        }
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
