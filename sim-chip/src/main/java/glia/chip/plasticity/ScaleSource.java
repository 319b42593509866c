package glia.chip.plasticity;

/** Where tiles and neuron units have the scale s of the perturbation from. */
public enum ScaleSource {
    /** From nowhere: the rule's perturbations have a size of their own, and nobody forms the norm |g|². */
    NONE,
    /** From the cost unit, over the broadcast bus. */
    COST_UNIT,
    /** A constant set before the run; the cost unit divides by |g|² afterwards. */
    FIXED,
    /** From their own layer's astrocyte, as one more word of the DeltaVec. */
    ASTROCYTE
}
