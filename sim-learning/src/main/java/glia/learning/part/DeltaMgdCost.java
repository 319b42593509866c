package glia.learning.part;

import glia.chip.datapath.Numerics;
import glia.chip.plasticity.CostBehaviour;

/** The scale s = ε / |g| and the update word c = η ΔC / |θ~|² (· γ C0) of δ-MGD. */
public final class DeltaMgdCost implements CostBehaviour {
    private static final float SMALLEST_NORM = 1e-12f;
    private static final float SMALLEST_SQUARE = 1e-24f;

    private final DeltaMgdParameters parameters;

    /** Takes ε, h, γ and the norm from the parameters. */
    public DeltaMgdCost(DeltaMgdParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public float scale(float squaredNorm) {
        return parameters.epsilon() / Math.max(Numerics.sqrt(squaredNorm), SMALLEST_NORM);
    }

    @Override
    public float update(float rate, float costChange, float baselineCost, float squaredNorm) {
        float square = parameters.epsilon() * parameters.epsilon();
        if (parameters.norm() == Norm.DEFERRED) {
            square = Math.max(square * squaredNorm, SMALLEST_SQUARE);
        }
        float update = (rate * costChange) / square;
        if (parameters.gamma().isPresent()) {
            update *= (float) parameters.gamma().getAsDouble() * baselineCost;
        }
        return update;
    }

    /**
     * ΔC, η ΔC / ε² with 1 / ε² a constant, without η where changes are integrated; deferred: the norms added, times ε², a
     * division; γ: two products more.
     */
    @Override
    public UpdateWork updateWork(int perturbedLayers) {
        boolean deferred = parameters.norm() == Norm.DEFERRED;
        boolean integrated = PassSchedule.integration(parameters.optimizer(), parameters.updatePeriod())
                .isPresent();
        long products = (integrated ? 1L : 2L) + (parameters.gamma().isPresent() ? 2 : 0);
        return deferred ? new UpdateWork(1L + perturbedLayers, products, 1) : new UpdateWork(1, products, 0);
    }

    @Override
    public float probeStep() {
        return parameters.deltaVecs().probeStep();
    }
}
