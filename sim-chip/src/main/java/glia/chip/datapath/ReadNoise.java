package glia.chip.datapath;

import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * Noise of the cells' currents, as one normal number a column sum that has the deviation of all of them together: σ·√(Σ x_i²), the
 * squares added by fma in index order. Its draw has the number segment · neurons + neuron in the stream of layer and pass, so that
 * no tile column moves it. Passes of training count from 0 in one stream, samples shown for inference in another one.
 */
public final class ReadNoise {
    private static final long TRAINING = 22;
    private static final long INFERENCE = 23;

    private final float sigma;
    private final int neurons;
    private final RandomStream training;
    private final RandomStream inference;

    /** Noise of a layer whose cells reach from -range to range. */
    public ReadNoise(Noise noise, float range, int layer, int neurons) {
        sigma = noise.read() * range;
        this.neurons = neurons;
        training = RandomStream.of(noise.seed(), TRAINING).sub(layer);
        inference = RandomStream.of(noise.seed(), INFERENCE).sub(layer);
    }

    /**
     * Adds noise to the sums of a segment.
     *
     * @param ofInference whether the pass shows a sample for inference
     * @param pass number of the pass, among those of training or of inference
     * @param values a layer's values, of which the segment takes {@code rows} from {@code first} on
     * @param sums of some columns, of which the first is {@code firstColumn} of the layer; modified
     */
    public void add(
            boolean ofInference,
            long pass,
            int segment,
            float[] values,
            int first,
            int rows,
            int firstColumn,
            int columns,
            float[] sums) {
        if (sigma == 0f) {
            return;
        }
        RandomStream draws = (ofInference ? inference : training).sub(pass);
        float squares = 0f;
        for (int i = first; i < first + rows; i++) {
            squares = Math.fma(values[i], values[i], squares);
        }
        float deviation = sigma * Numerics.sqrt(squares);
        long number = (long) segment * neurons + firstColumn;
        for (int j = 0; j < columns; j++) {
            sums[j] += deviation * NormalTable.of(draws.bits(number + j));
        }
    }
}
