package glia.chip.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.ChipAction;
import glia.chip.block.SynapseTile;
import glia.chip.datapath.Noise;
import glia.chip.device.DeviceParameters;
import glia.chip.interconnect.Arbiter;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.core.account.ActionTiming;
import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ChipConfigTest {
    private static final ChipConfig CONFIG = new ChipConfig(
            128,
            64,
            100,
            new BigDecimal("1e8"),
            DeviceParameters.IDEAL,
            Noise.NONE,
            new SynapseTile.Options(false, false),
            new ChipConfig.Lanes(2, 3, 4, 5, 6, 7, 8),
            new ChipConfig.Wires("point-to-point", 256, new Network.Flow(Arbiter.ROUND_ROBIN, 16, 2, true)),
            new ChipConfig.Bus(Reach.Medium.BUS, 8, 3, Arbiter.ROUND_ROBIN));

    private static ActionTiming onLink(long latency, long interval, int bits, int depth, long listeners) {
        return ChipConfig.onLink(new ActionTiming(latency, interval, 1), bits, depth, listeners);
    }

    @Example
    void aLinkOfOneWordIsThatOfTheTable() {
        assertEquals(new ActionTiming(2, 1, 1), onLink(2, 1, 32, 1, 1));
        assertEquals(new ActionTiming(2, 1, 1), onLink(2, 1, 63, 1, 1));
    }

    @Example
    void aNarrowLinkTakesSeveralBeatsAWord() {
        assertEquals(new ActionTiming(3, 2, 1), onLink(2, 1, 31, 1, 1));
        assertEquals(new ActionTiming(3, 2, 1), onLink(2, 1, 16, 1, 1));
        assertEquals(new ActionTiming(5, 4, 1), onLink(2, 1, 8, 1, 1));
        assertEquals(new ActionTiming(33, 32, 1), onLink(2, 1, 1, 1, 1));
        assertEquals(new ActionTiming(2 + 3 * 3, 12, 1), onLink(2, 3, 8, 1, 1));
    }

    @Example
    void aWideLinkTakesSeveralWordsABeat() {
        assertEquals(new ActionTiming(2, 1, 2), onLink(2, 1, 64, 1, 1));
        assertEquals(new ActionTiming(2, 1, 8), onLink(2, 1, 256, 1, 1));
        assertEquals(new ActionTiming(2, 1, 8), onLink(2, 1, 287, 1, 1));
    }

    @Example
    void eachStageOfADeepLinkAddsItsLatencyOnce() {
        assertEquals(new ActionTiming(6, 1, 1), onLink(2, 1, 32, 3, 1));
        assertEquals(new ActionTiming(9, 4, 1), onLink(2, 1, 8, 3, 1));
    }

    @Example
    void aBeatReachesAllListeners() {
        assertEquals(new ActionTiming(2, 1, 20), onLink(2, 1, 32, 1, 20));
        assertEquals(new ActionTiming(2, 1, 40), onLink(2, 1, 64, 1, 20));
    }

    /** n words end (n - 1) words' beats after the first, whatever the width. */
    @Property
    void wordsCrossALinkAsItsWidthAllows(
            @ForAll @LongRange(min = 1, max = 20) long latency,
            @ForAll @LongRange(min = 1, max = 20) long interval,
            @ForAll @IntRange(min = 1, max = 512) int bits,
            @ForAll @IntRange(min = 1, max = 9) int depth,
            @ForAll @LongRange(min = 1, max = 100) long words) {
        ActionTiming link = onLink(latency, interval, bits, depth, 1);
        long beats = bits >= 32 ? Math.floorDiv(words - 1, (long) (bits / 32)) + 1 : words * ((31 + bits) / bits);
        assertEquals(latency * depth + (beats - 1) * interval, link.duration(words));
    }

    @Example
    void unitsHaveTheirLanes() {
        assertEquals(2, CONFIG.lanes(BlockKind.TILE, ChipAction.DAC_CONVERSION, 50));
        assertEquals(3, CONFIG.lanes(BlockKind.TILE, ChipAction.ADC_CONVERSION, 50));
        assertEquals(4, CONFIG.lanes(BlockKind.TILE, ChipAction.STORE_WORD, 50));
        assertEquals(50, CONFIG.lanes(BlockKind.TILE, ChipAction.SET_PERTURBATION, 50));
        assertEquals(1, CONFIG.lanes(BlockKind.TILE, ChipAction.WRITE_ROW, 50));
        assertEquals(ActionTiming.ALL, CONFIG.lanes(BlockKind.TILE, ChipAction.MULTIPLY_ACCUMULATE, 50));
        assertEquals(ActionTiming.ALL, CONFIG.lanes(BlockKind.TILE, ChipAction.READ_PERTURBATION, 50));
        assertEquals(5, CONFIG.lanes(BlockKind.NEURONS, ChipAction.ACTIVATE, 1));
        assertEquals(6, CONFIG.lanes(BlockKind.ASTROCYTE, ChipAction.READ_DELTAVEC, 1));
        assertEquals(7, CONFIG.lanes(BlockKind.COST, ChipAction.EVALUATE_COST, 1));
        assertEquals(8, CONFIG.lanes(BlockKind.INPUT, ChipAction.FETCH_WORD, 1));
        assertEquals(1, CONFIG.lanes(BlockKind.SEQUENCER, ChipAction.BARRIER, 1));
    }

    @Example
    void aTileOfFewMultipliersSetsAsFewElements() {
        ChipConfig few = new ChipConfig(
                CONFIG.tileRows(),
                CONFIG.tileColumns(),
                CONFIG.maximumTiles(),
                CONFIG.clockHertz(),
                CONFIG.device(),
                CONFIG.noise(),
                CONFIG.tileOptions(),
                CONFIG.lanes(),
                CONFIG.wires(),
                CONFIG.bus(),
                PowerGating.CLOCK,
                7);
        assertEquals(7, few.lanes(BlockKind.TILE, ChipAction.MULTIPLY_ACCUMULATE, 50));
        assertEquals(7, few.lanes(BlockKind.TILE, ChipAction.READ_PERTURBATION, 50));
        assertEquals(7, few.lanes(BlockKind.TILE, ChipAction.SET_PERTURBATION, 50));
        assertEquals(5, few.lanes(BlockKind.TILE, ChipAction.DRAW_SIGN, 5));
        assertEquals(2, few.lanes(BlockKind.TILE, ChipAction.DAC_CONVERSION, 50));
    }

    @Example
    void transfersAreTimedByTheWidthsOfTheirLinks() {
        Technology technology = Technologies.complete("2e-8", "1e-8");
        Reach bus = Reach.ofBus(10, 3);
        assertEquals(
                new ActionTiming(2, 1, 8),
                CONFIG.timing(technology, BlockKind.INTERCONNECT, ChipAction.HOP_WORD, 1, bus));
        assertEquals(new ActionTiming(2 * 7, 1, 8), CONFIG.linkTiming(technology, 7));
        assertEquals(
                new ActionTiming(2 * 3 + 3, 4, 10),
                CONFIG.timing(technology, BlockKind.BUS, ChipAction.BROADCAST_WORD, 1, bus));
        assertEquals(
                new ActionTiming(2 * 5 + 3, 4, 12),
                CONFIG.timing(
                        technology, BlockKind.BUS, ChipAction.HOP_WORD, 1, new Reach(ChipAction.HOP_WORD, 12, 5)));
        assertEquals(new ActionTiming(2, 1, 5), CONFIG.timing(technology, BlockKind.NEURONS, ChipAction.ADD, 1, bus));
    }

    @Example
    void everyUnitHasLanesForEveryAction() {
        for (BlockKind kind : BlockKind.values()) {
            for (ChipAction action : ChipAction.values()) {
                assertTrue(CONFIG.lanes(kind, action, 7) >= 1, kind + " " + action);
            }
        }
    }
}
