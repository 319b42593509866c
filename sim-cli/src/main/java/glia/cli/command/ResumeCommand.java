package glia.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.cli.run.Checkpoint;
import glia.cli.run.CheckpointInterval;
import glia.cli.run.Checkpoints;
import glia.cli.run.RunFolder;
import glia.cli.run.Summary;
import glia.cli.run.TrainingSession;
import glia.cli.run.UnfinishedRun;
import glia.cli.scenario.Scenario;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a run that was broken off. */
@Command(
        name = "resume",
        description =
                "Go on with a run that was begun with --checkpoint and broken off, to the same bits as if it had not been.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder that the run is to have.")
    private Path run;

    @Option(
            names = "--checkpoint",
            paramLabel = "EVERY",
            description = "Save the run so often from now on; default: as before.")
    private Optional<String> checkpoint = Optional.empty();

    @Option(names = "--quiet", description = "No progress bar and no screen; only the files.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        Training.warmUp();
        Optional<CheckpointInterval> asked = checkpoint.map(CheckpointInterval::of);
        CommandLine line = spec.commandLine();
        try (RunFolder files = RunFolder.resumed(UnfinishedRun.of(run))) {
            Checkpoint.Host host = Checkpoint.host(files.checkpoint());
            CheckpointInterval interval = asked.orElseGet(() -> CheckpointInterval.of(host.every()));
            Scenario scenario = Scenario.kept(files.temporary(), host.scenario(), host.text());
            TrainingSession session = TrainingSession.resumed(scenario, files.checkpoint());
            files.cut(host.grown());
            Checkpoints checkpoints = Checkpoints.resume(session, files, interval, host.seconds());
            SavedTraining.train(checkpoints, session, files, quiet, line);
            ObjectNode summary = Summary.of(session, host.seconds() + (System.nanoTime() - start) / 1e9);
            Training.show(session, summary, files.write(session, summary), quiet, line);
            return Training.end(session, line);
        }
    }
}
