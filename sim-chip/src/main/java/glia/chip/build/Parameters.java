package glia.chip.build;

import glia.chip.block.SynapseTile;
import glia.chip.datapath.WriteCounter;
import glia.core.trace.Fingerprint;
import java.util.List;
import java.util.function.BiFunction;

/** The weights and biases of a chip as whole matrices, and how often each was written. */
public final class Parameters {
    private final NetworkShape shape;
    private final List<Chip.Layer> layers;

    Parameters(NetworkShape shape, List<Chip.Layer> layers) {
        this.shape = shape;
        this.layers = layers;
    }

    /**
     * Sets the weights of a layer before a run; not a write.
     *
     * @param weights inputs x neurons
     */
    public void loadWeights(int layer, float[][] weights) {
        for (SynapseTile tile : layers.get(layer).tiles()) {
            for (int i = 0; i < tile.site().rows(); i++) {
                for (int j = 0; j < tile.site().columns(); j++) {
                    float weight =
                            weights[tile.site().firstRow() + i][tile.site().firstColumn() + j];
                    tile.array().load(i, j, weight + 0f);
                }
            }
        }
    }

    /** Sets the biases of a layer before a run; not a write. */
    public void loadBiases(int layer, float[] biases) {
        for (int j = 0; j < biases.length; j++) {
            layers.get(layer).neurons().biases().load(j, biases[j] + 0f);
        }
    }

    /** The weights of a layer, inputs x neurons. */
    public float[][] weights(int layer) {
        float[][] weights = new float[shape.inputs(layer)][shape.neurons(layer)];
        for (SynapseTile tile : layers.get(layer).tiles()) {
            for (int i = 0; i < tile.site().rows(); i++) {
                System.arraycopy(
                        tile.array().weights(i),
                        0,
                        weights[tile.site().firstRow() + i],
                        tile.site().firstColumn(),
                        tile.site().columns());
            }
        }
        return weights;
    }

    /** The biases of a layer. */
    public float[] biases(int layer) {
        return layers.get(layer).neurons().biases().values();
    }

    /** Weight commits of each synapse of a layer, inputs x neurons; up to the last {@link Chip#ledger}. */
    public int[][] commits(int layer) {
        return counts(layer, WriteCounter::commits);
    }

    /** Weight commits that raised the weight, inputs x neurons; up to the last {@link Chip#ledger}. */
    public int[][] potentiations(int layer) {
        return counts(layer, WriteCounter::potentiations);
    }

    /** Perturbation toggles, inputs x neurons; up to the last {@link Chip#ledger}. */
    public int[][] toggles(int layer) {
        return counts(layer, WriteCounter::toggles);
    }

    /** The write counts of a layer's biases, one row; up to the last {@link Chip#ledger}. */
    public WriteCounter biasWrites(int layer) {
        return layers.get(layer).neurons().biases().writes();
    }

    private int[][] counts(int layer, BiFunction<WriteCounter, Integer, int[]> kind) {
        int[][] counts = new int[shape.inputs(layer)][shape.neurons(layer)];
        for (SynapseTile tile : layers.get(layer).tiles()) {
            for (int i = 0; i < tile.site().rows(); i++) {
                int[] row = kind.apply(tile.array().writes(), i);
                System.arraycopy(
                        row, 0, counts[tile.site().firstRow() + i], tile.site().firstColumn(), row.length);
            }
        }
        return counts;
    }

    /** Takes weights, biases and write counts into a fingerprint; independent of the tiling. */
    public void addTo(Fingerprint fingerprint) {
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (float[] row : weights(layer)) {
                fingerprint.add(row);
            }
            fingerprint.add(biases(layer));
            for (int[] row : commits(layer)) {
                fingerprint.add(row);
            }
            for (int[] row : potentiations(layer)) {
                fingerprint.add(row);
            }
            for (int[] row : toggles(layer)) {
                fingerprint.add(row);
            }
            fingerprint.add(biasWrites(layer).commits(0));
        }
    }
}
