package glia.learning.part;

/** How the length of the perturbation is made ε. */
public enum Norm {
    /** s = ε / |g| over all layers, by a round trip through the cost unit. */
    GLOBAL,
    /** Elements are set with the fixed s = ε; the cost change is divided by s² |g|² afterwards. */
    DEFERRED,
    /** Each layer by itself: s_l = ε / (|g_l| √L) with L perturbed layers, formed in the layer's astrocyte. */
    LAYER
}
