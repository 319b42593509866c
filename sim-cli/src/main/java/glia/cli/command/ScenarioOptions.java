package glia.cli.command;

import glia.cli.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What several commands take: a scenario and values put over it. */
final class ScenarioOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "glyphs",
            description =
                    "glyphs (default), mnist, fashion-mnist, cifar-10, tiny, mnist-label, mnist-expected, or a YAML"
                            + " file.")
    private String scenario;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A value put over the scenario's; repeatable. The keys: glia help scenario.")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "As --set run.seed=N.")
    private Optional<String> seed = Optional.empty();

    /** The scenario as resolved. */
    Scenario scenario() {
        List<String> all = new ArrayList<>(sets);
        seed.ifPresent(number -> all.add("run.seed=" + number));
        return Scenario.load(scenario, all);
    }
}
