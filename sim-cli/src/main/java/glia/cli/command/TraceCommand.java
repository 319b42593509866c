package glia.cli.command;

import glia.cli.report.Quantities;
import glia.cli.run.TracedAgain;
import glia.cli.trace.TraceRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a part of a finished run again, to trace it. */
@Command(
        name = "trace",
        description = "Run a finished run again, to the same bits, as far as the samples asked for, and trace those.",
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "Folder of a finished run.")
    private Path run;

    @Option(
            names = "--trace",
            required = true,
            paramLabel = TraceRequest.SYNTAX,
            description = "As of glia run; may be given more than once.")
    private List<String> traces = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the traces; must be new. Default: RUN-trace-1 and so on, beside the run.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<TraceRequest> requests = traces.stream().map(TraceRequest::of).toList();
        TracedAgain traced = TracedAgain.of(run, requests, out);
        PrintWriter lines = spec.commandLine().getOut();
        lines.println(Quantities.count(traced.samples()) + " samples run again; " + traced.folder());
        traced.files().forEach((name, bytes) -> lines.println("  " + name + "  " + Quantities.count(bytes) + " bytes"));
        lines.flush();
        traced.remarks().forEach(remark -> spec.commandLine().getErr().println("glia: " + remark));
        return Commands.DONE;
    }
}
