package glia.cli.command;

import glia.cli.report.SweepDisplay;
import glia.cli.report.SweepScreen;
import glia.cli.slurm.Program;
import glia.cli.slurm.SlurmRequest;
import glia.cli.sweep.Calibration;
import glia.cli.sweep.Share;
import glia.cli.sweep.SlurmSweep;
import glia.cli.sweep.Sweep;
import glia.cli.sweep.SweepFolder;
import glia.cli.sweep.SweepProgress;
import glia.cli.sweep.SweepRun;
import glia.cli.sweep.TrainedPoints;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs many points of a design space into one table. */
@Command(
        name = "sweep",
        description = "Run many points of a design space into one table; go on where a sweep was interrupted.",
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "SWEEP",
            description =
                    "A YAML file with a scenario, axes and constraints (README, Sweeps); or tiles, devices, rules, schedules,"
                            + " broadcast, which come with Glia.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the sweep: a new one, or that of the same sweep, which then goes on."
                    + " Default: sweeps/NAME-1 and so on.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Points run at once. Default: all processors.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--shard", paramLabel = "I/N", description = "Run the I-th of N shares only; no tables.")
    private Optional<String> shard = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = SlurmRequest.SYNTAX,
            description =
                    "Run as a job array of Slurm. Options: tasks=N (default 16), cpus=N a task (1), attempts=N (3),"
                            + " poll=SECONDS (5); partition, time, mem, account, qos, constraint as sbatch takes them.")
    private Optional<String> on = Optional.empty();

    @Option(names = "--keep", paramLabel = "runs", description = "Keep the folder of every point's run, in DIR/runs.")
    private Optional<String> keep = Optional.empty();

    @Option(names = "--quiet", description = "No calibration, no progress bar and no screen; only the files.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path sweepFile = file.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing required parameter: 'SWEEP'"));
        check();
        Share share = shard.map(text -> Share.of("--shard", text)).orElse(Share.WHOLE);
        Optional<SlurmRequest> request = on.map(text -> SlurmRequest.of("--on", text));
        Sweep sweep = Sweep.read(sweepFile);
        SweepFolder folder = out.map(path -> SweepFolder.at(path, sweep))
                .orElseGet(() -> SweepFolder.next(Path.of("sweeps"), sweep));
        try {
            if (request.isPresent()) {
                runElsewhere(folder, request.get());
            } else {
                runHere(folder, share);
            }
        } finally {
            folder.removeIfEmpty();
        }
        if (share.equals(Share.WHOLE)) {
            print(SweepScreen.end(SweepRun.collect(folder), Training.shown(folder.path())));
        }
        return Commands.DONE;
    }

    private void check() {
        threads.filter(count -> count < 1 || count > MOST_THREADS).ifPresent(count -> {
            throw new InputException("--threads: " + count + "; expected a whole number from 1 to " + MOST_THREADS);
        });
        keep.filter(what -> !what.equals("runs")).ifPresent(what -> {
            throw new InputException("--keep: " + what + "; expected runs");
        });
        if (on.isPresent() && shard.isPresent()) {
            throw new InputException("--shard: is for one share, --on has all of them run; expected one of the two");
        }
        if (on.isPresent() && threads.isPresent()) {
            throw new InputException("--threads: is for this machine; expected --on slurm,cpus=" + threads.get());
        }
    }

    private void runHere(SweepFolder folder, Share share) {
        TrainedPoints runner =
                new TrainedPoints(folder.sweep(), keep.isPresent() ? Optional.of(folder.runs()) : Optional.empty());
        int used = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        int[] missing = folder.missing(share);
        if (missing.length > 0) {
            Calibration.check(runner, folder.sweep(), missing);
        }
        try (SweepRun run = SweepRun.of(folder, share)) {
            int[] todo = run.todo();
            print(SweepScreen.head(folder.sweep(), share, todo.length));
            if (todo.length > 0 && !quiet) {
                Calibration each = Calibration.of(runner, todo);
                print(SweepScreen.estimate(each, todo.length, used, Training.shown(folder.path()), keep.isPresent()));
            }
            run(run, runner, used, share);
        }
    }

    private void run(SweepRun run, TrainedPoints runner, int used, Share share) {
        if (quiet) {
            run.run(runner, used, SweepProgress.SILENT);
            return;
        }
        try (SweepDisplay display = display(run.sweep(), share, run.finishedBefore())) {
            run.run(runner, used, display);
        }
    }

    private static SweepDisplay display(Sweep sweep, Share share, int before) {
        return SweepDisplay.of(sweep.name(), SweepScreen.countOf(sweep, share), before);
    }

    private void runElsewhere(SweepFolder folder, SlurmRequest request) {
        int[] todo = folder.missing(Share.WHOLE);
        print(SweepScreen.head(folder.sweep(), Share.WHOLE, todo.length));
        SlurmSweep sweep = new SlurmSweep(folder, request, Program.command(), keep.isPresent());
        if (quiet) {
            sweep.run(SweepProgress.SILENT);
            return;
        }
        int before = folder.sweep().points().count() - todo.length;
        try (SweepDisplay display = display(folder.sweep(), Share.WHOLE, before)) {
            sweep.run(display);
        }
    }

    @Command(
            name = "collect",
            description = "Write the tables of a sweep whose shares are all done; say what is missing if they are not.",
            mixinStandardHelpOptions = true)
    int collect(@Parameters(paramLabel = "DIR", description = "The folder of the sweep.") Path folder) {
        print(SweepScreen.end(SweepRun.collect(SweepFolder.begun(folder)), Training.shown(folder)));
        return Commands.DONE;
    }

    private void print(String text) {
        if (!quiet) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }
}
