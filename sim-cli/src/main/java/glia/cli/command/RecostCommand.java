package glia.cli.command;

import glia.cli.report.RecostScreen;
import glia.cli.run.FinishedRun;
import glia.cli.scenario.Technologies;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prices a finished run's counts under another technology. */
@Command(
        name = "recost",
        description = "Price a finished run's counts under another technology; its cycles stay.",
        mixinStandardHelpOptions = true)
final class RecostCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a finished run.")
    private Path run;

    @Option(
            names = "--technology",
            required = true,
            paramLabel = "FILE",
            description = "A technology: a name or a YAML file.")
    private String technology;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        FinishedRun finished = FinishedRun.read(run);
        spec.commandLine().getOut().print(RecostScreen.of(finished, Technologies.named(technology)));
        spec.commandLine().getOut().flush();
        return Commands.DONE;
    }
}
