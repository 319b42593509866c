package glia.cli.command;

import glia.cli.explore.Designs;
import glia.cli.explore.ParetoFront;
import glia.cli.figure.Figure;
import glia.cli.figure.Raster;
import glia.cli.page.FrontPicture;
import glia.cli.report.ParetoScreen;
import glia.cli.run.NewFile;
import glia.cli.sweep.SweepResults;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists and draws the designs of a sweep that no other one beats. */
@Command(
        name = "pareto",
        description = "List and draw the designs of a sweep that no other one beats, and say which axis matters.",
        mixinStandardHelpOptions = true)
final class ParetoCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SWEEP", description = "The folder of a finished sweep.")
    private Path sweep = Path.of("");

    @Mixin
    private ObjectiveOptions objectives;

    @Option(
            names = "--figure",
            paramLabel = "FILE",
            description = "Draw the designs by the first two objectives, as .svg or .png.")
    private Optional<Path> figure = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<NewFile> file = figure.map(path -> new NewFile("--figure", path));
        Designs designs = Designs.of(SweepResults.read(sweep));
        ParetoFront front = ParetoFront.of(designs, objectives.of(designs));
        file.ifPresent(each -> draw(each, designs, front));
        spec.commandLine().getOut().print(ParetoScreen.of(designs, front));
        figure.ifPresent(path -> spec.commandLine().getOut().println("Figure: " + path));
        spec.commandLine().getOut().flush();
        return Commands.DONE;
    }

    private void draw(NewFile file, Designs designs, ParetoFront front) {
        if (front.objectives().size() < 2) {
            throw new InputException("--figure: draws two objectives; expected one more --minimize or --maximize");
        }
        if (front.candidates().isEmpty()) {
            throw new InputException("--figure: no design has a value of every objective");
        }
        Figure picture = FrontPicture.of(designs, front);
        String name = String.valueOf(figure.orElseThrow().getFileName());
        if (name.endsWith(".svg")) {
            file.write(picture.svg());
        } else if (name.endsWith(".png")) {
            file.write(Raster.png(picture));
        } else {
            throw new InputException("--figure: " + name + "; expected a name that ends in .svg or .png");
        }
    }
}
