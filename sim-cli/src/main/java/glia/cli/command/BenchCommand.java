package glia.cli.command;

import glia.cli.bench.Baseline;
import glia.cli.bench.BenchPart;
import glia.cli.bench.BenchPlan;
import glia.cli.bench.Benchmarks;
import glia.cli.bench.Verdict;
import glia.cli.run.NewFile;
import glia.core.config.InputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures speed and compares its ratios with stored ones. */
@Command(
        name = "bench",
        description = "Measure the speed of Glia on this machine; compare its ratios with a baseline.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    /** Of a ratio that lost, how often it is measured again before that is said. */
    private static final int REPEATS = 2;

    /** The names of parts, for the help text. */
    static final class PartNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return BenchPart.names().iterator();
        }
    }

    @Option(
            names = "--parts",
            paramLabel = "PART",
            split = ",",
            completionCandidates = PartNames.class,
            description = "What to measure, with commas: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<String> parts = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Measure runs on mnist and cifar-10 too, from the folders of these names in this one.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--long", description = "Take minutes: more rounds, processes started anew, larger chips.")
    private boolean slowly;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Ratios to compare with. Default: those that come with Glia.")
    private Optional<Path> baseline = Optional.empty();

    @Option(names = "--save", paramLabel = "FILE", description = "Write the ratios to a file, as a baseline.")
    private Optional<Path> save = Optional.empty();

    @Option(
            names = "--tolerance",
            paramLabel = "PERCENT",
            defaultValue = "5",
            description = "What a ratio may lose (default: ${DEFAULT-VALUE}).")
    private double tolerance;

    @Option(names = "--strict", description = "Exit with 1 if a ratio lost more.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    private final Optional<Benchmarks> benchmarks;

    BenchCommand(Optional<Benchmarks> benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public Integer call() {
        if (!(tolerance > 0 && tolerance < 100)) {
            throw new InputException("--tolerance: " + tolerance + "; expected a number between 0 and 100");
        }
        BenchPlan plan = new BenchPlan(BenchPart.named(parts), data, slowly);
        Baseline stored = baseline.map(Baseline::read).orElseGet(Baseline::shipped);
        Optional<NewFile> saved = save.map(file -> new NewFile("--save", file));
        Benchmarks given = benchmarks.orElseThrow(() -> new InputException(
                "the benchmarks are built and started by the launcher, ./glia bench; this jar does not hold them"));
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Double> ratios = given.measure(plan, out);
        saved.ifPresent(file -> file.write(new Baseline(ratios).text()));
        Verdict verdict = judge(given, ratios, stored);
        out.println(verdict);
        out.flush();
        return strict && !verdict.losses().isEmpty() ? Commands.FAILED : Commands.DONE;
    }

    /** What lost may have been disturbed: it is measured again, and its best ratio counts. */
    private Verdict judge(Benchmarks given, Map<String, Double> measured, Baseline stored) {
        Map<String, Double> best = new LinkedHashMap<>(measured);
        Verdict verdict = Verdict.of(best, stored, tolerance);
        for (int repeat = 0; repeat < REPEATS && !verdict.losses().isEmpty(); repeat++) {
            given.measureAgain(verdict.lost()).forEach((name, ratio) -> best.merge(name, ratio, Math::max));
            verdict = Verdict.of(best, stored, tolerance);
        }
        return verdict;
    }
}
