package glia.cli.reproduce;

import glia.cli.data.DataFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs small enough for tests: the embedded patterns on 4-3-2. */
final class SmallRuns {
    static final Scenarios TINY = Scenarios.of("tiny", "data.train=60", "data.test=20", "run.epochs=2");

    private SmallRuns() {}

    static Workbench bench(Long... seeds) {
        DataFolders none = new DataFolders(Path.of("no-such-folder"));
        return new Workbench(false, List.of(seeds), Optional.empty(), none, Steps.SILENT);
    }

    static ChipRun run(Scenarios scenario, long seed) {
        return new ChipRun(scenario.load(seed), bench(seed).data(scenario.load()));
    }
}
