package glia.learning.part;

import glia.chip.plasticity.CostBehaviour;

/**
 * The update word of rules without a perturbation: the learning rate, or 1 where commits bring the rate.
 *
 * @param integrated whether commits bring the learning rate
 */
public record RateCost(boolean integrated) implements CostBehaviour {
    @Override
    public float update(float rate, float costChange, float baselineCost, float squaredNorm) {
        return integrated ? 1f : rate;
    }

    @Override
    public UpdateWork updateWork(int perturbedLayers) {
        return new UpdateWork(0, 0, 0);
    }
}
