package glia.learning.part;

import glia.chip.datapath.Optimizer;
import java.util.OptionalDouble;

/**
 * The numbers of δ-MGD, the same for the rule on the chip and for its reference.
 *
 * @param deltaVecs how the astrocytes come to their DeltaVecs
 * @param exactLastLayer whether the last layer takes the exact local rule w -= η a e instead of a perturbation
 * @param norm how the length of the perturbation is made ε
 * @param epsilon length ε of the perturbation
 * @param gamma the γ of the factor γ·C0 in the update, if that factor is on
 * @param updatePeriod samples over which changes are integrated before they are committed
 * @param optimizer what is done with integrated changes
 */
public record DeltaMgdParameters(
        DeltaVecParameters deltaVecs,
        boolean exactLastLayer,
        Norm norm,
        float epsilon,
        OptionalDouble gamma,
        int updatePeriod,
        Optimizer optimizer) {}
