package glia.cli.command;

import glia.cli.run.Verification;
import glia.cli.scenario.Scenario;
import glia.core.config.InputException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a scenario on the chip and in the plain reference, and compares the bits. */
@Command(
        name = "verify",
        description = "Run simulation and plain reference side by side and compare weights bit by bit.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ScenarioOptions options;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "300",
            description = "Training samples to compare after, one by one (default: ${DEFAULT-VALUE}).")
    private long samples;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (samples < 1) {
            throw new InputException("--samples is " + samples + "; expected at least 1");
        }
        Scenario scenario = options.scenario();
        Verification verification = new Verification(scenario);
        Optional<String> difference = verification.compare(samples);
        PrintWriter out = spec.commandLine().getOut();
        out.println(difference.orElseGet(() -> scenario.name() + ": equal to the last bit after each of "
                + verification.compared() + " samples: weights, biases, write counts"));
        out.flush();
        return difference.isPresent() ? Commands.FAILED : Commands.DONE;
    }
}
