package glia.chip.datapath;

import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * Noise of the cells' currents, as one normal number a column sum that has the deviation of all of them together: σ·√(Σ x_i²), the
 * squares added by fma in index order. Its draw has the number segment · neurons + neuron in the stream of layer and pass, so that
 * no tile column moves it. Passes of training count from 0 in one stream, samples shown for inference in another one.
 * Transposed reads have the squares of the deltas, and count in a stream of their own; draw column tile · 2^32 + row.
 */
public final class ReadNoise {
    private static final long TRAINING = 22;
    private static final long INFERENCE = 23;
    private static final long TRANSPOSED = 24;

    private final float sigma;
    private final int neurons;
    private final RandomStream training;
    private final RandomStream inference;
    private final RandomStream transposed;

    /** Noise of a layer whose cells reach from -range to range. */
    public ReadNoise(Noise noise, float range, int layer, int neurons) {
        sigma = noise.read() * range;
        this.neurons = neurons;
        training = RandomStream.of(noise.seed(), TRAINING).sub(layer);
        inference = RandomStream.of(noise.seed(), INFERENCE).sub(layer);
        transposed = RandomStream.of(noise.seed(), TRANSPOSED).sub(layer);
    }

    /**
     * Adds noise to the sums of a tile's columns.
     *
     * @param ofInference whether the pass shows a sample for inference
     * @param pass number of the pass, among those of training or of inference
     * @param place of the tile
     * @param values what drives its rows, from {@code first} on
     * @param sums one a column; modified
     */
    void add(boolean ofInference, long pass, TileReader.Place place, float[] values, int first, float[] sums) {
        if (sigma != 0f) {
            add((ofInference ? inference : training).sub(pass), place, values, first, sums);
        }
    }

    /** As {@link #add}, to the sums of one of several reads of the same pass, each with draws of its own: those of its sub-stream. */
    void addToPlane(boolean ofInference, long pass, int plane, TileReader.Place place, float[] values, float[] sums) {
        if (sigma != 0f) {
            add((ofInference ? inference : training).sub(pass).sub(plane), place, values, 0, sums);
        }
    }

    private void add(RandomStream draws, TileReader.Place place, float[] values, int first, float[] sums) {
        float deviation = deviation(values, first, place.rows());
        long number = (long) place.segment() * neurons + place.firstColumn();
        for (int j = 0; j < place.columns(); j++) {
            sums[j] += deviation * NormalTable.of(draws.bits(number + j));
        }
    }

    /**
     * Adds noise to the sums of a transposed read.
     *
     * @param read number of the transposed read of the layer
     * @param columnTile which of the tiles beside each other is read
     * @param deltas what drives its columns
     * @param sums of its rows, of which the first is {@code firstRow} of the layer; modified
     */
    void addTransposed(long read, int columnTile, int firstRow, float[] deltas, float[] sums) {
        if (sigma != 0f) {
            addTransposed(transposed.sub(read), columnTile, firstRow, deltas, sums);
        }
    }

    /** As {@link #addTransposed}, to the sums of one of several reads, each with draws of its own: those of its sub-stream. */
    void addTransposedToPlane(long read, int plane, int columnTile, int firstRow, float[] deltas, float[] sums) {
        if (sigma != 0f) {
            addTransposed(transposed.sub(read).sub(plane), columnTile, firstRow, deltas, sums);
        }
    }

    private void addTransposed(RandomStream draws, int columnTile, int firstRow, float[] deltas, float[] sums) {
        float deviation = deviation(deltas, 0, deltas.length);
        long number = ((long) columnTile << Integer.SIZE) + firstRow;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += deviation * NormalTable.of(draws.bits(number + i));
        }
    }

    private float deviation(float[] values, int first, int count) {
        float squares = 0f;
        for (int i = first; i < first + count; i++) {
            squares = Math.fma(values[i], values[i], squares);
        }
        return sigma * Numerics.sqrt(squares);
    }
}
