package glia.chip.build;

import glia.chip.block.SynapseTile;
import glia.chip.datapath.SegmentReader;
import glia.chip.datapath.TileReader;
import glia.chip.plasticity.TileSite;
import java.util.List;

/**
 * Forward passes through a chip's stored parameters outside its time and ledger: the arithmetic of an inference, bit by bit, for
 * some samples at once, because then a tile's weights are fetched once for all of them. Changes nothing of the chip; threads that
 * have one each may run at the same time, as long as the chip does not learn meanwhile.
 */
public final class Evaluator {
    private final List<Chip.Layer> layers;
    private final SegmentReader reader = new SegmentReader();
    private final float[][][] activations;

    /** Makes room for up to some samples at once. */
    Evaluator(List<Chip.Layer> layers, int samples) {
        this.layers = layers;
        activations = new float[layers.size()][][];
        for (Chip.Layer layer : layers) {
            activations[layer.site().layer()] = new float[samples][layer.site().neurons()];
        }
    }

    /**
     * The outputs of the last layer for some samples.
     *
     * @param inputs one array a sample, not written to
     * @param firstNumber number of the first of them, which decides its draws
     * @return one array a sample, of this object, valid until the next call
     */
    public float[][] outputs(List<float[]> inputs, long firstNumber) {
        float[][] values = inputs.toArray(float[][]::new);
        for (Chip.Layer layer : layers) {
            float[][] results = activations[layer.site().layer()];
            pass(layer, values, results, inputs.size(), firstNumber);
            values = results;
        }
        return values;
    }

    private void pass(Chip.Layer layer, float[][] values, float[][] results, int samples, long firstNumber) {
        for (int sample = 0; sample < samples; sample++) {
            layer.neurons().biases().read(results[sample], false);
        }
        for (SynapseTile tile : layer.tiles()) {
            addSegments(tile, values, results, samples, firstNumber);
        }
        for (int sample = 0; sample < samples; sample++) {
            layer.neurons().function().apply(results[sample], results[sample]);
        }
    }

    private void addSegments(SynapseTile tile, float[][] values, float[][] results, int samples, long firstNumber) {
        TileSite site = tile.site();
        TileReader.Lines cells = (driven, first) -> reader.segment(tile.array(), driven, first);
        float[] sums = new float[site.columns()];
        for (int sample = 0; sample < samples; sample++) {
            tile.reader().read(cells, true, firstNumber + sample, values[sample], site.firstRow(), sums);
            for (int j = 0; j < sums.length; j++) {
                results[sample][site.firstColumn() + j] += sums[j];
            }
        }
    }
}
