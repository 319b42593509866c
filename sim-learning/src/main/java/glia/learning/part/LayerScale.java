package glia.learning.part;

import glia.chip.datapath.Numerics;

/** The scale of a layer that makes its own: s_l = ε / (|g_l| √L), so that L layers together have length ε. */
public final class LayerScale {
    private static final float SMALLEST_NORM = 1e-12f;

    private LayerScale() {}

    /** The scale of one of some perturbed layers, from the squared norm of its own share. */
    public static float of(float epsilon, float squaredNorm, int perturbedLayers) {
        float norm = Numerics.sqrt(squaredNorm) * Numerics.sqrt(perturbedLayers);
        return epsilon / Math.max(norm, SMALLEST_NORM);
    }
}
