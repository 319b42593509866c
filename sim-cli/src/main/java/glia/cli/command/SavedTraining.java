package glia.cli.command;

import glia.cli.run.Checkpoints;
import glia.cli.run.Progress;
import glia.cli.run.RunFolder;
import glia.cli.run.TrainingSession;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** A training that is saved now and then, and once more when the program is interrupted. */
final class SavedTraining implements Progress, AutoCloseable {
    /** An evaluation may be going on, before which nothing is saved. */
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final Checkpoints checkpoints;
    private final Path run;
    private final PrintWriter err;
    private final Thread hook = new Thread(this::onInterruption, "interruption");
    private final CountDownLatch saved = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean interrupted;

    private SavedTraining(Checkpoints checkpoints, Path run, PrintWriter err) {
        this.checkpoints = checkpoints;
        this.run = run;
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Trains to the end. */
    static void train(
            Checkpoints checkpoints, TrainingSession session, RunFolder files, boolean quiet, CommandLine line) {
        try (SavedTraining training = new SavedTraining(checkpoints, files.folder(), line.getErr())) {
            Training.train(session, files.andThen(checkpoints).andThen(training), quiet);
        }
    }

    @Override
    public void onSamples(long samples) {
        if (interrupted) {
            checkpoints.save();
            saved.countDown();
            awaitEnd();
        }
    }

    /** The program ends when this thread waits. */
    private void awaitEnd() {
        try {
            never.await();
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        }
    }

    private void onInterruption() {
        interrupted = true;
        try {
            boolean now = saved.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            err.println("glia: interrupted" + (now ? "" : "; saved before") + "; glia resume " + Training.shown(run)
                    + " goes on with the run");
            err.flush();
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
