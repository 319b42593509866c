package glia.chip.device;

import glia.core.random.NormalTable;
import glia.core.random.RandomStream;

/**
 * The perturbation elements of a layer and their draws, one a synapse, numbered in the layer row by row.
 *
 * @param parameters the numbers
 * @param neurons elements of a row
 * @param draws what the gains are drawn from
 */
public record LayerElements(ElementParameters parameters, int neurons, RandomStream draws) {
    /** Separate elements without limits, of any number. */
    public static final LayerElements IDEAL = new LayerElements(ElementParameters.IDEAL, 0, new RandomStream(0));

    private static final long STREAM = 30;

    /** The elements of a layer, counted from 0. */
    public static LayerElements of(ElementParameters parameters, int layer, int neurons) {
        return new LayerElements(
                parameters, neurons, RandomStream.of(parameters.seed(), STREAM).sub(layer));
    }

    /** The gain of a separate element. */
    public float gain(int row, int column) {
        long number = (long) row * neurons + column;
        return parameters.mismatch() == 0f ? 1f : 1f + parameters.mismatch() * NormalTable.of(draws.bits(number));
    }

    /** The level that a separate element is set to for an amplitude. */
    public float level(float asked) {
        if (parameters.bits() == 0) {
            return asked;
        }
        int most = (1 << (parameters.bits() - 1)) - 1;
        float step = parameters.fullScale() / most;
        int level = (int) Math.min(most, Math.abs(asked) / step + 0.5f);
        return asked < 0f ? -(level * step) : level * step;
    }
}
