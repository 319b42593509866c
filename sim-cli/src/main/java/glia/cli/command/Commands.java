package glia.cli.command;

import glia.cli.bench.Benchmarks;
import glia.cli.run.Provenance;
import glia.core.config.InputException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands. A new one is one file and one line here. */
@Command(
        name = "glia",
        description = "Simulates neuromorphic chips that learn by perturbation, cycle by cycle.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class)
public final class Commands implements Callable<Integer> {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    private static final int INTERNAL = 70;

    private static List<Callable<Integer>> all(Optional<Benchmarks> benchmarks) {
        return List.of(
                new RunCommand(),
                new ResumeCommand(),
                new DescribeCommand(),
                new EvaluateCommand(),
                new TraceCommand(),
                new VerifyCommand(),
                new RecostCommand(),
                new RetimeCommand(),
                new TechnologyCommand(),
                new CompareCommand(),
                new SweepCommand(),
                new ParetoCommand(),
                new EnduranceCommand(),
                new ReportCommand(),
                new ReproduceCommand(),
                new DataCommand(),
                new BenchCommand(benchmarks),
                new HelpCommand());
    }

    /** Says which Glia this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"glia " + Provenance.version() + " (" + Provenance.commit() + ")"};
        }
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs the command that the arguments name; answers the exit code. */
    public static int run(String... arguments) {
        return run(Optional.empty(), arguments);
    }

    /** As {@link #run(String...)}, where benchmarks may be at hand. */
    public static int run(Optional<Benchmarks> benchmarks, String... arguments) {
        CommandLine line = new CommandLine(new Commands());
        all(benchmarks).forEach(line::addSubcommand);
        line.setParameterExceptionHandler(Commands::complain);
        line.setExecutionExceptionHandler(Commands::report);
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError full) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            line.getErr()
                    .println("glia: needs more memory than the " + megabytes
                            + " MB it may use; GLIA_JAVA_OPTS=-Xmx16g would allow 16 GB");
            return BAD_INPUT;
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return DONE;
    }

    private static int complain(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        StringBuilder line = new StringBuilder("glia: " + oneLine(wrong));
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            line.append("; did you mean ")
                    .append(unmatched.getSuggestions().get(0))
                    .append('?');
        }
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        err.println(line.append(" (see ").append(command).append(" --help)"));
        return BAD_INPUT;
    }

    private static int report(Exception failure, CommandLine line, ParseResult result) {
        PrintWriter err = line.getErr();
        if (failure instanceof InputException) {
            err.println("glia: " + oneLine(failure));
            return BAD_INPUT;
        }
        err.println("glia: internal error, please report it with what follows");
        failure.printStackTrace(err);
        err.flush();
        return INTERNAL;
    }

    private static String oneLine(Exception failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("\\s*[\\r\\n]+\\s*", " ")
                .replaceAll("\\p{Cntrl}", "?");
    }
}
