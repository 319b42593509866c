package glia.learning.reference;

import glia.chip.datapath.Slope;

/**
 * The δ = dC/dz of all neurons by transposed reads: δ_L = e, δ_l = f'(z_l) ∘ (W_(l+1) δ_(l+1)). A read is summed over
 * segments of so many consecutive neurons, each by fused multiply-add in index order from 0 without the δ that are 0; the
 * segments are added in their order to 0.
 */
final class BackwardPass {
    private BackwardPass() {}

    /** δ by layer and neuron, with the weights as they are. */
    static float[][] deltas(ReferenceNetwork network, BaselinePass baseline, int columnSegment) {
        float[][] deltas = new float[network.layers()][];
        deltas[network.layers() - 1] = baseline.error().clone();
        for (int l = network.layers() - 1; l > 0; l--) {
            float[] below = new float[network.size(l)];
            for (int i = 0; i < below.length; i++) {
                float slope = ReferenceSlope.of(Slope.EXACT, network.activation(), baseline.activations()[l][i]);
                below[i] = slope * read(network.weights()[l][i], deltas[l], columnSegment);
            }
            deltas[l - 1] = below;
        }
        return deltas;
    }

    private static float read(float[] weights, float[] deltas, int columnSegment) {
        float sum = 0f;
        int from = 0;
        while (from < deltas.length) {
            int to = from + Math.min(columnSegment, deltas.length - from);
            float segment = 0f;
            for (int j = from; j < to; j++) {
                if (deltas[j] != 0f) {
                    segment = Math.fma(deltas[j], weights[j], segment);
                }
            }
            sum = sum + segment;
            from = to;
        }
        return sum;
    }
}
