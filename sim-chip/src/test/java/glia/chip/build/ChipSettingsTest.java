package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.block.SynapseTile;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Noise;
import glia.chip.interconnect.Arbiter;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.core.config.InputException;
import glia.core.config.Position;
import glia.core.config.Settings;
import glia.core.config.Written;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChipSettingsTest {
    private static Settings settings(String... keysAndValues) {
        Map<String, Written> given = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], Written.of(keysAndValues[i + 1], new Position("chip.yaml", 4, 2)));
        }
        return new Settings(ChipSettings.KEYS, given);
    }

    @Test
    void theStandardChipIsMadeOfTheStandards() {
        ChipConfig config = ChipSettings.config(settings(), 1);
        assertEquals(
                new ChipConfig(
                                128,
                                128,
                                4096,
                                config.clockHertz(),
                                config.device(),
                                new Noise(0f, 0f, 1),
                                new SynapseTile.Options(false, false),
                                new ChipConfig.Lanes(128, 16, 16, 16, 16, 16, 16),
                                new ChipConfig.Wires(
                                        "point-to-point", 256, new Network.Flow(Arbiter.ROUND_ROBIN, 16, 2, true)),
                                new ChipConfig.Bus(Reach.Medium.BUS, 32, 2, Arbiter.ROUND_ROBIN))
                        .withProgramming(config.programming()),
                config);
        assertEquals(0, new BigDecimal("1e8").compareTo(config.clockHertz()));
        assertEquals(
                new NetworkShape(List.of(784, 64, 10), ActivationFunction.TANH, CostFunction.CROSS_ENTROPY),
                ChipSettings.shape(settings()));
    }

    @Test
    void everyKeyReachesItsPart() {
        Settings settings = settings(
                "chip.tile.rows",
                "1",
                "chip.tile.columns",
                "2",
                "chip.tile.dacs",
                "3",
                "chip.tile.adcs",
                "4",
                "chip.tile.lanes",
                "5",
                "chip.tile.multipliers",
                "15",
                "chip.powerGating",
                "power",
                "chip.tiles",
                "6",
                "chip.clock",
                "3 MHz",
                "chip.zeroGating",
                "true",
                "chip.skipIdleRows",
                "true",
                "chip.input.lanes",
                "7",
                "chip.neurons.lanes",
                "8",
                "chip.astrocyte.lanes",
                "9",
                "chip.cost.lanes",
                "10",
                "chip.interconnect.width",
                "2 byte",
                "chip.interconnect.kind",
                "mesh",
                "chip.interconnect.arbiter",
                "fixed-priority",
                "chip.interconnect.packet",
                "13",
                "chip.interconnect.buffers",
                "14",
                "chip.interconnect.multicast",
                "false",
                "chip.bus.medium",
                "tree",
                "chip.bus.width",
                "11 bit",
                "chip.bus.depth",
                "12",
                "chip.bus.arbiter",
                "fixed-priority",
                "network.layers",
                "[3, 2, 1]",
                "network.activation",
                "relu",
                "network.cost",
                "mse");
        ChipConfig config = ChipSettings.config(settings, 1);
        assertEquals(
                new ChipConfig(
                        1,
                        2,
                        6,
                        config.clockHertz(),
                        config.device(),
                        new Noise(0f, 0f, 1),
                        new SynapseTile.Options(true, true),
                        new ChipConfig.Lanes(3, 4, 5, 8, 9, 10, 7),
                        new ChipConfig.Wires("mesh", 16, new Network.Flow(Arbiter.FIXED_PRIORITY, 13, 14, false)),
                        new ChipConfig.Bus(Reach.Medium.TREE, 11, 12, Arbiter.FIXED_PRIORITY),
                        PowerGating.POWER,
                        15,
                        config.periphery(),
                        config.programming(),
                        config.schedule()),
                config);
        assertEquals(0, new BigDecimal(3_000_000).compareTo(config.clockHertz()));
        assertEquals(
                new NetworkShape(List.of(3, 2, 1), ActivationFunction.RELU, CostFunction.MSE),
                ChipSettings.shape(settings));
        assertEquals(
                ActivationFunction.IDENTITY,
                ChipSettings.shape(settings("network.activation", "identity")).activation());
        assertEquals(
                CostFunction.LINEAR,
                ChipSettings.shape(settings("network.cost", "linear")).cost());
    }

    @Test
    void aNetworkThatDoesNotFitIsRefusedWithTheTilesItNeeds() {
        Settings settings = settings("chip.tiles", "7");
        InputException refusal = assertThrows(InputException.class, () -> ChipSettings.shape(settings));
        assertEquals(
                "chip.yaml:4:2: chip.tiles is 7; expected at least 8, which network [784, 64, 10] needs with tiles of"
                        + " 128 x 128",
                refusal.getMessage());
        assertEquals(3, ChipSettings.shape(settings("chip.tiles", "8")).sizes().size());
    }

    @Test
    void halfABitIsRefused() {
        Settings settings = settings("chip.bus.width", "1.5 bit");
        InputException refusal = assertThrows(InputException.class, () -> ChipSettings.config(settings, 1));
        assertEquals("chip.yaml:4:2: chip.bus.width is 1.5 bit; expected a whole number of bits", refusal.getMessage());
    }
}
