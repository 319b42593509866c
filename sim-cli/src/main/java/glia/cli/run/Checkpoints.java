package glia.cli.run;

import java.nio.file.Path;

/** Saves a run now and then while it goes on. */
public final class Checkpoints implements Progress {
    private final TrainingSession session;
    private final RunFolder files;
    private final Path file;
    private final CheckpointInterval interval;
    private final double secondsBefore;
    private final long startNanos = System.nanoTime();
    private long savedNanos = startNanos;
    private long nextSample;

    private Checkpoints(
            TrainingSession session, RunFolder files, Path file, CheckpointInterval interval, double secondsBefore) {
        this.session = session;
        this.files = files;
        this.file = file;
        this.interval = interval;
        this.secondsBefore = secondsBefore;
        setNext();
    }

    /** Keeps the scenario and saves a run that begins, so that it can be resumed from now on. */
    public static Checkpoints begin(TrainingSession session, RunFolder files, CheckpointInterval interval) {
        files.begin(session);
        Checkpoints begun = new Checkpoints(session, files, files.checkpoint(), interval, 0);
        begun.save();
        return begun;
    }

    /** Goes on saving a run that was resumed after so many seconds. */
    public static Checkpoints resume(
            TrainingSession session, RunFolder files, CheckpointInterval interval, double secondsBefore) {
        return new Checkpoints(session, files, files.checkpoint(), interval, secondsBefore);
    }

    private void setNext() {
        nextSample = interval.nextSample(session.chip().samples(), session.epochSamples());
    }

    @Override
    public long nextStop(long samples) {
        return nextSample;
    }

    @Override
    public void onSamples(long samples) {
        if (samples >= nextSample || interval.isOver((System.nanoTime() - savedNanos) / 1e9)) {
            save();
        }
    }

    /** Saves the run as it is. */
    public void save() {
        double seconds = secondsBefore + (System.nanoTime() - startNanos) / 1e9;
        Checkpoint.save(
                session,
                file,
                new Checkpoint.Host(
                        session.scenario().name(),
                        session.scenario().toYaml(),
                        interval.text(),
                        files.growing().stream().map(GrowingFile::keep).toList(),
                        seconds));
        savedNanos = System.nanoTime();
        setNext();
    }
}
