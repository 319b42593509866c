package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import glia.cli.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeCommandTest {
    private static final Pattern PHASE = Pattern.compile("  ([A-Z]+) +([0-9,]+) cycles .*");

    @Test
    void beginsWithTheResolvedScenario() {
        String out = Cli.run("describe", "tiny", "--set", "chip.clock=2 GHz", "--seed", "9")
                .expectDone()
                .out();
        String resolved =
                Scenario.load("tiny", List.of("chip.clock=2 GHz", "run.seed=9")).toYaml();
        assertTrue(resolved.contains("clock: 2 GHz\n") && resolved.contains("  seed: 9\n"), resolved);
        assertTrue(out.startsWith(resolved), out);
    }

    @Test
    void drawsTheTilesOfEachLayer() {
        String out = Cli.run("describe", "tiny").expectDone().out();
        assertTrue(
                out.contains("layer1: 4 inputs, 3 neurons\n"
                        + "    +-----------+-----------+\n"
                        + "    |   2 x 2   |   2 x 1   |\n"
                        + "    +-----------+-----------+\n"
                        + "    |   2 x 2   |   2 x 1   |\n"
                        + "    +-----------+-----------+\n"),
                out);
        assertTrue(
                out.contains("layer2: 3 inputs, 2 neurons, to the cost unit\n"
                        + "    +-----------+\n"
                        + "    |   2 x 2   |\n"
                        + "    +-----------+\n"
                        + "    |   1 x 2   |\n"
                        + "    +-----------+\n"),
                out);
        assertTrue(out.contains("18 synapses and 5 biases on 6 tiles, 75.0 % of whose cells they fill"), out);
    }

    @Test
    void saysWhatConvertersAndMemoriesThereAre() {
        String exact = Cli.run("describe", "glyphs").expectDone().out();
        assertTrue(
                exact.contains("Converters of a tile: 128 DACs, 1 row each, exact; 16 ADCs, 8 columns each, exact;"
                        + " inputs in parallel\n"
                        + "Memories: kept activations exact, 4,096 bits a tile; DeltaVecs exact, 23,680 bits in all;"
                        + " the cost is read exact\n"),
                exact);
        assertFalse(exact.contains("WARNING"), exact);
        String narrow = Cli.run(
                        "describe",
                        "glyphs",
                        "--set=chip.tile.dacBits=5",
                        "--set=chip.tile.inputs=bit-serial",
                        "--set=chip.tile.adcBits=6",
                        "--set=chip.tile.adcs=32",
                        "--set=chip.tile.activationBits=4",
                        "--set=chip.astrocyte.deltaVecBits=8",
                        "--set=chip.cost.bits=12")
                .expectDone()
                .out();
        assertTrue(
                narrow.contains("Converters of a tile: 128 DACs, 1 row each, 5 bits; 32 ADCs, 4 columns each, 6 bits;"
                        + " inputs in 5 bit planes, one after the other\n"
                        + "  ADCs read sums up to: layer1 6.465 in steps of 0.209, layer2 16.00 in steps of 0.516\n"
                        + "Memories: kept activations with 4 bits up to 1, 512 bits a tile; DeltaVecs with 8 bits up to"
                        + " 1, 5,920 bits in all; the cost is read with 12 bits up to 4\n"
                        + "WARNING: DAC_CONVERSION has 1 bit here; its energy, time and area in rram-32nm are those of 8\n"
                        + "WARNING: ADC_CONVERSION has 6 bits here; its energy, time and area in rram-32nm are those of"
                        + " 8\n"),
                narrow);
    }

    /** A technology that prices what is there warns of nothing; one without resolutions of each. */
    @Test
    void warnsOfPricesOfOtherConverters() {
        String[] eightBits = {
            "describe", "glyphs", "--set=chip.tile.dacBits=8", "--set=chip.tile.adcBits=8", "--set=technology=rram-65nm"
        };
        String out = Cli.run(eightBits).expectDone().out();
        assertFalse(out.contains("WARNING"), out);
        eightBits[4] = "--set=technology=sram-7nm";
        out = Cli.run(eightBits).expectDone().out();
        assertTrue(
                out.contains("WARNING: ADC_CONVERSION has 8 bits here; its energy, time and area in sram-7nm are those"
                        + " of no stated number of bits\n"),
                out);
    }

    /** 18 synapses of 16 bytes; 6 tiles; 2 layers of 2 classes x (3 x 3 or 2 neurons + 2) words of 4 bytes. */
    @Test
    void saysWhatSimulatingTakes() {
        String out = Cli.run("describe", "tiny").expectDone().out();
        assertTrue(
                out.contains("Simulating them takes up to 58.52 kB:"
                        + " 16 bytes a synapse (weight 4, write counts 12, registers 0), 9.680 kB a tile\n"),
                out);
    }

    /** As many lines as for a small chip, none of them long. */
    @Test
    void aChipOfManyTilesHasNoLongerScreen() {
        String out = Cli.run(
                        "describe",
                        "glyphs",
                        "--set=network.layers=[784, 200, 10]",
                        "--set=chip.tile.rows=4",
                        "--set=chip.tile.columns=4",
                        "--set=chip.tiles=100000")
                .expectDone()
                .out();
        assertTrue(out.contains(" on 9950 tiles, "), out);
        assertTrue(out.lines().count() < 285, out);
        assertTrue(out.lines().allMatch(line -> line.length() <= 180), out);
    }

    @Test
    void cutsLargeFloorplansShort() {
        String out = Cli.run("describe", "glyphs", "--set", "chip.tile.rows=8", "--set", "chip.tile.columns=4")
                .expectDone()
                .out();
        assertTrue(out.contains("... 98 segments") && out.contains("... 16 column tiles"), out);
        assertTrue(out.lines().allMatch(line -> line.length() <= 180), out);
    }

    /** Every phase, as predicted, takes the cycles that a run takes for it. */
    @Test
    void predictsTheCyclesOfARunWithBitSerialInputs(@TempDir Path parent) throws IOException {
        predictsTheCycles(parent, "--set=chip.tile.dacBits=5", "--set=chip.tile.inputs=bit-serial");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chip.clock=100 MHz",
                "chip.clock=1 GHz",
                "chip.bus.width=8 bit",
                "chip.tile.columns=1",
                "chip.tile.activationBits=4",
                "chip.astrocyte.deltaVecBits=4",
                "learning.norm=layer",
                "learning.norm=deferred",
                "learning.recall=label",
                "learning.recall=expected",
                "learning.slope=none",
                "learning.lastLayer=exact",
                "chip.element.kind=in-place",
                "chip.write.mode=cell",
                "chip.write.mode=parallel",
                "chip.device=taox-hfox",
                "network.layers=[4, 7, 5, 2]"
            })
    void predictsTheCyclesOfARun(String change, @TempDir Path parent) throws IOException {
        predictsTheCycles(parent, "--set=" + change);
    }

    private static void predictsTheCycles(Path parent, String... changes) throws IOException {
        String out = Cli.run(Stream.concat(Stream.of("describe", "tiny"), Stream.of(changes))
                        .toArray(String[]::new))
                .expectDone()
                .out();
        JsonNode phases = RunFiles.tiny(
                        parent,
                        "run",
                        Stream.concat(Stream.of("--set=run.epochs=1"), Stream.of(changes))
                                .toArray(String[]::new))
                .summary()
                .at("/time/byPhase");
        int compared = 0;
        Matcher matcher = PHASE.matcher("");
        for (String line : out.lines().toList()) {
            if (matcher.reset(line).matches() && phases.has(matcher.group(1))) {
                long predicted = Long.parseLong(matcher.group(2).replace(",", ""));
                JsonNode phase = phases.path(matcher.group(1));
                long measured =
                        phase.path("cycles").longValue() / phase.path("count").longValue();
                assertEquals(measured, predicted, matcher.group(1) + " in\n" + out);
                compared++;
            }
        }
        assertEquals(phases.size(), compared, out);
    }
}
