package glia.cli.command;

import glia.cli.report.TechnologyScreen;
import glia.cli.scenario.Technologies;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, shows and checks technology tables. */
@Command(name = "technology", description = "List, show and check technology tables.", mixinStandardHelpOptions = true)
final class TechnologyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Commands.DONE;
    }

    @Command(name = "list", description = "List the tables that come with Glia.", mixinStandardHelpOptions = true)
    int list() {
        print(TechnologyScreen.list(
                Technologies.names().stream().map(Technologies::read).toList()));
        return Commands.DONE;
    }

    @Command(
            name = "show",
            description = "Show every figure with unit, grade and source, and how many are of which grade.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "NAME", description = "A technology: a name or a YAML file.") String name) {
        print(TechnologyScreen.of(Technologies.read(name)));
        return Commands.DONE;
    }

    @Command(
            name = "check",
            description = "Say everything that is wrong with a table; exit code 2 if anything is.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "A technology: a name or a YAML file.") String name) {
        List<String> complaints = Technologies.complaints(name);
        if (complaints.isEmpty()) {
            print(name + ": complete; " + TechnologyScreen.grades(Technologies.named(name)) + "\n");
            return Commands.DONE;
        }
        PrintWriter err = spec.commandLine().getErr();
        complaints.forEach(line -> err.println("glia: " + line));
        err.flush();
        return Commands.BAD_INPUT;
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }
}
