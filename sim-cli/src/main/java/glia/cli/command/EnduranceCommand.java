package glia.cli.command;

import glia.cli.endurance.Lifetime;
import glia.cli.endurance.StoredCounts;
import glia.cli.endurance.Wear;
import glia.cli.endurance.WearFigures;
import glia.cli.endurance.WearTables;
import glia.cli.report.EndurancePage;
import glia.cli.report.EnduranceScreen;
import glia.cli.run.FinishedRun;
import glia.cli.run.NewFolder;
import glia.cli.run.Pace;
import glia.cli.scenario.Endurance;
import glia.core.config.InputException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says from a finished run's counts which synapses wear out first, and when. */
@Command(
        name = "endurance",
        description = "Say which synapses of a finished run wear out first, and when; with tables and pictures.",
        mixinStandardHelpOptions = true)
final class EnduranceCommand implements Callable<Integer> {
    private static final int MOST_LISTED = 10_000;

    @Parameters(paramLabel = "RUN", description = "The folder of a finished run.")
    private Path run;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "Samples a second, such as 1000/s. Default: as fast as the chip is.")
    private Optional<String> rate = Optional.empty();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "A published device or a YAML file whose endurance to take. Default: the run's own.")
    private Optional<String> device = Optional.empty();

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many of the worst synapses to list (default: ${DEFAULT-VALUE}).")
    private int worst;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for a page, pictures and tables; must be new.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (worst < 1 || worst > MOST_LISTED) {
            throw new InputException("--worst: " + worst + "; expected a whole number from 1 to " + MOST_LISTED);
        }
        Optional<Double> asked = rate.map(EnduranceCommand::samplesASecond);
        FinishedRun finished = FinishedRun.read(run);
        Pace pace = Pace.of(run, finished.summary());
        Endurance own = finished.scenario().endurance();
        Endurance endurance = device.map(Endurance::of).orElse(own);
        StoredCounts counts = new StoredCounts(run, finished.scenario().shape());
        Optional<NewFolder> files = out.map(folder -> NewFolder.prepare(folder, "the report"));
        try {
            Wear wear = Wear.of(counts, finished.scenario().chipConfig().device(), worst);
            String screen = EnduranceScreen.of(run.toString(), own.device(), wear, pace, endurance, asked);
            String lifetimes = WearTables.lifetimes(
                    Lifetime.of(endurance, wear, pace), pace.epochSamples(), asked.orElseGet(pace::samplesASecond));
            files.ifPresent(folder -> write(folder, wear, screen, lifetimes));
            print(screen);
            out.ifPresent(folder -> print("\nPage, pictures and tables in " + folder + "\n"));
            return Commands.DONE;
        } finally {
            files.ifPresent(NewFolder::close);
        }
    }

    private static void write(NewFolder files, Wear wear, String screen, String lifetimes) {
        List<WearFigures.Named> figures = WearFigures.all(wear);
        files.write("index.html", EndurancePage.of(screen, figures));
        figures.forEach(each -> files.write(each.file(), each.figure().svg()));
        files.write("layers.csv", WearTables.layers(wear));
        files.write("histogram.csv", WearTables.histogram(wear));
        files.write("lines.csv", WearTables.lines(wear));
        files.write("worst.csv", WearTables.worst(wear));
        files.write("lifetime.csv", lifetimes);
        files.moveIntoPlace();
    }

    private static double samplesASecond(String text) {
        String trimmed = text.trim();
        if (trimmed.endsWith("/s")) {
            try {
                double value = new BigDecimal(
                                trimmed.substring(0, trimmed.length() - 2).trim())
                        .doubleValue();
                if (value >= 1e-12 && value <= 1e12) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw unexpected(text);
            }
        }
        throw unexpected(text);
    }

    private static InputException unexpected(String text) {
        return new InputException(
                "--rate: " + text + "; expected samples a second from 1e-12/s to 1e12/s, such as 1000/s");
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }
}
