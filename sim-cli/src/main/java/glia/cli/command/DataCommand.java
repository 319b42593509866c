package glia.cli.command;

import glia.cli.data.DataFetcher;
import glia.cli.data.DataFolders;
import glia.cli.data.DataList;
import glia.cli.data.RemoteSet;
import glia.cli.report.DataScreen;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches data sets into the cache and lists what is there. */
@Command(name = "data", description = "Fetch data sets, list what is there.", mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Commands.DONE;
    }

    @Command(name = "list", description = "List the data sets and where they are.", mixinStandardHelpOptions = true)
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(DataScreen.list(DataList.of(DataFolders.ofThisUser())));
        out.flush();
        return Commands.DONE;
    }

    @Command(
            name = "fetch",
            description = "Download a data set from its public home into the cache and check its sums.",
            mixinStandardHelpOptions = true)
    int fetch(
            @Parameters(paramLabel = "NAME", description = "mnist or fashion-mnist.") String name,
            @Option(names = "--from", paramLabel = "URL", description = "Another home to fetch from.")
                    Optional<URI> home,
            @Option(names = "--to", paramLabel = "DIR", description = "Another folder than the cache.")
                    Optional<Path> folder) {
        RemoteSet set = RemoteSet.named(name);
        RemoteSet from = home.map(set::at).orElse(set);
        Path to = folder.orElseGet(() -> DataFolders.ofThisUser().cache().resolve(name));
        try (DataScreen.Fetching display = DataScreen.fetching()) {
            int files = new DataFetcher(display).fetch(from, to).size();
            display.close();
            PrintWriter out = spec.commandLine().getOut();
            out.println(name + ": " + files + " files fetched; all there, sums right, in " + to);
            out.flush();
        }
        return Commands.DONE;
    }
}
