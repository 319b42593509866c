package glia.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.cli.endurance.StoredCounts;
import glia.cli.report.RetimeScreen;
import glia.cli.report.RunScreen;
import glia.cli.retime.Retiming;
import glia.cli.retime.StoredTraining;
import glia.cli.retime.TrainingFunction;
import glia.cli.run.FinishedRun;
import glia.cli.run.RunFigures;
import glia.cli.run.RunFolder;
import glia.cli.run.Summary;
import glia.cli.run.TrainingSession;
import glia.cli.scenario.Scenario;
import glia.core.config.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the run of a design that differs from a finished one in time and cost alone, without training again. */
@Command(
        name = "retime",
        description =
                "Make the run of a design that differs in time and cost alone from a finished run, without training again.",
        mixinStandardHelpOptions = true)
final class RetimeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a finished run.")
    private Path run;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A value put over the run's scenario; repeatable. Refused where it can change weights.")
    private List<String> sets = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the run's files; must be new. Default: runs/SCENARIO-1 and so on.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--quiet", description = "No screen; only the files.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        FinishedRun finished = FinishedRun.read(run);
        StoredTraining training = StoredTraining.of(finished);
        Scenario scenario = Scenario.load(
                        finished.folder().resolve("scenario.yaml").toString(), sets)
                .named(finished.summary()
                        .path("scenario")
                        .asText(finished.scenario().name()));
        refuse(finished.scenario(), scenario);
        Optional<String> obstacle = Retiming.obstacle(training, training.columnWrites(), scenario);
        try (RunFolder files =
                out.map(RunFolder::prepare).orElseGet(() -> RunFolder.next(Path.of("runs"), scenario.name()))) {
            RunFigures figures = obstacle.isPresent()
                    ? trained(scenario, files)
                    : Retiming.of(training, training.columnWrites(), scenario, run.toString(), files);
            ObjectNode summary = Summary.of(figures, (System.nanoTime() - start) / 1e9);
            Path folder = files.write(figures, summary);
            print(figures, summary, folder, obstacle);
            figures.divergence().ifPresent(reason -> spec.commandLine().getErr().println("glia: " + reason));
            return figures.divergence().isPresent() ? Commands.FAILED : Commands.DONE;
        }
    }

    private static void refuse(Scenario before, Scenario after) {
        TrainingFunction function = TrainingFunction.of(after);
        for (String key : function.differing(TrainingFunction.of(before))) {
            String value = function.values().getOrDefault(key, "left out");
            throw new InputException(
                    after.settings().position(key),
                    key + " is " + value + "; expected " + before.settings().text(key)
                            + " as in the run, since it can change weights: that needs a run of its own");
        }
    }

    private static TrainingSession trained(Scenario scenario, RunFolder files) {
        TrainingSession session = new TrainingSession(scenario);
        session.run(files);
        return session;
    }

    private void print(RunFigures figures, ObjectNode summary, Path folder, Optional<String> obstacle) {
        if (quiet) {
            return;
        }
        Path shown = Training.shown(folder);
        StoredCounts counts = new StoredCounts(folder, figures.scenario().shape());
        spec.commandLine().getOut().print(RunScreen.of(figures, summary, shown, counts));
        spec.commandLine().getOut().print(RetimeScreen.of(run, summary, obstacle));
        spec.commandLine().getOut().flush();
    }
}
