package glia.cli.command;

import glia.cli.data.DataFolders;
import glia.cli.report.ReproductionDisplay;
import glia.cli.report.ReproductionScreen;
import glia.cli.reproduce.Outcome;
import glia.cli.reproduce.Page;
import glia.cli.reproduce.Reproduction;
import glia.cli.reproduce.Reproductions;
import glia.cli.reproduce.SeedRange;
import glia.cli.reproduce.Steps;
import glia.cli.reproduce.Subject;
import glia.cli.reproduce.Workbench;
import glia.cli.run.NewFolder;
import glia.core.config.InputException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does published results again and shows them beside what was published. */
@Command(
        name = "reproduce",
        description = "Do a published result again; show ours beside it, with a picture.",
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    private static final Path HOME = Path.of("reproductions");

    /** The names of reproductions, for the help text. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Reproductions.all().stream()
                    .map(each -> each.subject().name())
                    .iterator();
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}, or all; a list of them, if not given.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--full", description = "The real thing, not the quick form.")
    private boolean full;

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            defaultValue = "1-3",
            description = "Such as 1-3 or 1,5 (default: ${DEFAULT-VALUE}).")
    private String seeds = "1-3";

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder for the page; must be new. Of all: a folder in it each. Default: reproductions/NAME.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the folders mnist, fashion-mnist and cifar-10 are. Default: the cache.")
    private Optional<Path> data = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (name.isEmpty()) {
            if (full || out.isPresent() || data.isPresent()) {
                throw new InputException("reproduce: no NAME; expected one of the list (glia reproduce), or all");
            }
            print(ReproductionScreen.list(Reproductions.all()));
            return Commands.DONE;
        }
        List<Reproduction> wanted = Reproductions.named(name.get());
        List<Long> numbers = SeedRange.parse(seeds);
        Workbench silent = workbench(numbers, Steps.SILENT);
        if (wanted.size() == 1) {
            silent.check(wanted.get(0).subject());
            reproduce(wanted.get(0), numbers, out.orElseGet(() -> free(wanted.get(0))));
            return Commands.DONE;
        }
        return all(wanted, numbers, silent);
    }

    /** Does what can be done; answers that of bad input if data were missing for some. */
    private int all(List<Reproduction> wanted, List<Long> numbers, Workbench silent) {
        int code = Commands.DONE;
        for (Reproduction each : wanted) {
            try {
                silent.check(each.subject());
                Path folder =
                        out.map(parent -> parent.resolve(each.subject().name())).orElseGet(() -> free(each));
                reproduce(each, numbers, folder);
            } catch (InputException missing) {
                spec.commandLine().getErr().println("glia: " + missing.getMessage());
                code = Commands.BAD_INPUT;
            }
        }
        return code;
    }

    private Workbench workbench(List<Long> numbers, Steps steps) {
        return new Workbench(full, numbers, data, DataFolders.ofThisUser(), steps);
    }

    /** The folder of a name, or of the name and a number if that is there. */
    private static Path free(Reproduction reproduction) {
        String plain = reproduction.subject().name();
        Path folder = HOME.resolve(plain);
        for (int number = 2; Files.exists(folder); number++) {
            folder = HOME.resolve(plain + "-" + number);
        }
        return folder;
    }

    private void reproduce(Reproduction reproduction, List<Long> numbers, Path folder) {
        Subject subject = reproduction.subject();
        try (NewFolder files = NewFolder.prepare(folder, "the page");
                ReproductionDisplay display = ReproductionDisplay.of(subject.name())) {
            print(ReproductionScreen.forecast(subject, full, numbers));
            Outcome outcome = reproduction.reproduce(workbench(numbers, display));
            files.write("index.html", Page.of(subject, outcome, full, numbers));
            files.write("figure.svg", outcome.figure().svg());
            files.write("data.csv", outcome.data().csv());
            files.moveIntoPlace();
            display.close();
            print(ReproductionScreen.of(outcome, folder));
        }
    }

    private void print(String text) {
        PrintWriter writer = spec.commandLine().getOut();
        writer.print(text);
        writer.flush();
    }
}
