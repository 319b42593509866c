package glia.learning.reference;

import java.util.List;

/** Forward passes of a network whose layers are perturbed each in its own form. */
final class PerturbedForward {
    private PerturbedForward() {}

    /**
     * The outputs z~_L of a perturbed pass: z_j = (b_j + p_j) + the perturbed segments in their order.
     *
     * @param perturbations one for each layer
     * @param scales s, by layer
     */
    static float[] outputs(
            ReferenceNetwork network, float[] input, List<? extends LayerPerturbation> perturbations, float[] scales) {
        float[] x = input;
        network.noise().startPass();
        for (int l = 0; l < network.layers() - 1; l++) {
            x = network.activate(sums(network, l, x, perturbations.get(l), scales[l]));
        }
        int last = network.layers() - 1;
        return sums(network, last, x, perturbations.get(last), scales[last]);
    }

    private static float[] sums(
            ReferenceNetwork network, int l, float[] x, LayerPerturbation perturbation, float scale) {
        float[] z = new float[network.size(l + 1)];
        float[][] planes = network.reading().planes(x);
        for (int j = 0; j < z.length; j++) {
            z[j] = network.biases()[l][j] + perturbation.bias(scale, j);
            int from = 0;
            while (from < x.length) {
                int to = from + Math.min(network.segmentLength(), x.length - from);
                float[] segments = new float[planes.length];
                for (int k = 0; k < planes.length; k++) {
                    float stored = network.storedSegment(l, planes[k], from, to, j);
                    segments[k] = perturbation.segment(stored, scale, planes[k], from, to, j);
                }
                z[j] = z[j] + network.reading().read(segments, l, planes, from, to, j);
                from = to;
            }
        }
        return z;
    }

    /** Counts, for each parameter, that its element is driven to a value other than 0. */
    static void countToggles(ReferenceNetwork network, List<? extends LayerPerturbation> perturbations) {
        for (int l = 0; l < network.layers(); l++) {
            for (int i = 0; i <= network.size(l); i++) {
                long[] counts = network.toggles().row(l, i);
                for (int j = 0; j < counts.length; j++) {
                    if (perturbations.get(l).drives(i, j)) {
                        counts[j]++;
                    }
                }
            }
        }
    }
}
