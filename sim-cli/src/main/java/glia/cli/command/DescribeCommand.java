package glia.cli.command;

import glia.cli.report.ChipScreen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what a scenario builds, without training it. */
@Command(
        name = "describe",
        description = "Show the resolved scenario, the floorplan, and what a sample will take.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    @Mixin
    private ScenarioOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ChipScreen.of(options.scenario()));
        spec.commandLine().getOut().flush();
        return Commands.DONE;
    }
}
