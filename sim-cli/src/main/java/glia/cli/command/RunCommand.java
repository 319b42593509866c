package glia.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.chip.build.TraceTap;
import glia.cli.run.CheckpointInterval;
import glia.cli.run.Checkpoints;
import glia.cli.run.RunFolder;
import glia.cli.run.Summary;
import glia.cli.run.Traces;
import glia.cli.run.TrainingSession;
import glia.cli.scenario.Scenario;
import glia.cli.trace.TraceRequest;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a chip and says what it achieved and what it cost. */
@Command(
        name = "run",
        description = "Train a chip; say what it achieved and what it cost.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the run's files; must be new. Default: runs/SCENARIO-1 and so on.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--trace",
            paramLabel = TraceRequest.SYNTAX,
            description =
                    "Trace some samples as perfetto, vcd, parquet or csv; may be given more than once. Options: samples=N,"
                            + " A..B or all (default 10), every=N, cycles=A..B, blocks=NAME+..., kinds=KIND+..., bin=CYCLES, synapses=N,"
                            + " limit=SIZE.")
    private List<String> traces = List.of();

    @Option(
            names = "--checkpoint",
            paramLabel = "EVERY",
            description =
                    "Save the run after so many samples (10000), epochs (0.5epoch) or so much time (10min); glia resume"
                            + " goes on with it after an interruption.")
    private Optional<String> checkpoint = Optional.empty();

    @Option(names = "--quiet", description = "No progress bar and no screen; only the files.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        Training.warmUp();
        List<TraceRequest> requests = traces.stream().map(TraceRequest::of).toList();
        Optional<CheckpointInterval> interval = checkpoint.map(CheckpointInterval::of);
        if (interval.isPresent() && !requests.isEmpty()) {
            throw new InputException("--checkpoint and --trace: a traced run cannot be saved; expected one of both");
        }
        Scenario scenario = options.scenario();
        Optional<TraceTap> tap = requests.isEmpty() ? Optional.empty() : Optional.of(new TraceTap());
        TrainingSession session = new TrainingSession(scenario, tap);
        CommandLine line = spec.commandLine();
        try (RunFolder files = folder(scenario, interval.isPresent())) {
            Traces.warnings(session, requests).forEach(warning -> line.getErr().println("glia: " + warning));
            Optional<Traces> tracing = tap.map(each -> Traces.start(session, each, requests, files));
            if (interval.isPresent()) {
                SavedTraining.train(Checkpoints.begin(session, files, interval.get()), session, files, quiet, line);
            } else {
                Training.train(session, files, quiet);
            }
            tracing.ifPresent(Traces::finish);
            ObjectNode summary = Summary.of(session, (System.nanoTime() - start) / 1e9);
            Training.show(session, summary, files.write(session, summary), quiet, line);
            tracing.ifPresent(
                    each -> each.remarks().forEach(remark -> line.getErr().println("glia: " + remark)));
            return Training.end(session, line);
        }
    }

    private RunFolder folder(Scenario scenario, boolean isSaved) {
        Path parent = Path.of("runs");
        if (isSaved) {
            return RunFolder.saved(out, parent, scenario.name());
        }
        return out.map(RunFolder::prepare).orElseGet(() -> RunFolder.next(parent, scenario.name()));
    }
}
