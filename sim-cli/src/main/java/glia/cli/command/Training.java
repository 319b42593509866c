package glia.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import glia.chip.kernel.Kernels;
import glia.cli.endurance.WriteCounts;
import glia.cli.report.ProgressDisplay;
import glia.cli.report.RunScreen;
import glia.cli.run.Progress;
import glia.cli.run.TrainingSession;
import java.nio.file.Path;
import picocli.CommandLine;

/** What beginning a run and going on with one share. */
final class Training {
    private Training() {}

    /** Has the kernels compiled while data are read. */
    static void warmUp() {
        Thread thread = new Thread(Kernels::warmUp, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** Trains to the end, and shows how far it has come unless it is to be quiet. */
    static void train(TrainingSession session, Progress progress, boolean quiet) {
        if (quiet) {
            session.run(progress);
            return;
        }
        try (ProgressDisplay display = ProgressDisplay.of(session)) {
            session.run(progress.andThen(display));
        }
    }

    /** Shows what came out unless it is to be quiet. */
    static void show(TrainingSession session, JsonNode summary, Path folder, boolean quiet, CommandLine line) {
        if (!quiet) {
            WriteCounts counts = WriteCounts.of(session.chip());
            line.getOut().print(RunScreen.of(session, summary, shown(folder), counts));
            line.getOut().flush();
        }
    }

    /** A folder as seen from the present one. */
    static Path shown(Path folder) {
        Path present = Path.of("").toAbsolutePath();
        return folder.startsWith(present) ? present.relativize(folder) : folder;
    }

    /** Says why the training ended early, if it did; answers the exit code. */
    static int end(TrainingSession session, CommandLine line) {
        session.divergence().ifPresent(reason -> line.getErr().println("glia: " + reason));
        return session.divergence().isPresent() ? Commands.FAILED : Commands.DONE;
    }
}
