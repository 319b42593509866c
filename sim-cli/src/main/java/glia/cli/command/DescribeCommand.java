package glia.cli.command;

import glia.cli.page.PlanDrawing;
import glia.cli.report.ChipScreen;
import glia.cli.report.ScheduleScreen;
import glia.cli.run.ChipPlan;
import glia.cli.run.NewFile;
import glia.cli.scenario.Scenario;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a scenario builds, without training it. */
@Command(
        name = "describe",
        description = "Show the resolved scenario, the floorplan, and what a sample will take.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    @Mixin
    private ScenarioOptions options;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the floorplan into a file too, as SVG.")
    private Optional<Path> svg = Optional.empty();

    @Option(
            names = "--schedule",
            description =
                    "only when each block works for each phase of a sample, and what a sample takes under each schedule")
    private boolean schedule;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Scenario scenario = options.scenario();
        Optional<NewFile> file = svg.map(path -> new NewFile("--svg", path));
        String screen = schedule ? ScheduleScreen.of(scenario) : ChipScreen.of(scenario);
        file.ifPresent(each -> each.write(drawing(scenario)));
        spec.commandLine().getOut().print(screen);
        spec.commandLine().getOut().flush();
        return Commands.DONE;
    }

    private static String drawing(Scenario scenario) {
        ChipPlan plan = ChipPlan.of(scenario, scenario.chip());
        return new PlanDrawing(plan).blocks("Floorplan of " + scenario.name()).svg();
    }
}
