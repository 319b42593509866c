package glia.cli.endurance;

import java.util.Comparator;

/**
 * A synapse and its writes.
 *
 * @param layer from 1
 * @param row its input, from 0
 * @param column its neuron, from 0
 * @param commits weight commits
 * @param potentiations commits that raised the weight
 * @param raisingPulses pulses that raised the weight
 * @param loweringPulses pulses that lowered the weight
 */
public record WornSynapse(
        int layer, int row, int column, int commits, int potentiations, int raisingPulses, int loweringPulses) {
    /** Most pulses first, then most commits, then by place. */
    public static final Comparator<WornSynapse> WORST_FIRST = Comparator.comparingLong(WornSynapse::pulses)
            .thenComparingInt(WornSynapse::commits)
            .reversed()
            .thenComparingInt(WornSynapse::layer)
            .thenComparingInt(WornSynapse::row)
            .thenComparingInt(WornSynapse::column);

    /** All pulses. */
    public long pulses() {
        return (long) raisingPulses + loweringPulses;
    }
}
