package glia.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.chip.build.TraceTap;
import glia.chip.kernel.Kernels;
import glia.cli.endurance.WriteCounts;
import glia.cli.report.ProgressDisplay;
import glia.cli.report.RunScreen;
import glia.cli.run.RunFolder;
import glia.cli.run.Summary;
import glia.cli.run.Traces;
import glia.cli.run.TrainingSession;
import glia.cli.scenario.Scenario;
import glia.cli.trace.TraceRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Option(names = "--quiet", description = "No progress bar and no screen; only the files.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        warmUp();
        List<TraceRequest> requests = traces.stream().map(TraceRequest::of).toList();
        Scenario scenario = options.scenario();
        Optional<TraceTap> tap = requests.isEmpty() ? Optional.empty() : Optional.of(new TraceTap());
        TrainingSession session = new TrainingSession(scenario, tap);
        try (RunFolder files =
                out.map(RunFolder::prepare).orElseGet(() -> RunFolder.next(Path.of("runs"), scenario.name()))) {
            Traces.warnings(session, requests)
                    .forEach(warning -> spec.commandLine().getErr().println("glia: " + warning));
            Optional<Traces> tracing = tap.map(each -> Traces.start(session, each, requests, files));
            train(session, files);
            tracing.ifPresent(Traces::finish);
            ObjectNode summary = Summary.of(session, (System.nanoTime() - start) / 1e9);
            Path folder = files.write(session, summary);
            if (!quiet) {
                WriteCounts counts = WriteCounts.of(session.chip());
                spec.commandLine().getOut().print(RunScreen.of(session, summary, shown(folder), counts));
                spec.commandLine().getOut().flush();
            }
            tracing.ifPresent(each ->
                    each.remarks().forEach(remark -> spec.commandLine().getErr().println("glia: " + remark)));
            session.divergence().ifPresent(reason -> spec.commandLine().getErr().println("glia: " + reason));
            return session.divergence().isPresent() ? Commands.FAILED : Commands.DONE;
        }
    }

    /** While data are read. */
    private static void warmUp() {
        Thread thread = new Thread(Kernels::warmUp, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    static Path shown(Path folder) {
        Path present = Path.of("").toAbsolutePath();
        return folder.startsWith(present) ? present.relativize(folder) : folder;
    }

    private void train(TrainingSession session, RunFolder files) {
        if (quiet) {
            session.run(files);
            return;
        }
        try (ProgressDisplay display = ProgressDisplay.of(session)) {
            session.run(files.andThen(display));
        }
    }
}
