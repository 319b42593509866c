package glia.learning.reference;

import glia.chip.datapath.Noise;
import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * Noise of what is read: of column sums, and of differences of costs.
 *
 * <pre>
 * segment s of neuron j in pass t:   seg + σ_r R √(Σ_i x_i²) n     draw s n_l + j of stream (seed, 22).layer.t,
 *                                                                  (seed, 23).layer.t of sample t shown for inference
 * bit plane p of it:                                               as draw s n_l + j of sub-stream p of these
 * transposed read t of input i:      seg + σ_r R √(Σ_j δ_j²) n     draw 2^32 s + i of stream (seed, 24).layer.t
 * difference k of two costs:         ΔC + σ_c m n                  draw k of stream (seed, 21)
 * learning pass:                     m = m + (|ΔC| - m) / 100, before its noise; |ΔC| of the first one
 * </pre>
 */
final class ReferenceNoise {
    private final Noise noise;
    private final float range;
    private final float[][][] weights;
    private final int segmentLength;
    private long pass = -1;
    private long transposed = -1;
    private long drawnPass;
    private RandomStream draws = new RandomStream(0);
    private long differences;
    private float mean = -1f;

    ReferenceNoise(Noise noise, float range, float[][][] weights, int segmentLength) {
        this.noise = noise;
        this.range = range;
        this.weights = weights;
        this.segmentLength = segmentLength;
    }

    /** Starts the next forward pass of training. */
    void startPass() {
        pass++;
        draws = RandomStream.of(noise.seed(), 22);
        drawnPass = pass;
    }

    /** Starts the next transposed read of all layers. */
    void startTransposed() {
        transposed++;
    }

    /** Shows a sample for inference. */
    void startInference(long number) {
        draws = RandomStream.of(noise.seed(), 23);
        drawnPass = number;
    }

    /** What is read of a segment of the inputs from .. to - 1. */
    float read(float segment, int l, float[] x, int from, int to, int j) {
        return read(segment, draws.sub(l).sub(drawnPass), l, x, from, to, j);
    }

    /** What is read of a segment of bit plane p of the inputs. */
    float readPlane(int p, float segment, int l, float[] x, int from, int to, int j) {
        return read(segment, draws.sub(l).sub(drawnPass).sub(p), l, x, from, to, j);
    }

    private float read(float segment, RandomStream stream, int l, float[] x, int from, int to, int j) {
        if (noise.read() == 0f) {
            return segment;
        }
        float squares = 0f;
        for (int i = from; i < to; i++) {
            squares = Math.fma(x[i], x[i], squares);
        }
        float deviation = noise.read() * (range / (float) StrictMath.sqrt(x.length)) * (float) Math.sqrt(squares);
        long number = (long) (from / segmentLength) * weights[l][0].length + j;
        return segment + deviation * NormalTable.of(stream.bits(number));
    }

    /** What is read of a segment of the deltas from .. to - 1 at input i of a layer, in segments of so many neurons. */
    float readTransposed(float segment, int l, float[] deltas, int from, int to, int neurons, int i) {
        return readTransposed(segment, transposedDraws(l), l, deltas, from, to, neurons, i);
    }

    /** What is read of a segment of bit plane p of the deltas. */
    float readTransposedPlane(int p, float segment, int l, float[] deltas, int from, int to, int neurons, int i) {
        return readTransposed(segment, transposedDraws(l).sub(p), l, deltas, from, to, neurons, i);
    }

    private RandomStream transposedDraws(int l) {
        return RandomStream.of(noise.seed(), 24).sub(l).sub(transposed);
    }

    private float readTransposed(
            float segment, RandomStream stream, int l, float[] deltas, int from, int to, int neurons, int i) {
        if (noise.read() == 0f) {
            return segment;
        }
        float squares = 0f;
        for (int j = from; j < to; j++) {
            squares = Math.fma(deltas[j], deltas[j], squares);
        }
        float deviation =
                noise.read() * (range / (float) StrictMath.sqrt(weights[l].length)) * (float) Math.sqrt(squares);
        return segment + deviation * NormalTable.of(stream.bits(from / neurons * (1L << 32) + i));
    }

    /** What is measured of the ΔC of a learning pass. */
    float learning(float costChange) {
        float size = costChange < 0f ? -costChange : costChange;
        mean = mean < 0f ? size : mean + 0.01f * (size - mean);
        return probe(costChange);
    }

    /** What is measured of the difference that a probe makes. */
    float probe(float difference) {
        float n = NormalTable.of(RandomStream.of(noise.seed(), 21).bits(differences++));
        float present = mean < 0f ? 0f : mean;
        return noise.cost() == 0f ? difference : difference + (noise.cost() * present) * n;
    }
}
