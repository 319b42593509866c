package glia.chip.block;

import glia.chip.message.Phase;
import glia.core.account.Resource;
import glia.core.archive.Archive;

/**
 * Where a block's part in a phase waits for all it needs: its word, and what was announced. Behind a barrier everything is there when the
 * word comes, and nothing waits.
 */
final class Join {
    /** What a part may wait for. */
    enum Item {
        /** The activations that a tile keeps. */
        ACTIVATIONS,
        /** A DeltaVec, bias gradients or signs. */
        DELTAS,
        /** The scale of the perturbation. */
        SCALE,
        /** The error estimates of a last layer. */
        ESTIMATE,
        /** The cost of the baseline pass. */
        BASELINE_COST,
        /** The cost of the perturbed pass. */
        PERTURBED_COST,
        /** All layers' shares of |g|². */
        NORMS,
        /** The learning rate. */
        RATE,
        /** What an astrocyte recalls by: a label or the output error. */
        KEY,
        /** The class with the largest output but the label's. */
        RUNNER_UP,
        /** The slopes of a layer. */
        SLOPES,
        /** The sum of squares of a layer's inputs. */
        NORM_BELOW
    }

    private final Resource resource;
    private final Phase phase;
    private int missing;
    private boolean called;
    private long readyCycle;

    /** Makes a join of the part that a block with some hardware has in a phase. */
    Join(Resource resource, Phase phase) {
        this.resource = resource;
        this.phase = phase;
    }

    /** Announces an item that the part has to wait for. */
    void expect(Item item) {
        missing |= 1 << item.ordinal();
    }

    /** Takes an item, usable from a cycle on, announced or not. */
    void come(Item item, long cycle) {
        missing &= ~(1 << item.ordinal());
        readyCycle = Math.max(readyCycle, cycle);
    }

    /** Takes the word that asks for the part. */
    void call(long cycle) {
        called = true;
        readyCycle = Math.max(readyCycle, cycle);
    }

    /** Whether the part was asked for and has not started. */
    boolean waiting() {
        return called;
    }

    /** Whether the part can start. */
    boolean ready() {
        return called && missing == 0;
    }

    /** Starts the part; answers the cycle from which on all that it needs is there. */
    long start() {
        called = false;
        resource.begin(phase);
        return readyCycle;
    }

    /** Saves or loads what it waits for. */
    void state(Archive archive) {
        missing = archive.at(missing);
        called = archive.at(called);
        readyCycle = archive.at(readyCycle);
    }
}
