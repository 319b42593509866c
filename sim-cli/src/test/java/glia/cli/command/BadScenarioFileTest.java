package glia.cli.command;

import static glia.cli.command.BadInput.of;
import static glia.cli.command.BadInput.scenario;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.scenario.ScenarioKeys;
import glia.cli.scenario.Technologies;
import glia.core.config.Key;
import glia.learning.train.LearningRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario files that cannot be used; every complaint says where. */
class BadScenarioFileTest {
    static Stream<BadInput> noYaml() {
        return Stream.of(
                scenario(
                        "tab",
                        "DIR/s.yaml:2:1: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use"
                                + " \\t(TAB) for indentation)",
                        "chip:",
                        "\tclock: 1 GHz"),
                scenario(
                        "unclosed bracket",
                        "DIR/s.yaml:3:1: not YAML: expected ',' or ']', but got <stream end>",
                        "network:",
                        "  layers: [4, 3, 2"),
                scenario(
                        "unclosed quote", "DIR/s.yaml:2:1: not YAML: found unexpected end of stream", "data: {set: 'x"),
                scenario("undefined alias", "DIR/s.yaml:1:7: not YAML: found undefined alias x", "chip: *x"),
                scenario(
                        "two documents",
                        "DIR/s.yaml:2:1: not YAML: but found another document",
                        "chip: {clock: 1 GHz}",
                        "---",
                        "chip: {clock: 2 GHz}"),
                scenario("scalar", "DIR/s.yaml:1:1: the file should hold keys with values", "tiny"),
                scenario("list", "DIR/s.yaml:2:1: the file should hold keys with values", "# a list", "- chip"),
                scenario(
                        "list of keys",
                        "DIR/s.yaml:1:8: an item of chip should be a single value",
                        "chip: [{clock: 1 GHz}]"),
                scenario(
                        "list as a key",
                        "DIR/s.yaml: not YAML: Non scalar key is detected but it is not configured to be allowed.",
                        "? [chip]",
                        ": 1"),
                of(
                                "bytes as a scenario",
                                "DIR/binary.yaml: is not UTF-8 text; expected a YAML file",
                                "run",
                                "DIR/binary.yaml")
                        .with("binary.yaml", new byte[] {'a', (byte) 0xff, (byte) 0xfe, 0}),
                of(
                                "zeros as a scenario",
                                "DIR/binary.yaml: not YAML: special characters are not allowed",
                                "run",
                                "DIR/binary.yaml")
                        .with("binary.yaml", new byte[64]),
                of(
                                "a file of 11 MB",
                                "DIR/large.yaml: is larger than 10000000 bytes; expected a YAML file",
                                "run",
                                "DIR/large.yaml")
                        .with("large.yaml", "#".repeat(11_000_000)));
    }

    static Stream<BadInput> values() {
        return Stream.of(
                scenario(
                        "wrong unit",
                        "DIR/s.yaml:3:10: chip.clock is 100 parsecs; expected a quantity from 1 Hz to 100 GHz (a number"
                                + " with a unit: GHz, MHz, kHz, Hz)",
                        "# far",
                        "chip:",
                        "  clock: 100 parsecs"),
                scenario(
                        "words as a number",
                        "DIR/s.yaml:1:17: chip.tile.rows is many; expected a whole number from 1 to 65536",
                        "chip.tile.rows: many"),
                scenario(
                        "no value",
                        "DIR/s.yaml:2:8: run.seed is ; expected a whole number of at least 0",
                        "run:",
                        "  seed: "),
                scenario(
                        "list where a value is expected",
                        "DIR/s.yaml:1:16: run.epochs is [1, 2]; expected a number from 0.0001 to 1000000",
                        "run: {epochs:  [1, 2]}"),
                scenario(
                        "value where a list is expected",
                        "DIR/s.yaml:2:11: network.layers is 784; expected a list of at least 2 whole numbers from 1 to"
                                + " 1000000, such as [784, 64, 10]",
                        "network:",
                        "  layers: 784"),
                scenario(
                        "list in a list",
                        "DIR/s.yaml:1:22: an item of network.layers should be a single value",
                        "network: {layers: [4,[3], 2]}"),
                scenario(
                        "unknown rule",
                        "DIR/s.yaml:1:18: learning.rule is delta; expected one of delta-mgd, undirected-mgd,"
                                + " node-perturbation, aligned-mgd, hebbian-mgd, backpropagation, sign-sgd",
                        "learning: {rule: delta}"),
                scenario(
                        "key given twice",
                        "DIR/s.yaml:3:3: chip.clock is given twice; first at DIR/s.yaml:2:3",
                        "chip:",
                        "  clock: 1 GHz",
                        "  clock: 2 GHz"),
                scenario(
                        "key given twice, once dotted",
                        "DIR/s.yaml:3:1: chip.clock is given twice; first at DIR/s.yaml:2:3",
                        "chip:",
                        "  clock: 1 GHz",
                        "chip.clock: 1 GHz"),
                scenario(
                        "network larger than the chip",
                        "DIR/s.yaml:2:10: chip.tiles is 7; expected at least 8, which network [784, 64, 10] needs with tiles"
                                + " of 128 x 128",
                        "chip:",
                        "  tiles: 7"),
                scenario(
                        "network larger than the standard chip",
                        "default of chip.tiles: chip.tiles is 4096; expected at least 7080, which network [784, 2000, 10]"
                                + " needs with tiles of 128 x 2",
                        "chip: {tile: {columns: 2}}",
                        "network: {layers: [784, 2000, 10]}"),
                scenario(
                        "bits of no converter",
                        "DIR/s.yaml:1:24: chip.tile.adcBits is 17; expected exact or a whole number from 2 to 16",
                        "chip: {tile: {adcBits: 17}}"),
                scenario(
                        "bit-serial inputs without bits",
                        "DIR/s.yaml:3:13: chip.tile.inputs is bit-serial; expected parallel, or a number of bits as"
                                + " chip.tile.dacBits",
                        "chip:",
                        "  tile:",
                        "    inputs: bit-serial"),
                scenario(
                        "network that does not fit the data",
                        "DIR/s.yaml:1:19: network.layers is [4, 3, 3]; expected 4 inputs first and 2 classes last, as data"
                                + " set patterns has",
                        "network: {layers: [4, 3, 3]}",
                        "data: {set: patterns}"),
                scenario(
                        "unknown technology",
                        "DIR/s.yaml:2:13: technology rram-33nm is neither a file nor one of "
                                + String.join(", ", Technologies.names())
                                + "; did you mean"
                                + " rram-32nm?",
                        "run: {epochs: 1}",
                        "technology: rram-33nm"));
    }

    @ParameterizedTest
    @MethodSource({"noYaml", "values"})
    void isAnsweredInOneLineWithItsPlace(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "\uFEFF\n", "chip: {}\r\n"})
    void anEmptyFileIsTheDefaultScenario(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("empty.yaml"), text);
        String described = Cli.run("describe", file.toString()).expectDone().out();
        for (Key key : ScenarioKeys.of(LearningRules.DELTA_MGD)) {
            String last = key.name().substring(key.name().lastIndexOf('.') + 1);
            assertTrue(described.contains(last + ": " + key.standard() + "\n"), key.name() + " in\n" + described);
        }
        assertEquals("", Cli.run("describe", file.toString()).err());
    }
}
