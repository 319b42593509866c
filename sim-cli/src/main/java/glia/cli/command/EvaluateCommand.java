package glia.cli.command;

import glia.cli.report.InferenceScreen;
import glia.cli.run.FinishedRun;
import glia.cli.run.Inference;
import glia.cli.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the test set to a trained chip, as messages, and says what inference achieves and costs. */
@Command(
        name = "evaluate",
        description = "Show the test set to a trained chip: inference accuracy, energy, latency.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN|WEIGHTS",
            description = "The folder of a finished run, or one with layer1.weights.npy, layer1.biases.npy and so on.")
    private Path folder;

    @Option(
            names = "--scenario",
            paramLabel = "SCENARIO",
            defaultValue = "glyphs",
            description = "The scenario of a folder that is no run (default: ${DEFAULT-VALUE}).")
    private String scenario;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A value put over the scenario's; repeatable.")
    private List<String> sets = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String name =
                FinishedRun.isRun(folder) ? folder.resolve("scenario.yaml").toString() : scenario;
        Inference inference = new Inference(Scenario.load(name, sets), folder);
        inference.run();
        spec.commandLine().getOut().print(InferenceScreen.of(inference));
        spec.commandLine().getOut().flush();
        return Commands.DONE;
    }
}
