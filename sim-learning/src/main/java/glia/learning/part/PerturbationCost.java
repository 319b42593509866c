package glia.learning.part;

import glia.chip.plasticity.CostBehaviour;

/**
 * The update word of rules with perturbations of a fixed size, c = η ΔC / ε² (· Γ); without η where changes are integrated.
 *
 * @param epsilon size ε of the perturbation of one parameter
 * @param integrated whether commits bring the learning rate
 * @param gamma the factor Γ; 1 where there is none
 * @param probeStep the step h of finite-difference probes, where there are some
 */
public record PerturbationCost(float epsilon, boolean integrated, float gamma, float probeStep)
        implements CostBehaviour {
    /** The update word of a rule that probes nothing and has no factor Γ. */
    public PerturbationCost(float epsilon, boolean integrated) {
        this(epsilon, integrated, 1f, 0f);
    }

    @Override
    public float update(float rate, float costChange, float baselineCost, float squaredNorm) {
        float update = (rate * costChange) / (epsilon * epsilon);
        return gamma == 1f ? update : update * gamma;
    }

    /** ΔC; times η, and times 1 / ε² (· Γ), a constant. */
    @Override
    public UpdateWork updateWork(int perturbedLayers) {
        return new UpdateWork(1, integrated ? 1 : 2, 0);
    }
}
