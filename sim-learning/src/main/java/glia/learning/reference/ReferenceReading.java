package glia.learning.reference;

import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Periphery;

/**
 * How lines, memories and costs are read, in fixed-point numbers of n bits up to R:
 *
 * <pre>
 * M = 2^(n-1) - 1        Δ = R / M        [v]_n,R = Δ k, with k the whole number nearest to v / Δ, the even one of two, |k| &lt;= M
 *
 * segment of neuron j:              [Σ_i [x_i] w_ij + perturbation + noise]        R of the sum: R_adc R_dac √(lines / inputs)
 * bit-serial, p = 0 .. n - 1:       (Σ_p ± 2^p [Σ_i x_pi w_ij + perturbation + noise]) / M, - for the last p
 *                                   x_pi = R_dac where k of x_i has bit p in two's complement, else 0
 * transposed read of input i:       the same over the neurons j, without noise
 * kept activations, DeltaVecs, C:   [a], [D] whenever it changes, [C]
 * </pre>
 *
 * <p>lines are the inputs of a full segment; transposed, the neurons of one. All in float; Δ by one division, R of a sum by two products.
 *
 * <p>Bit-serial inputs: Shafiee et al., "ISAAC", ISCA 2016.
 */
final class ReferenceReading {
    private final Periphery periphery;
    private final ReferenceNoise noise;
    private final float[][][] weights;
    private final int segmentLength;

    ReferenceReading(Periphery periphery, ReferenceNoise noise, float[][][] weights, int segmentLength) {
        this.periphery = periphery;
        this.noise = noise;
        this.weights = weights;
        this.segmentLength = segmentLength;
    }

    private boolean serial() {
        return periphery.converters().bitSerial();
    }

    private FixedPoint inputs() {
        return periphery.converters().dac();
    }

    /** What drives the lines: the inputs as they are converted, or one vector for each bit plane. */
    float[][] planes(float[] x) {
        int bits = serial() ? inputs().bits() : 1;
        float[][] planes = new float[bits][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int p = 0; p < bits; p++) {
                planes[p][i] = serial() ? inputs().range() * bit(x[i], p) : nearest(inputs(), inputs().range(), x[i]);
            }
        }
        return planes;
    }

    /** Bit p of the code of a value in two's complement; what is no number has none. */
    private float bit(float v, int p) {
        if (Float.isNaN(v)) {
            return v;
        }
        int k = steps(inputs().bits(), inputs().range(), v);
        int unsigned = k < 0 ? k + (1 << inputs().bits()) : k;
        return unsigned / (1 << p) % 2;
    }

    /** What is read of the segments, one for each plane, of the inputs from .. to - 1. */
    float read(float[] segments, int l, float[][] planes, int from, int to, int j) {
        int lines = Math.min(segmentLength, weights[l].length);
        float[] converted = new float[segments.length];
        for (int p = 0; p < segments.length; p++) {
            float noisy = serial()
                    ? noise.readPlane(p, segments[p], l, planes[p], from, to, j)
                    : noise.read(segments[p], l, planes[p], from, to, j);
            converted[p] = convert(noisy, lines, l);
        }
        return joined(converted);
    }

    /** What is read transposed at input i of segments, one for each plane, of the neurons from .. to - 1, at most {@code lines}. */
    float readTransposed(float[] segments, int l, int lines, float[][] planes, int from, int to, int i) {
        float[] converted = new float[segments.length];
        for (int p = 0; p < segments.length; p++) {
            float noisy = serial()
                    ? noise.readTransposedPlane(p, segments[p], l, planes[p], from, to, lines, i)
                    : noise.readTransposed(segments[p], l, planes[p], from, to, lines, i);
            converted[p] = convert(noisy, lines, l);
        }
        return joined(converted);
    }

    private float convert(float sum, int lines, int l) {
        FixedPoint adc = periphery.converters().adc();
        float root = (float) StrictMath.sqrt((double) lines / weights[l].length);
        return nearest(adc, adc.range() * inputs().range() * root, sum);
    }

    private float joined(float[] planes) {
        if (!serial()) {
            return planes[0];
        }
        float sum = 0f;
        for (int p = 0; p < planes.length; p++) {
            float part = (1 << p) * planes[p]; // exact
            sum = p == planes.length - 1 ? sum - part : sum + part;
        }
        return sum / most(inputs().bits());
    }

    /** Activations as they are kept. */
    float[][] kept(float[][] activations) {
        float[][] kept = new float[activations.length][];
        for (int l = 0; l < kept.length; l++) {
            kept[l] = activations[l].clone();
            for (int i = 0; i < kept[l].length; i++) {
                kept[l][i] =
                        nearest(periphery.activations(), periphery.activations().range(), kept[l][i]);
            }
        }
        return kept;
    }

    /** A number of a DeltaVec memory. */
    float deltaVec(float value) {
        return nearest(periphery.deltaVecs(), periphery.deltaVecs().range(), value);
    }

    /** A cost as it is read; one that is not finite stays so. */
    float cost(float cost) {
        return Float.isFinite(cost) ? nearest(periphery.cost(), periphery.cost().range(), cost) : cost;
    }

    private static int most(int bits) {
        return (1 << (bits - 1)) - 1;
    }

    private static float nearest(FixedPoint numbers, float range, float v) {
        if (numbers.bits() == FixedPoint.EXACT || Float.isNaN(v)) {
            return v;
        }
        return steps(numbers.bits(), range, v) * (range / most(numbers.bits()));
    }

    private static int steps(int bits, float range, float v) {
        float exact = v / (range / most(bits));
        if (exact >= most(bits) || exact <= -most(bits)) {
            return exact > 0f ? most(bits) : -most(bits);
        }
        int below = (int) StrictMath.floor(exact);
        float rest = exact - below;
        boolean up = rest > 0.5f || (rest == 0.5f && below % 2 != 0);
        return up ? below + 1 : below;
    }
}
