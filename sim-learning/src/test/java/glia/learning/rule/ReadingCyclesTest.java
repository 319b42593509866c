package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.ChipAction;
import glia.chip.block.SynapseTile;
import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.Figure;
import glia.chip.build.Grade;
import glia.chip.build.NetworkShape;
import glia.chip.build.Technology;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.Converters;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Noise;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Periphery;
import glia.chip.device.DeviceParameters;
import glia.chip.interconnect.Arbiter;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.chip.message.Activations;
import glia.chip.message.PartialSums;
import glia.core.account.ActionLedger;
import glia.learning.law.Design;
import glia.learning.part.BackpropagationParameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * One tile of 3 x 4 by hand: two DACs of 2 cycles, a crossbar of 3, ADCs of 5 that take the next sum after 4, two adders of 1, a
 * wire of 7.
 */
class ReadingCyclesTest {
    private static final int WIRE = 7;
    private static final int MULTIPLY = 3;
    /** Three rows on two DACs, which take the next input after 2. */
    private static final int DRIVE = 2 + 2;
    /** Four columns on an ADC of their own each. */
    private static final int ALONE = 5;
    /** Four columns on one ADC, the last one after three others. */
    private static final int SHARED = 5 + 3 * 4;
    /** Four sums on two adders. */
    private static final int ADD = 1 + 1;

    private static Chip chip(int adcs, Converters converters) {
        ChipConfig config = new ChipConfig(
                3,
                4,
                1,
                Design.CLOCK,
                DeviceParameters.IDEAL,
                Noise.NONE,
                new SynapseTile.Options(false, false),
                new ChipConfig.Lanes(2, adcs, 2, 4, 4, 4, 4),
                new ChipConfig.Wires("point-to-point", 1024, new Network.Flow(Arbiter.ROUND_ROBIN, 1, 1, true)),
                new ChipConfig.Bus(Reach.Medium.BUS, 32, 1, Arbiter.ROUND_ROBIN));
        Periphery exact = Periphery.EXACT;
        return ChipBuilder.build(
                new NetworkShape(List.of(3, 4), ActivationFunction.TANH, CostFunction.CROSS_ENTROPY),
                config.withPeriphery(new Periphery(converters, exact.activations(), exact.deltaVecs(), exact.cost())),
                technology(),
                new Backpropagation(new BackpropagationParameters(false, 1, Optimizer.PLAIN)));
    }

    private static Technology technology() {
        Technology drawn = Design.technology(1);
        Map<String, Figure> latencies = new TreeMap<>(drawn.latencies());
        Map<String, Figure> intervals = new TreeMap<>(drawn.intervals());
        Map.of(
                        ChipAction.DAC_CONVERSION, List.of(2, 2),
                        ChipAction.MULTIPLY_ACCUMULATE, List.of(MULTIPLY, 3),
                        ChipAction.ADC_CONVERSION, List.of(5, 4),
                        ChipAction.ADD, List.of(1, 1),
                        ChipAction.HOP_WORD, List.of(WIRE, 1))
                .forEach((action, cycles) -> {
                    latencies.put(action.name(), cycles(cycles.get(0)));
                    intervals.put(action.name(), cycles(cycles.get(1)));
                });
        return new Technology("by hand", drawn.energies(), latencies, intervals, drawn.blocks(), drawn.areas());
    }

    private static Figure cycles(int count) {
        return new Figure(BigDecimal.valueOf(count).movePointLeft(8), "by hand", Grade.ASSUMED);
    }

    /** From the inputs at the tile to the sums at the neuron unit. */
    private static long cycles(Chip chip) {
        long[] arrived = new long[2];
        chip.addListener((cycle, port, message) -> {
            if (message instanceof Activations && port.name().contains("tile")) {
                arrived[0] = cycle;
            } else if (message instanceof PartialSums) {
                arrived[1] = cycle;
            }
        });
        chip.infer(new float[] {1f, 0f, -1f});
        return arrived[1] - arrived[0];
    }

    @Test
    void columnsThatShareAnAdcWaitForEachOther() {
        assertEquals(4 + 3 + 5 + 7, DRIVE + MULTIPLY + ALONE + WIRE);
        assertEquals(19, cycles(chip(4, Converters.EXACT)));
        assertEquals(4 + 3 + 17 + 7, DRIVE + MULTIPLY + SHARED + WIRE);
        assertEquals(31, cycles(chip(1, Converters.EXACT)));
        // two ADCs of two columns each: 5 + 4
        assertEquals(4 + 3 + 9 + 7, cycles(chip(2, Converters.EXACT)));
    }

    @Test
    void everyBitPlaneTakesAllOfIt() {
        Converters serial = new Converters(new FixedPoint(5, 1f), FixedPoint.exact(1f), true);
        assertEquals(5 * (DRIVE + MULTIPLY + SHARED + ADD) + WIRE, 137);
        assertEquals(137, cycles(chip(1, serial)));
        Converters parallel = new Converters(new FixedPoint(5, 1f), new FixedPoint(8, 1f), false);
        assertEquals(31, cycles(chip(1, parallel)));
    }

    @Test
    void everyBitPlaneIsCounted() {
        Chip chip = chip(1, new Converters(new FixedPoint(5, 1f), FixedPoint.exact(1f), true));
        chip.infer(new float[] {1f, 0f, -1f});
        ActionLedger.Account tile = chip.ledger().open("layer1.tile0.0", "tile");
        assertEquals(5 * 3, tile.count(ChipAction.DAC_CONVERSION));
        assertEquals(5 * 12, tile.count(ChipAction.MULTIPLY_ACCUMULATE));
        assertEquals(5 * 4, tile.count(ChipAction.ADC_CONVERSION));
        assertEquals(5 * 4, tile.count(ChipAction.ADD));
    }
}
