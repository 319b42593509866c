package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    private static final List<List<String>> CHOICES = List.of(
            List.of("learning.recall=error", "learning.recall=expected", "learning.recall=label"),
            List.of("learning.norm=global", "learning.norm=deferred", "learning.norm=layer"),
            List.of("learning.slope=exact", "learning.slope=two-level", "learning.slope=none"),
            List.of("learning.lastLayer=perturbed", "learning.lastLayer=exact"),
            List.of("network.cost=cross-entropy", "network.cost=mse"),
            List.of("network.activation=tanh", "network.activation=relu", "network.activation=identity"));

    /** All 324, as one test a recall, norm and slope. */
    static Stream<List<String>> combinations() {
        return product(CHOICES.subList(0, 3)).stream();
    }

    private static List<List<String>> product(List<List<String>> choices) {
        List<List<String>> all = List.of(List.of());
        for (List<String> choice : choices) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> start : all) {
                choice.forEach(each -> {
                    List<String> next = new ArrayList<>(start);
                    next.add(each);
                    longer.add(next);
                });
            }
            all = longer;
        }
        return all;
    }

    /** 110 samples: a refresh at the first and one at the hundredth, and the write counters folded in between. */
    @ParameterizedTest
    @MethodSource("combinations")
    void everyVariantOfTheRuleIsEqualToItsReference(List<String> variant) {
        for (List<String> rest : product(CHOICES.subList(3, 6))) {
            List<String> arguments =
                    new ArrayList<>(List.of("verify", "tiny", "--samples", "110", "--set=learning.rate=0.01"));
            Stream.concat(variant.stream(), rest.stream()).forEach(each -> arguments.add("--set=" + each));
            Cli answer = Cli.run(arguments.toArray(String[]::new));
            assertEquals(equalAfter(110), answer, arguments.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learning.gamma=0.5",
                "learning.deltaVecMemory=0.3",
                "learning.sweeps=0",
                "learning.schedule=constant",
                "learning.deltaVecPeriod=7",
                "chip.tile.rows=1",
                "chip.tile.rows=3",
                "chip.tile.columns=1",
                "chip.zeroGating=true",
                "chip.skipIdleRows=true",
                "run.replay=off",
                "chip.device=taox-hfox",
                "chip.device.endurance=100",
                "network.cost=linear",
                "network.layers=[4, 2]",
                "network.layers=[4, 5, 1, 3, 2]"
            })
    void otherValuesAreEqualToTheReferenceToo(String change) {
        assertEquals(equalAfter(300), Cli.run("verify", "tiny", "--set", change));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chip.tile.dacBits=6",
                "chip.tile.adcBits=6 chip.device.readNoise=0.01",
                "chip.tile.dacBits=5 chip.tile.inputs=bit-serial chip.tile.adcBits=7 chip.device.readNoise=0.01",
                "chip.tile.activationBits=4",
                "chip.astrocyte.deltaVecBits=5",
                "chip.cost.bits=10 chip.cost.noise=0.1",
                "chip.tile.dacBits=8 chip.tile.adcBits=8 chip.tile.activationBits=8 chip.astrocyte.deltaVecBits=8"
                        + " chip.cost.bits=16 chip.device=quantized chip.device.states=64"
            })
    void convertersAndNarrowMemoriesAreEqualToTheReference(String changes) {
        List<String> arguments = new ArrayList<>(List.of("verify", "tiny"));
        Stream.of(changes.split(" ")).forEach(each -> arguments.add("--set=" + each));
        assertEquals(equalAfter(300), Cli.run(arguments.toArray(String[]::new)));
    }

    @Test
    void noMoreSamplesAreComparedThanTheRunHas() {
        assertEquals(equalAfter(40), Cli.run("verify", "tiny", "--set", "run.epochs=0.1"));
    }

    @Test
    void glyphsOnTilesOfTheirOwnSizeAreEqualToo() {
        Cli answer = Cli.run("verify", "glyphs", "--samples", "5", "--set=data.train=200", "--set=data.test=10")
                .expectDone();
        assertTrue(answer.out().startsWith("glyphs: equal to the last bit after each of 5 samples"), answer.out());
    }

    @Test
    void whatCannotBeComparedToItsEndFails() {
        Cli answer = Cli.run(
                "verify",
                "tiny",
                "--set=learning.rate=1e6",
                "--set=learning.lastLayer=exact",
                "--set=network.activation=identity",
                "--set=network.cost=mse");
        assertEquals(Commands.FAILED, answer.code());
        assertTrue(
                answer.out().startsWith("sample 2: the simulation diverged (the cost is Infinity), the reference "),
                answer.out());
    }

    private static Cli equalAfter(int samples) {
        String line =
                "tiny: equal to the last bit after each of " + samples + " samples: weights, biases, write counts\n";
        return new Cli(Commands.DONE, line, "");
    }
}
