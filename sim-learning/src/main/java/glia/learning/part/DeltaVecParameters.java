package glia.learning.part;

import glia.chip.datapath.Slope;

/**
 * How astrocytes come to their DeltaVecs and what they recall of them, the same numbers for the chip and for references.
 *
 * @param recall what the astrocytes recall from
 * @param slope how the slope f' reaches the astrocytes
 * @param source which samples are probed
 * @param period samples between two refreshes of the DeltaVecs (τδ)
 * @param probes neurons of each hidden layer that are probed in a refresh, for {@link DeltaVecSource#SPARSE}
 * @param memory share of the old DeltaVec that a refresh keeps, for tables of class DeltaVecs; the first write of a class is full,
 *     but for {@link DeltaVecSource#SPARSE}
 * @param probeStep the step h of the finite-difference probes
 * @param sweeps sweeps of the fit over the probed pairs, for {@link Recall#ERROR}
 * @param fitRate rate of the fit, for {@link Recall#ERROR}
 * @param seed of the draws of random maps and tables
 */
public record DeltaVecParameters(
        Recall recall,
        Slope slope,
        DeltaVecSource source,
        long period,
        int probes,
        float memory,
        float probeStep,
        int sweeps,
        float fitRate,
        long seed) {
    /** DeltaVecs measured anew for each sample, by probing all neurons with the sample itself by a step h. */
    public static DeltaVecParameters measuredForEachSample(float probeStep) {
        return new DeltaVecParameters(
                Recall.LABEL, Slope.NONE, DeltaVecSource.CURRENT_BATCH, 1, 0, 0f, probeStep, 0, 0f, 0);
    }

    /** Samples that a refresh shows. */
    public int probedSamples(int classes) {
        return switch (source) {
            case EXEMPLARS -> classes;
            case CURRENT_BATCH -> Math.toIntExact(period);
            case SPARSE -> 1;
        };
    }
}
