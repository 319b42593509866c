package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.ChipAction;
import glia.chip.block.Schedule;
import glia.chip.block.SynapseTile;
import glia.chip.build.ChipConfig;
import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.NetworkShape;
import glia.chip.build.SampleTimeline;
import glia.chip.build.SampleTimeline.Span;
import glia.chip.build.Technology;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Noise;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.chip.device.DeviceParameters;
import glia.chip.interconnect.Arbiter;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.chip.message.Phase;
import glia.learning.law.Design;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * A sample on a chip of three layers of two neurons, a tile each, under δ-MGD, cycle by cycle. A unit does all it is asked at once, but
 * for elements, which are set a row at a time, and cells, which are written a row at a time. A message takes a cycle on its wire; a word
 * on the bus is granted a cycle after it is ready and heard a cycle after that.
 */
class ThreeLayerScheduleTest {
    private static final Map<ChipAction, Integer> LATENCIES = Map.ofEntries(
            Map.entry(ChipAction.FETCH_WORD, 2),
            Map.entry(ChipAction.DAC_CONVERSION, 1),
            Map.entry(ChipAction.MULTIPLY_ACCUMULATE, 5),
            Map.entry(ChipAction.READ_PERTURBATION, 6),
            Map.entry(ChipAction.ADC_CONVERSION, 1),
            Map.entry(ChipAction.SET_PERTURBATION, 3),
            Map.entry(ChipAction.WRITE_ROW, 10),
            Map.entry(ChipAction.WRITE_BIAS, 2),
            Map.entry(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, 2),
            Map.entry(ChipAction.DIVIDE, 2),
            Map.entry(ChipAction.ACTIVATE, 3),
            Map.entry(ChipAction.EVALUATE_COST, 4),
            Map.entry(ChipAction.BARRIER, 20));

    private static Technology technology() {
        Technology drawn = Design.technology(1);
        Map<String, Figure> times = new HashMap<>();
        for (ChipAction action : ChipAction.values()) {
            BigDecimal seconds =
                    BigDecimal.valueOf(LATENCIES.getOrDefault(action, 1)).movePointLeft(8);
            times.put(action.name(), new Figure(seconds, "chosen", Grade.ASSUMED));
        }
        return new Technology("by hand", drawn.energies(), times, times, drawn.blocks(), drawn.areas());
    }

    private static List<String> timeline(Schedule schedule, Recall recall, Norm norm) {
        DeltaMgdParameters parameters = new DeltaMgdParameters(
                new DeltaVecParameters(recall, Slope.EXACT, DeltaVecSource.EXEMPLARS, 10, 0, 0f, 0.01f, 3, 0.3f, 0),
                false,
                norm,
                0.03f,
                OptionalDouble.empty(),
                1,
                Optimizer.PLAIN);
        ChipConfig config = new ChipConfig(
                        2,
                        2,
                        3,
                        Design.CLOCK,
                        DeviceParameters.IDEAL,
                        Noise.NONE,
                        new SynapseTile.Options(false, false),
                        new ChipConfig.Lanes(100, 100, 100, 100, 100, 100, 100),
                        new ChipConfig.Wires("point-to-point", 3200, new Network.Flow(Arbiter.ROUND_ROBIN, 1, 1, true)),
                        new ChipConfig.Bus(Reach.Medium.BUS, 32, 1, Arbiter.ROUND_ROBIN))
                .withSchedule(schedule);
        NetworkShape shape = new NetworkShape(List.of(2, 2, 2, 2), ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);
        return lines(SampleTimeline.of(shape, config, technology(), new DeltaMgd(parameters)));
    }

    private static List<String> lines(SampleTimeline timeline) {
        List<String> lines = new ArrayList<>();
        timeline.blocks().forEach((block, phases) -> {
            StringBuilder line = new StringBuilder(block);
            for (Map.Entry<Phase, Span> phase : phases.entrySet()) {
                line.append(String.format(
                        ", %s %d-%d",
                        phase.getKey(),
                        phase.getValue().start(),
                        phase.getValue().end()));
            }
            lines.add(line.toString());
        });
        timeline.barriers().forEach(barrier -> lines.add("barrier " + barrier.start() + "-" + barrier.end()));
        lines.add(timeline.cycles() + " cycles");
        return lines;
    }

    /**
     * The words of the five phases are heard in cycles 2 to 6. Fetched 2-4, the inputs reach layer 1 in cycle 5, those of the perturbed
     * pass right behind them in cycle 6.
     *
     * <pre>
     * layer          1                 2                 3
     * tile keeps     5-6               18-19             31-32
     * DAC            5-6               18-19             31-32
     * multiplies     6-11              19-24             32-37
     * ADC            11-12             24-25             37-38
     * sums heard     13                26                39
     * adds           13-14             26-27             39-40     outputs heard in 41, cost 41-45
     * activates      14-17             27-30
     * slopes         17-18, heard 19   30-31, heard 32   none
     * norm of a      input 2-4 fetch, 4-6, heard 7;  layer 1 17-19, heard 20;  layer 2 30-32, heard 33
     * recalls        5-6 in all layers, from the label heard in 5
     * times slopes   19-21             32-34             none; d leaves when the norm from below is there, in 33
     * its norm       21-23, heard 24   34-36, heard 37   33-35, heard 36
     * d heard        22                35                34
     * stores d       22-23             35-36             34-35
     * loads          23-24             36-37             35-36
     * multiplies     24-26             37-39             36-38
     * sets, 2 rows   26-32             39-45             38-44
     * sets biases    26-29             39-42             38-41
     * perturbed in   6, waits to 32    46                60
     * DAC            32-33             46-47             60-61
     * reads element  33-39             47-53             61-67
     * ADC            39-40             53-54             67-68
     * adds           41-42             55-56             69-70     outputs heard in 71, cost 71-75
     * activates      42-45             56-59
     * </pre>
     *
     * Update word: adds 75-76, divides 76-78, multiplies 78-80, granted in 81, heard in 82. Tiles and neuron units load 82-83, multiply
     * 83-85; two rows of cells are written 85-105, biases 85-87. One barrier 105-125.
     */
    @Test
    void thePerturbedPassFollowsOneLayerBehindWithALabelAndADeferredNorm() {
        assertEquals(
                List.of(
                        "input, BASELINE 2-6",
                        "layer1.tiles, BASELINE 5-12, RECALL 22-23, PERTURB 23-32, PERTURBED 32-40, UPDATE 82-105",
                        "layer1.neurons, BASELINE 13-19, RECALL 22-23, PERTURB 23-29, PERTURBED 41-45, UPDATE 82-87",
                        "layer1.astrocyte, RECALL 5-23",
                        "layer2.tiles, BASELINE 18-25, RECALL 35-36, PERTURB 36-45, PERTURBED 46-54, UPDATE 82-105",
                        "layer2.neurons, BASELINE 26-32, RECALL 35-36, PERTURB 36-42, PERTURBED 55-59, UPDATE 82-87",
                        "layer2.astrocyte, RECALL 5-36",
                        "layer3.tiles, BASELINE 31-38, RECALL 34-35, PERTURB 35-44, PERTURBED 60-68, UPDATE 82-105",
                        "layer3.neurons, BASELINE 39-40, RECALL 34-35, PERTURB 35-41, PERTURBED 69-70, UPDATE 82-87",
                        "layer3.astrocyte, RECALL 5-35",
                        "cost, BASELINE 41-45, PERTURBED 71-75, UPDATE 75-80",
                        "bus, BASELINE 1-2, RECALL 2-3, PERTURB 3-4, PERTURBED 4-5, UPDATE 5-82",
                        "barrier 105-125",
                        "125 cycles"),
                timeline(Schedule.OVERLAPPED, Recall.LABEL, Norm.DEFERRED));
    }

    /**
     * As above up to the norms, of which the last one is heard in cycle 37. The scale: adds 37-38, divides 38-40, granted in 41, heard in
     * 42 by all. Elements: loads 42-43, multiplies 43-45, sets 45-51, biases 45-48; so the perturbed pass starts in layer 1 in cycle
     * 51, and all later cycles are 19 later, but for the update word, which neither sums norms nor divides: 94-95, 95-97, heard in 99.
     */
    @Test
    void thePerturbedPassWaitsForAGlobalNorm() {
        assertEquals(
                List.of(
                        "input, BASELINE 2-6",
                        "layer1.tiles, BASELINE 5-12, RECALL 22-23, PERTURB 42-51, PERTURBED 51-59, UPDATE 99-122",
                        "layer1.neurons, BASELINE 13-19, RECALL 22-23, PERTURB 42-48, PERTURBED 60-64, UPDATE 99-104",
                        "layer1.astrocyte, RECALL 5-23",
                        "layer2.tiles, BASELINE 18-25, RECALL 35-36, PERTURB 42-51, PERTURBED 65-73, UPDATE 99-122",
                        "layer2.neurons, BASELINE 26-32, RECALL 35-36, PERTURB 42-48, PERTURBED 74-78, UPDATE 99-104",
                        "layer2.astrocyte, RECALL 5-36",
                        "layer3.tiles, BASELINE 31-38, RECALL 34-35, PERTURB 42-51, PERTURBED 79-87, UPDATE 99-122",
                        "layer3.neurons, BASELINE 39-40, RECALL 34-35, PERTURB 42-48, PERTURBED 88-89, UPDATE 99-104",
                        "layer3.astrocyte, RECALL 5-35",
                        "cost, BASELINE 41-45, PERTURB 37-40, PERTURBED 90-94, UPDATE 94-97",
                        "bus, BASELINE 1-2, RECALL 2-3, PERTURB 3-42, PERTURBED 4-5, UPDATE 5-99",
                        "barrier 122-142",
                        "142 cycles"),
                timeline(Schedule.OVERLAPPED, Recall.LABEL, Norm.GLOBAL));
    }
}
