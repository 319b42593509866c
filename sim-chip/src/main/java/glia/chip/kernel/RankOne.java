package glia.chip.kernel;

/**
 * A change by a rank-one product: {@code inputs[i] · outputs[j]} for output j of row i.
 *
 * @param inputs one factor a row
 * @param outputs one factor an output
 */
public record RankOne(float[] inputs, float[] outputs) {}
