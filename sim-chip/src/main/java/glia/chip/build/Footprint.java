package glia.chip.build;

import glia.chip.block.Schedule;
import glia.chip.message.Phase;
import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import java.util.List;

/**
 * The memory that simulating a chip takes at most, in bytes on a 64-bit machine: what stands once the chip is built and has
 * learned from a few samples, data and traces apart. Linear in synapses and in tiles.
 *
 * @param bytesOfSynapses weights 4, potentiations 4, commits that left a column out 4 and toggles without a commit 4 (made
 *     at the first one);
 *     perturbations of rank one take nothing; what others hold, and registers, as the rule says
 * @param bytesOfTiles blocks, ports, wires, accounts, buffers and recordings
 * @param bytesOfAstrocytes DeltaVecs and probed samples
 */
public record Footprint(long bytesOfSynapses, long bytesOfTiles, long bytesOfAstrocytes) {
    /** Of each synapse, registers apart. */
    public static final int SYNAPSE = 16;

    private static final int TILE = 7_000;
    /** Of a tile for each kind of step that is recorded: deliveries and counts. */
    private static final int STEP = 160;
    /** The hardware and the account of a second copy of a tile's cells. */
    private static final int COPY = 1_100;
    /** A row's arrays have headers, and buffers hold some words for it. */
    private static final int ROW = 140;

    private static final int COLUMN = 110;
    /** An array's header, its place in the array of rows, and what it is rounded up by. */
    private static final int HEADER = 28;
    /** Columns that the rows of values are rounded up to a multiple of, at most. */
    private static final int VECTOR = 16;
    /** Of the counts of raised weights, 64 synapses. */
    private static final int RAISED = 48;

    /** The footprint of a network on a floorplan under a rule, with phases that are ended by barriers. */
    public static Footprint of(NetworkShape shape, Floorplan floorplan, LearningRule rule) {
        return of(shape, floorplan, rule, Schedule.BARRIER);
    }

    /** The footprint of a network on a floorplan under a rule and a schedule; copies of weights are simulated as one array. */
    public static Footprint of(NetworkShape shape, Floorplan floorplan, LearningRule rule, Schedule schedule) {
        // overlapping phases are recorded in place of those phases
        long steps = Phase.values().length - 1 + 2L * shape.layers();
        long tile = TILE + STEP * steps + COPY * (schedule.copies() - 1L);
        long tiles = 0;
        long registers = 0;
        for (List<TileSite> layer : floorplan.tiles()) {
            for (TileSite site : layer) {
                tiles += tile + (long) ROW * site.rows() + (long) COLUMN * site.columns();
                registers += site.rows() * registersOfARow(rule, site.columns());
            }
        }
        long astrocytes = 0;
        for (LayerSite layer : floorplan.layers()) {
            long memory = (long) layer.classes() * layer.neurons();
            long probed = (long) rule.astrocytes().probedSamples(layer.classes())
                    * (layer.neurons() + rule.astrocytes().probedNeurons(layer) + layer.classes());
            astrocytes += rule.astrocytes().in(layer) ? Float.BYTES * (memory + probed) : 0;
        }
        return new Footprint(SYNAPSE * shape.synapses() + registers, tiles, astrocytes);
    }

    /** Bytes of what the synapses of a row hold beside weight and write counts, and of counts for changes not of rank one. */
    private static long registersOfARow(LearningRule rule, int columns) {
        long words = (columns + (long) Long.SIZE - 1) / Long.SIZE;
        long values = HEADER + Float.BYTES * ((columns + VECTOR - 1L) / VECTOR * VECTOR);
        long bits = HEADER + Long.BYTES * words;
        long held = rule.elementBits() == 0 ? 0 : rule.elementBits() < Float.SIZE ? bits : values;
        long integrated = values
                * rule.integration().map(by -> 1 + by.optimizer().moments()).orElse(0);
        return held + integrated + (held + integrated > 0 ? RAISED * words : 0);
    }

    /** Bytes of a synapse under a rule. */
    public static long bytesOfASynapse(LearningRule rule) {
        return SYNAPSE + bytesOfRegisters(rule);
    }

    /** Bytes of a synapse's registers under a rule. */
    public static long bytesOfRegisters(LearningRule rule) {
        return (rule.registerBits() + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** All of it. */
    public long bytes() {
        return bytesOfSynapses + bytesOfTiles + bytesOfAstrocytes;
    }
}
