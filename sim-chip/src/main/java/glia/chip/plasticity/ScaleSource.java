package glia.chip.plasticity;

/** Where tiles and neuron units have the scale s of the perturbation from. */
public enum ScaleSource {
    /** From the cost unit, over the broadcast bus. */
    COST_UNIT,
    /** A constant set before the run. */
    FIXED,
    /** From their own layer's astrocyte, as one more word of the DeltaVec. */
    ASTROCYTE
}
