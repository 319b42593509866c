package glia.cli.command;

import glia.cli.scenario.Scenario;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What several commands take: a scenario and values put over it. */
final class ScenarioOptions {
    /** The scenarios that come with Glia, for the help text. */
    static final class ShippedNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scenario.names().iterator();
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "glyphs",
            completionCandidates = ShippedNames.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a YAML file (default: ${DEFAULT-VALUE}).")
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
