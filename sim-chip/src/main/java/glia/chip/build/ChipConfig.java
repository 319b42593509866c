package glia.chip.build;

import glia.chip.ChipAction;
import glia.chip.block.Schedule;
import glia.chip.block.SynapseTile;
import glia.chip.datapath.Noise;
import glia.chip.datapath.Periphery;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Programming;
import glia.chip.interconnect.Arbiter;
import glia.chip.interconnect.Network;
import glia.chip.interconnect.Reach;
import glia.core.account.ActionTiming;
import java.math.BigDecimal;

/**
 * A chip's structure.
 *
 * @param tileRows inputs a tile holds at most
 * @param tileColumns outputs a tile holds at most
 * @param maximumTiles tiles there are
 * @param clockHertz the one clock
 * @param device the synaptic device
 * @param noise of what is read
 * @param tileOptions choices of the tiles' circuit
 * @param lanes physical widths of the units
 * @param wires the interconnect
 * @param bus the broadcast bus
 * @param powerGating what blocks without work are spared
 * @param multipliers multiply-accumulates a tile does at once, and elements it sets at once where that is less than a row;
 *     {@link ActionTiming#ALL} in a crossbar
 * @param periphery converters, widths of memories, read-out of the cost
 * @param programming how synapses are perturbed and written
 * @param schedule when the phases of a sample start
 */
public record ChipConfig(
        int tileRows,
        int tileColumns,
        int maximumTiles,
        BigDecimal clockHertz,
        DeviceParameters device,
        Noise noise,
        SynapseTile.Options tileOptions,
        Lanes lanes,
        Wires wires,
        Bus bus,
        PowerGating powerGating,
        long multipliers,
        Periphery periphery,
        Programming programming,
        Schedule schedule) {
    /** Bits of a word. */
    public static final int WORD_BITS = 32;

    /**
     * A chip that reads and remembers in float, with separate perturbation elements, whose cells are written row by row and whose phases
     * end in barriers.
     */
    public ChipConfig(
            int tileRows,
            int tileColumns,
            int maximumTiles,
            BigDecimal clockHertz,
            DeviceParameters device,
            Noise noise,
            SynapseTile.Options tileOptions,
            Lanes lanes,
            Wires wires,
            Bus bus,
            PowerGating powerGating,
            long multipliers) {
        this(
                tileRows,
                tileColumns,
                maximumTiles,
                clockHertz,
                device,
                noise,
                tileOptions,
                lanes,
                wires,
                bus,
                powerGating,
                multipliers,
                Periphery.EXACT,
                Programming.DEFAULT,
                Schedule.BARRIER);
    }

    /** A chip of crossbars, without gating. */
    public ChipConfig(
            int tileRows,
            int tileColumns,
            int maximumTiles,
            BigDecimal clockHertz,
            DeviceParameters device,
            Noise noise,
            SynapseTile.Options tileOptions,
            Lanes lanes,
            Wires wires,
            Bus bus) {
        this(
                tileRows,
                tileColumns,
                maximumTiles,
                clockHertz,
                device,
                noise,
                tileOptions,
                lanes,
                wires,
                bus,
                PowerGating.NONE,
                ActionTiming.ALL);
    }

    /**
     * How many of its actions a unit does at once.
     *
     * @param dacs DACs of a tile
     * @param adcs ADCs of a tile
     * @param tile digital words a tile handles at once
     * @param neurons lanes of a neuron unit
     * @param astrocyte lanes of an astrocyte unit
     * @param cost lanes of the cost unit
     * @param input lanes of the input port
     */
    public record Lanes(int dacs, int adcs, int tile, int neurons, int astrocyte, int cost, int input) {}

    /**
     * The interconnect.
     *
     * @param kind its name
     * @param bits width of a link
     * @param flow how its routers work, where links are shared
     */
    public record Wires(String kind, int bits, Network.Flow flow) {}

    /**
     * The broadcast bus.
     *
     * @param medium what it is made of
     * @param bits width
     * @param depth pipeline stages from a sender to the listeners, each of the latency of a broadcast word; of a bus only
     * @param arbiter how a sender is chosen
     */
    public record Bus(Reach.Medium medium, int bits, int depth, Arbiter arbiter) {}

    /** The same chip with another device. */
    public ChipConfig withDevice(DeviceParameters other) {
        return with(other, noise, wires, periphery, programming, schedule);
    }

    /** The same chip whose synapses are perturbed and written otherwise. */
    public ChipConfig withProgramming(Programming other) {
        return with(device, noise, wires, periphery, other, schedule);
    }

    /** The same chip with other noise. */
    public ChipConfig withNoise(Noise other) {
        return with(device, other, wires, periphery, programming, schedule);
    }

    /** The same chip with another interconnect. */
    public ChipConfig withWires(Wires other) {
        return with(device, noise, other, periphery, programming, schedule);
    }

    /** The same chip with another periphery. */
    public ChipConfig withPeriphery(Periphery other) {
        return with(device, noise, wires, other, programming, schedule);
    }

    /** The same chip with another schedule. */
    public ChipConfig withSchedule(Schedule other) {
        return with(device, noise, wires, periphery, programming, other);
    }

    private ChipConfig with(
            DeviceParameters newDevice,
            Noise newNoise,
            Wires newWires,
            Periphery newPeriphery,
            Programming newProgramming,
            Schedule newSchedule) {
        return new ChipConfig(
                tileRows,
                tileColumns,
                maximumTiles,
                clockHertz,
                newDevice,
                newNoise,
                tileOptions,
                lanes,
                newWires,
                bus,
                powerGating,
                multipliers,
                newPeriphery,
                newProgramming,
                newSchedule);
    }

    /** Lanes of a block's unit for an action; {@code columns} are those of the tile. */
    long lanes(BlockKind kind, ChipAction action, int columns) {
        return switch (kind) {
            case TILE -> tileLanes(action, columns);
            case NEURONS -> lanes.neurons();
            case ASTROCYTE -> lanes.astrocyte();
            case COST -> lanes.cost();
            case INPUT -> lanes.input();
            case SEQUENCER, BUS, INTERCONNECT, REGISTER -> 1;
        };
    }

    private long tileLanes(ChipAction action, int columns) {
        return switch (action) {
            case DAC_CONVERSION -> lanes.dacs();
            case ADC_CONVERSION -> lanes.adcs();
            case MULTIPLY_ACCUMULATE, READ_PERTURBATION -> multipliers;
            case SET_PERTURBATION, DRAW_SIGN -> Math.min(columns, multipliers);
            case WRITE_ROW -> 1;
            default -> lanes.tile();
        };
    }

    /** The timing of an action on a kind of block; {@code reach} is that of the broadcast bus. */
    ActionTiming timing(Technology technology, BlockKind kind, ChipAction action, int columns, Reach reach) {
        ActionTiming timing = technology.timing(action, lanes(kind, action, columns), clockHertz);
        if (kind == BlockKind.BUS && action == reach.action()) {
            return onLink(timing, bus.bits(), reach.depth(), reach.times());
        }
        return action == ChipAction.HOP_WORD ? onLink(timing, wires.bits(), 1, 1) : timing;
    }

    /** The timing of a word on a link of the interconnect, of some steps of the floorplan's grid. */
    ActionTiming linkTiming(Technology technology, int length) {
        return onLink(technology.timing(ChipAction.HOP_WORD, 1, clockHertz), wires.bits(), length, 1);
    }

    /** A word transfer's timing on a link of some width: narrow links take several beats a word, wide ones take several words. */
    static ActionTiming onLink(ActionTiming oneWord, int bits, int depth, long listeners) {
        long beatsPerWord = Math.max(1, (WORD_BITS + bits - 1) / bits);
        long wordsPerBeat = Math.max(1, bits / WORD_BITS);
        long interval = oneWord.interval() * beatsPerWord;
        long latency = oneWord.latency() * depth + interval - oneWord.interval();
        return new ActionTiming(latency, interval, wordsPerBeat * listeners);
    }
}
