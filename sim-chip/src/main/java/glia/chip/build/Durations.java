package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.datapath.Converters;
import glia.chip.datapath.Periphery;
import glia.chip.interconnect.Reach;
import glia.chip.plasticity.TileSite;
import glia.core.account.ActionTiming;

/** How long actions take on units that are free. */
class Durations {
    private final ChipConfig config;
    private final Technology technology;
    private final Reach reach;

    /** Takes the timings of a chip with the reach of its broadcast bus. */
    Durations(ChipConfig config, Technology technology, Reach reach) {
        this.config = config;
        this.technology = technology;
        this.reach = reach;
    }

    /** A message of some words over a wire. */
    final long hop(long words) {
        return duration(BlockKind.INTERCONNECT, ChipAction.HOP_WORD, words);
    }

    /** A word on the quiet bus: granted in the cycle after it is ready. */
    final long broadcast() {
        return broadcast(1);
    }

    /** Some words of one message on the quiet bus: granted in the cycle after they are ready. */
    final long broadcast(int words) {
        return 1 + timing(BlockKind.BUS, reach.action(), 1).duration(words * reach.times());
    }

    /** Cycles from the grant of a word on the bus to the next one. */
    final long broadcastInterval() {
        ActionTiming word = timing(BlockKind.BUS, reach.action(), 1);
        return word.batches(reach.times()) * word.interval();
    }

    /** Actions of a neuron unit. */
    final long neurons(ChipAction action, long times) {
        return duration(BlockKind.NEURONS, action, times);
    }

    /** Actions of an astrocyte unit. */
    final long astrocyte(ChipAction action, long times) {
        return duration(BlockKind.ASTROCYTE, action, times);
    }

    /** Actions of a tile. */
    final long tile(TileSite tile, ChipAction action, long times) {
        return timing(BlockKind.TILE, action, tile.columns()).duration(times);
    }

    /** A read of a tile: some lines driven, some sums converted, once for each bit plane, with its addition. */
    final long read(TileSite tile, int driven, boolean elements, int sums) {
        Converters converters = periphery().converters();
        long multiplied = tile(tile, ChipAction.MULTIPLY_ACCUMULATE, tile.synapses());
        long element = elements ? tile(tile, ChipAction.READ_PERTURBATION, tile.synapses()) : 0;
        long plane = tile(tile, ChipAction.DAC_CONVERSION, driven)
                + Math.max(multiplied, element)
                + tile(tile, ChipAction.ADC_CONVERSION, sums)
                + (converters.bitSerial() ? tile(tile, ChipAction.ADD, sums) : 0);
        return converters.planes() * plane;
    }

    final Periphery periphery() {
        return config.periphery();
    }

    /** Actions of a block of another kind. */
    final long duration(BlockKind kind, ChipAction action, long times) {
        return timing(kind, action, 1).duration(times);
    }

    final ActionTiming timing(BlockKind kind, ChipAction action, int columns) {
        return config.timing(technology, kind, action, columns, reach);
    }
}
