package glia.cli.command;

import glia.cli.report.CompareFile;
import glia.cli.report.CompareScreen;
import glia.cli.run.Comparison;
import glia.cli.run.NewFile;
import glia.cli.run.RunOrder;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts finished runs beside each other: what each achieved, what it cost, and what is not the same in all. */
@Command(
        name = "compare",
        description = "Put finished runs beside each other: accuracy, time, energy, writes; what differs.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final int NARROWEST = 40;

    /** The names of orders, for the help text. */
    static final class OrderNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RunOrder.names().iterator();
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "RUN RUN...",
            hideParamSyntax = true,
            description = "The folders of two or more finished runs.")
    private List<Path> runs = new ArrayList<>();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            completionCandidates = OrderNames.class,
            description = "The best first, by final accuracy or by a figure to target: ${COMPLETION-CANDIDATES}."
                    + " Default: as given.")
    private Optional<String> sort = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the table to a file too, a line a run.")
    private Optional<Path> csv = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            defaultValue = "80",
            description = "Characters a line (default: ${DEFAULT-VALUE}); runs that do not fit follow below.")
    private int width;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (width < NARROWEST) {
            throw new InputException("--width: " + width + "; expected at least " + NARROWEST);
        }
        RunOrder order = sort.map(name -> RunOrder.named("--sort", name)).orElse(RunOrder.GIVEN);
        Optional<NewFile> file = csv.map(path -> new NewFile("--csv", path));
        Comparison comparison = Comparison.read(runs, order);
        String screen = CompareScreen.of(comparison, width);
        file.ifPresent(each -> each.write(CompareFile.of(comparison)));
        spec.commandLine().getOut().print(screen);
        spec.commandLine().getOut().flush();
        return Commands.DONE;
    }
}
