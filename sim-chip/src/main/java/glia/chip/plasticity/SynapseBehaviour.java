package glia.chip.plasticity;

import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.PerturbationElements;
import glia.chip.datapath.WeightChange;
import glia.core.archive.Archive;

/**
 * The part of a learning rule that sits in a tile, or beside the biases of a neuron unit; one object a block, so it may keep
 * buffers. What a method is given is what the block's own wires have brought: a rule that needs more must add a message, and so
 * pay for it.
 */
public interface SynapseBehaviour {
    /** A tile whose elements and weights stay as they are. */
    SynapseBehaviour PLAIN = new SynapseBehaviour() {};

    /**
     * What a block computes beside driving elements or cells.
     *
     * @param loads numbers loaded from its buffer
     * @param multiplyAccumulates digital multiply-accumulates
     * @param draws signs or waveform values drawn
     * @param activations how many of the loaded numbers are kept activations, which may be narrower than a word
     */
    record Work(long loads, long multiplyAccumulates, long draws, long activations) {
        /** Work that loads no activation, or as a word each. */
        public Work(long loads, long multiplyAccumulates, long draws) {
            this(loads, multiplyAccumulates, draws, 0);
        }

        /** Words loaded where activations are kept as numbers of some kind, side by side. */
        public long loadedWords(FixedPoint kept) {
            return loads - activations + kept.words(activations);
        }
    }

    /** Whether the rule perturbs synapses at all, so that the block has elements. */
    default boolean setsElements() {
        return true;
    }

    /** Whether the block's elements are set for a perturbed pass; passes count from 0 over the run. */
    default boolean takesPart(long pass) {
        return true;
    }

    /** Whether elements stay as they are after the update of a pass. */
    default boolean keepsElements(long pass) {
        return false;
    }

    /**
     * Sets the block's perturbation elements.
     *
     * @param pass the perturbed pass that follows, from 0
     * @param activations the inputs kept from the baseline pass; 1 for biases
     * @param deltas the DeltaVec received, one a column
     * @param scale the scale s received
     * @param elements what is modified
     */
    default void perturb(long pass, float[] activations, float[] deltas, float scale, PerturbationElements elements) {}

    /** What {@link #perturb} computes: scale · d for each column; biases have no rows. */
    default Work perturbWork(int rows, int columns) {
        return new Work((long) rows + columns, columns, 0, rows);
    }

    /**
     * Turns the broadcast update word into weight changes.
     *
     * @param update the word c
     * @param activations the inputs kept from the baseline pass; 1 for biases
     * @param deltas the DeltaVec received, one a column
     * @param scale the scale s received
     * @param change what is modified
     */
    default void onCostChange(float update, float[] activations, float[] deltas, float scale, WeightChange change) {}

    /** What {@link #onCostChange} computes: c · s · a for each row; biases have no rows. */
    default Work updateWork(int rows, int columns) {
        return new Work((long) rows + columns, Math.max(1, rows), 0, rows);
    }

    /**
     * Turns the error estimates of the tile's neurons into weight changes, at the moment of the broadcast.
     *
     * @param errors the estimates received, one a column
     * @param activations the inputs kept from the baseline pass; 1 for biases
     * @param change what is modified
     */
    default void onErrorEstimate(float[] errors, float[] activations, WeightChange change) {}

    /** Saves or loads what the part keeps from one sample to the next; nothing, unless it says so. */
    default void state(Archive archive) {}
}
