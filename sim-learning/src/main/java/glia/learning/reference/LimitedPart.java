package glia.learning.reference;

import glia.chip.device.ElementParameters;
import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * Elements of limited resolution and with gains of their own; those of biases have no limits.
 *
 * <pre>
 * e_ij = (1 + σ n_ij) Q(θ~_ij)        perturbed segment = stored segment + Σ x_i e_ij
 * Q(v) = ±min(m, whole part of |v| / h + ½) h        h = full scale / m        m = 2^(bits - 1) - 1
 * </pre>
 *
 * <p>n_ij is draw i n_l + j of the stream (seed, 30).layer.
 *
 * @param elements what is asked of the elements
 * @param scale s
 * @param layer from 0
 * @param inputs number of inputs of the layer
 * @param neurons n_l
 * @param parameters the limits
 */
record LimitedPart(
        LayerElements elements, float scale, int layer, int inputs, int neurons, ElementParameters parameters)
        implements LayerPerturbation {
    private static final long STREAM = 30;

    @Override
    public float bias(float s, int j) {
        return elements.bias(s, j);
    }

    @Override
    public float segment(float stored, float s, float[] x, int from, int to, int j) {
        float sum = 0f;
        for (int i = from; i < to; i++) {
            if (x[i] != 0f) {
                sum = Math.fma(x[i], element(i, j), sum);
            }
        }
        return stored + sum;
    }

    @Override
    public boolean drives(int i, int j) {
        return i == inputs ? elements.drives(i, j) : element(i, j) != 0f;
    }

    private float element(int i, int j) {
        float asked = elements.change(elements.unit(scale), i, j);
        return gain(i, j) * (parameters.bits() == 0 ? asked : level(asked));
    }

    private float gain(int i, int j) {
        if (parameters.mismatch() == 0f) {
            return 1f;
        }
        long draw = RandomStream.of(parameters.seed(), STREAM).sub(layer).bits((long) i * neurons + j);
        return 1f + parameters.mismatch() * NormalTable.of(draw);
    }

    private float level(float asked) {
        int m = (int) StrictMath.pow(2, parameters.bits() - 1.0) - 1;
        float h = parameters.fullScale() / m;
        float size = asked < 0f ? -asked : asked;
        int whole = (int) (size / h + 0.5f);
        float kept = (whole > m ? m : whole) * h;
        return asked < 0f ? -kept : kept;
    }
}
