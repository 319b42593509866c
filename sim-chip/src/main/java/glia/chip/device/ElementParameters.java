package glia.chip.device;

/**
 * The numbers of the perturbation elements, the same for those on the chip and for their reference.
 *
 * <p>A separate element of synapse (i, j) adds g · Q(θ~_ij) to its weight: Q rounds to the nearest of the levels -m .. m of step
 * fullScale / m, m = 2^(bits - 1) - 1, halves away from 0 and no further than m, and g = 1 + mismatch · n is drawn once. The update uses
 * the θ~ that was asked for, which is what the tile knows.
 *
 * <p>In place the cell is its own element. A perturb phase asks θ~ of it, through the device with all its rounding, pulses and noise; the
 * perturbed pass reads cells alone; the restore asks -θ~. In float, as in a device, (w + θ~) - θ~ need not be w: that stays. Merged, the
 * restore before a commit is added to what the commit asks, x + (-θ~) by one addition, and both are one write; a weight decay then reads
 * the perturbed weight. Perturbations of biases are held in neuron units either way, and these limits do not concern them.
 *
 * @param inPlace whether cells are rewritten in the place of separate elements
 * @param mergedRestore whether, in place, the restore before a commit is one write with it
 * @param bits of a separate element's amplitude, sign included; any amplitude, if 0
 * @param fullScale the largest amplitude where there are bits, a weight
 * @param mismatch deviation of a separate element's gain
 * @param seed decides all draws
 */
public record ElementParameters(
        boolean inPlace, boolean mergedRestore, int bits, float fullScale, float mismatch, long seed) {
    /** Separate elements without limits. */
    public static final ElementParameters IDEAL = new ElementParameters(false, false, 0, 0f, 0f, 0);

    /** Whether separate elements add exactly what they are asked. */
    public boolean isExact() {
        return bits == 0 && mismatch == 0f;
    }
}
