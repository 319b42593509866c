package glia.cli.command;

import glia.cli.scenario.ScenarioKeys;
import glia.cli.scenario.ScenarioWriter;
import glia.core.config.InputException;
import glia.core.config.NearestName;
import glia.learning.train.LearningRules;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Help on the program, on a command, or on the keys of a scenario. */
@Command(name = "help", description = "Help on a command, or on the keys of a scenario: glia help scenario.")
final class HelpCommand implements Callable<Integer> {
    private static final String SCENARIO = "scenario";
    private static final String INTRODUCTION = """
            A scenario is a YAML file of these keys; values not given are the ones shown.
            Sections may be nested (chip: tile: rows: 64) or dotted (chip.tile.rows: 64).

            """;

    @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "A command, or scenario.")
    private Optional<String> topic = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine program = spec.parent().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        if (topic.isEmpty()) {
            program.usage(out);
        } else if (topic.get().equals(SCENARIO)) {
            out.print(INTRODUCTION);
            out.print(ScenarioWriter.document(ScenarioKeys.of(LearningRules.DELTA_MGD)));
        } else {
            command(program, topic.get()).usage(out);
        }
        out.flush();
        return Commands.DONE;
    }

    private static CommandLine command(CommandLine program, String name) {
        CommandLine command = program.getSubcommands().get(name);
        if (command == null) {
            List<String> names = new ArrayList<>(program.getSubcommands().keySet());
            names.add(SCENARIO);
            throw new InputException("no help on " + name + NearestName.hint(name, names) + "; there is help on "
                    + String.join(", ", names));
        }
        return command;
    }
}
