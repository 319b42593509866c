package glia.learning.part;

import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import java.util.OptionalDouble;

/**
 * The numbers of δ-MGD, the same for the rule on the chip and for its reference.
 *
 * @param recall what the astrocytes recall from
 * @param slope how the slope f' reaches the astrocytes
 * @param exactLastLayer whether the last layer takes the exact local rule w -= η a e instead of a perturbation
 * @param norm how the length of the perturbation is made ε
 * @param deltaVecPeriod samples between two refreshes of the DeltaVecs (τδ)
 * @param deltaVecMemory share of the old DeltaVec that a refresh keeps, for {@link Recall#LABEL} and
 *     {@link Recall#EXPECTED}; the first write is full
 * @param probeStep the step h of the finite-difference probes
 * @param sweeps sweeps of the fit over the probed pairs, for {@link Recall#ERROR}
 * @param fitRate rate of the fit, for {@link Recall#ERROR}
 * @param epsilon length ε of the perturbation
 * @param gamma the γ of the factor γ·C0 in the update, if that factor is on
 * @param updatePeriod samples over which changes are integrated before they are committed
 * @param optimizer what is done with integrated changes
 * @param seed of the draws of random maps and tables
 */
public record DeltaMgdParameters(
        Recall recall,
        Slope slope,
        boolean exactLastLayer,
        Norm norm,
        long deltaVecPeriod,
        float deltaVecMemory,
        float probeStep,
        int sweeps,
        float fitRate,
        float epsilon,
        OptionalDouble gamma,
        int updatePeriod,
        Optimizer optimizer,
        long seed) {
    /** The numbers of a rule that commits each change at once, and draws nothing. */
    public DeltaMgdParameters(
            Recall recall,
            Slope slope,
            boolean exactLastLayer,
            Norm norm,
            long deltaVecPeriod,
            float deltaVecMemory,
            float probeStep,
            int sweeps,
            float fitRate,
            float epsilon,
            OptionalDouble gamma) {
        this(
                recall,
                slope,
                exactLastLayer,
                norm,
                deltaVecPeriod,
                deltaVecMemory,
                probeStep,
                sweeps,
                fitRate,
                epsilon,
                gamma,
                1,
                Optimizer.PLAIN,
                0);
    }
}
