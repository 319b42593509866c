package glia.learning.part;

import glia.chip.plasticity.CostBehaviour;

/** The update word of rules without a perturbation: the learning rate. */
public record RateCost() implements CostBehaviour {
    @Override
    public float update(float rate, float costChange, float baselineCost, float squaredNorm) {
        return rate;
    }

    @Override
    public UpdateWork updateWork(int perturbedLayers) {
        return new UpdateWork(0, 0, 0);
    }
}
