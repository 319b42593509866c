package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.cli.scenario.ScenarioKeys;
import glia.core.config.Key;
import glia.learning.train.LearningRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpScenarioTest {
    private static final List<String> EMBEDDED = List.of("glyphs", "patterns");

    static Stream<Key> keys() {
        return ScenarioKeys.of(LearningRules.DELTA_MGD).stream();
    }

    static Stream<String> scenarios() {
        return Scenario.names().stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyStandsWithItsDefaultMeaningAndRange(Key key) {
        String help = Cli.run("help", "scenario").expectDone().out();
        String entry = key.name() + ": " + key.standard() + "\n    " + key.description() + "; "
                + key.type().expected() + "\n";
        assertTrue(help.contains("\n" + entry), entry);
        assertTrue(key.description().length() > 5 && !key.description().endsWith("."), key.description());
    }

    @Test
    void noKeyStandsTwice() {
        Set<String> names = keys().map(Key::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(keys().count(), names.size());
    }

    /** The defaults, written out as a scenario, are a scenario: the default one. */
    @Test
    void defaultsAreValidValues() throws IOException {
        Path file = Files.createTempFile("defaults", ".yaml");
        try {
            String all =
                    keys().map(key -> key.name() + ": " + key.standard() + "\n").collect(Collectors.joining());
            Files.writeString(file, all);
            String written = Scenario.load(file.toString(), List.of()).toYaml();
            Files.writeString(file, "");
            assertEquals(Scenario.load(file.toString(), List.of()).toYaml(), written);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void whatAFileSaysOfLearningIsMeantForItsOwnRule() {
        String rate = "learning.rate";
        Scenario own = Scenario.load("mnist-hebbian", List.of("learning.rule=hebbian-mgd"));
        assertEquals("0.0001", own.settings().text(rate));
        Scenario other = Scenario.load("tiny", List.of("learning.rule=backpropagation"));
        assertEquals("0.02", other.settings().text(rate));
        Scenario given = Scenario.load("tiny", List.of("learning.rule=backpropagation", rate + "=0.5"));
        assertEquals("0.5", given.settings().text(rate));
        assertEquals("patterns", given.settings().word("data.set"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyShippedScenarioLoadsAndResolves(String name) throws IOException {
        Scenario scenario = Scenario.load(name, List.of());
        assertEquals(name, scenario.name());
        assertTrue(scenario.shape().parameters() > 0 && scenario.chipConfig().tileRows() > 0);
        Path file = Files.createTempFile("resolved", ".yaml");
        try {
            Files.writeString(file, scenario.toYaml());
            assertEquals(
                    scenario.toYaml(), Scenario.load(file.toString(), List.of()).toYaml());
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyShippedScenarioIsDescribed(String name) {
        String out = Cli.run("describe", name).expectDone().out();
        assertTrue(out.contains("Predicted cycles") && out.contains("Predicted energy of a sample"), out);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void scenariosOfEmbeddedDataFitTheirData(String name) {
        Scenario scenario = Scenario.load(name, List.of("data.train=100", "data.test=10"));
        if (EMBEDDED.contains(scenario.settings().word("data.set"))) {
            assertEquals(
                    100,
                    DataSource.load(scenario.settings(), scenario.shape())
                            .train()
                            .size());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyShippedScenarioIsNamedInTheHelpAndBeginsWithAComment(String name) throws IOException {
        for (String command : List.of("run", "describe", "verify")) {
            String help = Cli.run("help", command).expectDone().out().replaceAll("\\s+", " ");
            assertTrue(help.matches(".*[ ,]" + name + "[ ,].*"), name + " in " + help);
        }
        try (var in = HelpScenarioTest.class.getResourceAsStream("/glia/cli/scenarios/" + name + ".yaml")) {
            assertEquals('#', in.read());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "resume",
                "describe",
                "evaluate",
                "verify",
                "recost",
                "retime",
                "technology",
                "compare",
                "data",
                "bench",
                "help"
            })
    void thereIsHelpOnEveryCommand(String command) {
        String all = Cli.run("help").expectDone().out();
        assertTrue(all.contains("\n  " + command + " "), all);
        String one = Cli.run("help", command).expectDone().out();
        assertTrue(one.startsWith("Usage: glia " + command), one);
    }

    @Test
    void noCommandAtAllShowsTheHelp() {
        assertEquals(Cli.run("help"), Cli.run());
        assertEquals(Cli.run("help"), Cli.run("--help"));
    }

    @Test
    void versionIsOneLine() {
        Cli answer = Cli.run("--version").expectDone();
        assertTrue(answer.out().matches("glia \\S+ \\(\\S+\\)\n"), answer.out());
    }
}
