package glia.cli.retime;

import glia.cli.scenario.Scenario;
import glia.core.config.InputException;
import glia.core.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random small scenarios: what their training depends on by one seed, time and cost by another. */
final class RandomScenarios {
    private static final List<String> RULES = List.of(
            "learning.rule=delta-mgd learning.recall=error|label|expected|runner-up|random-map learning.norm=global|deferred|layer"
                    + " learning.lastLayer=perturbed|exact learning.deltaVecPeriod=7|13|50 learning.updatePeriod=1|3",
            "learning.rule=delta-mgd learning.deltaVecSource=sparse|current-batch learning.updatePeriod=1|4 learning.probes=2",
            "learning.rule=undirected-mgd learning.pattern=bernoulli|walsh|sequential|sinusoid learning.samplePeriod=1|3"
                    + " learning.perturbationPeriod=1|2|5 learning.updatePeriod=1|4|7",
            "learning.rule=undirected-mgd learning.layers=in-turn learning.samplePeriod=1|2 learning.updatePeriod=1|5"
                    + " learning.optimizer=plain|adam",
            "learning.rule=node-perturbation learning.samplePeriod=1|2 learning.perturbationPeriod=1|2|3"
                    + " learning.updatePeriod=1|4 learning.optimizer=plain|momentum",
            "learning.rule=aligned-mgd learning.agreement=1|0.5 learning.updatePeriod=1|3",
            "learning.rule=hebbian-mgd learning.deltaSource=backward|finite-difference|delta-vecs"
                    + " learning.precision=full|ternary learning.deltaThreshold=0|0.2 learning.updatePeriod=1|2",
            "learning.rule=backpropagation|sign-sgd learning.updatePeriod=1|3 learning.weightDecay=0|0.01");
    private static final List<String> CELLS = List.of(
            "",
            "",
            "chip.device.kind=quantized chip.device.states=16 chip.device.writeNoise=0|0.1",
            "chip.device.preset=epiram chip.device.signed=reference|pair",
            "chip.device.preset=taox-hfox chip.device.programming=write-verify chip.device.readNoise=0|0.01",
            "chip.device.kind=quantized chip.device.states=64 chip.device.drift=power chip.device.sampleTime=1s",
            "chip.device.kind=quantized chip.device.states=64 chip.device.endurance=30 chip.device.enduranceSpread=0.5",
            "chip.device.stuckOff=0.1 chip.device.kind=quantized chip.device.states=32 chip.device.readNoise=0.02",
            "chip.element.kind=in-place chip.element.restore=separate|merged",
            "chip.element.bits=6 chip.element.fullScale=0.05 chip.element.mismatch=0|0.1",
            "chip.cost.noise=0.1 chip.device.readNoise=0|0.05",
            "chip.tile.dacBits=6 chip.tile.adcBits=8 chip.tile.inputs=parallel|bit-serial chip.cost.bits=10",
            "chip.tile.activationBits=5 chip.astrocyte.deltaVecBits=8");
    private static final String FUNCTION = "network.layers=[4,2]|[4,3,2]|[4,9,2]|[4,5,4,2] network.activation=tanh|relu"
            + " chip.tile.rows=1|2|3|5 run.seed=1|2|3 run.epochs=0.25|0.5|1 run.evaluateEvery=40|epoch data.train=120|200"
            + " data.test=50 measures.gradient=0|30";
    private static final String COST = "chip.clock=100MHz|37MHz|1GHz chip.tile.columns=1|2|3|4|8 chip.tile.dacs=1|128"
            + " chip.tile.adcs=1|3|16 chip.tile.multipliers=all|2 chip.tile.lanes=1|16 chip.neurons.lanes=1|2|16"
            + " chip.astrocyte.lanes=1|16 chip.cost.lanes=1|16 chip.input.lanes=1|3|16 chip.tiles=500|4096"
            + " chip.powerGating=none|clock|power chip.interconnect.kind=point-to-point|shared-bus|h-tree|mesh"
            + " chip.interconnect.width=8bit|32bit|256bit chip.interconnect.arbiter=round-robin|fixed-priority"
            + " chip.interconnect.packet=1|16 chip.interconnect.buffers=1|2 chip.interconnect.multicast=true|false"
            + " chip.bus.medium=bus|tree|mesh chip.bus.width=8bit|32bit|128bit chip.bus.depth=1|4"
            + " chip.bus.arbiter=round-robin|fixed-priority chip.schedule=barrier|overlapped|dual-array"
            + " chip.write.mode=row|column|cell|parallel chip.write.slot=one-pulse|full-train|one-pulse|longest"
            + " chip.write.prices=device|technology technology=rram-32nm|sram-7nm|isaac-32nm run.targetAccuracy=50|70"
            + " run.threads=1|2 run.replay=auto|auto|auto|auto|auto|off chip.zeroGating=false|false|false|false|false|true"
            + " chip.skipIdleRows=false|false|false|false|false|true";

    private RandomScenarios() {}

    /** A scenario, if what was drawn for it fits together. */
    static Optional<Scenario> of(long functionSeed, long costSeed) {
        RandomStream draws = RandomStream.of(functionSeed, 1);
        List<String> sets = new ArrayList<>();
        pick(sets, RULES.get(draws.below(0, RULES.size())), draws.sub(1));
        pick(sets, CELLS.get(draws.below(1, CELLS.size())), draws.sub(2));
        pick(sets, FUNCTION, draws.sub(3));
        pick(sets, COST, RandomStream.of(costSeed, 2));
        try {
            Scenario scenario = Scenario.load("tiny", sets);
            scenario.measures(scenario.chip());
            return Optional.of(scenario);
        } catch (InputException unfit) {
            return Optional.empty();
        }
    }

    /** The keys of time and cost that are drawn. */
    static Set<String> costKeys() {
        return Stream.of(COST.split(" "))
                .map(choice -> choice.substring(0, choice.indexOf('=')))
                .collect(Collectors.toSet());
    }

    private static void pick(List<String> sets, String choices, RandomStream draws) {
        int number = 0;
        for (String choice : choices.isEmpty() ? List.<String>of() : List.of(choices.split(" "))) {
            int split = choice.indexOf('=') + 1;
            String[] values = choice.substring(split).split("\\|");
            sets.add(choice.substring(0, split) + values[draws.below(number++, values.length)]);
        }
    }
}
