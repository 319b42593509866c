package glia.learning.reference;

import glia.chip.datapath.Slope;

/**
 * The δ = dC/dz of all neurons by transposed reads: δ_L = e, δ_l = f'(z_l) ∘ (W_(l+1) δ_(l+1)). A read is summed over
 * segments of so many consecutive neurons, each by fused multiply-add in index order from 0 without the δ that are 0; the
 * segments, as they are read, are added in their order to 0.
 */
final class BackwardPass {
    private BackwardPass() {}

    /** δ by layer and neuron, with the weights as they are. */
    static float[][] deltas(ReferenceNetwork network, BaselinePass baseline, int columnSegment) {
        network.noise().startTransposed();
        float[][] deltas = new float[network.layers()][];
        deltas[network.layers() - 1] = baseline.error().clone();
        for (int l = network.layers() - 1; l > 0; l--) {
            float[] below = new float[network.size(l)];
            float[][] planes = network.reading().planes(deltas[l]);
            for (int i = 0; i < below.length; i++) {
                float slope = ReferenceSlope.of(Slope.EXACT, network.activation(), baseline.activations()[l][i]);
                below[i] = slope * read(network, l, i, planes, columnSegment);
            }
            deltas[l - 1] = below;
        }
        return deltas;
    }

    private static float read(ReferenceNetwork network, int l, int i, float[][] planes, int columnSegment) {
        float[] weights = network.weights()[l][i];
        float sum = 0f;
        int from = 0;
        while (from < weights.length) {
            int to = from + Math.min(columnSegment, weights.length - from);
            float[] segments = new float[planes.length];
            for (int k = 0; k < planes.length; k++) {
                for (int j = from; j < to; j++) {
                    if (planes[k][j] != 0f) {
                        segments[k] = Math.fma(planes[k][j], weights[j], segments[k]);
                    }
                }
            }
            int lines = Math.min(columnSegment, weights.length);
            sum = sum + network.reading().readTransposed(segments, l, lines, planes, from, to, i);
            from = to;
        }
        return sum;
    }
}
