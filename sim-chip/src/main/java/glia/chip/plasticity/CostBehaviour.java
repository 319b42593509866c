package glia.chip.plasticity;

import glia.core.archive.Archive;

/** The part of a learning rule that sits in the cost unit. */
public interface CostBehaviour {
    /** The scale s of the perturbation from the squared norm |g|² of all layers. */
    default float scale(float squaredNorm) {
        throw new IllegalStateException("this rule's cost unit makes no scale");
    }

    /**
     * The update word c.
     *
     * @param rate the learning rate η of the sample; 1 where changes are integrated, since commits bring it then
     * @param costChange ΔC = C~ - C0
     * @param baselineCost C0
     * @param squaredNorm |g|² of all layers; 0 where no astrocyte told any
     */
    float update(float rate, float costChange, float baselineCost, float squaredNorm);

    /** What forming the update word asks of the unit. */
    UpdateWork updateWork(int perturbedLayers);

    /**
     * Work of the cost unit.
     *
     * @param additions that of ΔC among them
     * @param multiplications products
     * @param divisions divisions
     */
    record UpdateWork(long additions, long multiplications, long divisions) {}

    /** The step h of a finite-difference probe. */
    default float probeStep() {
        return 0f;
    }

    /** Saves or loads what the part keeps from one sample to the next; nothing, unless it says so. */
    default void state(Archive archive) {}
}
