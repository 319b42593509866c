package glia.learning.part;

import glia.chip.plasticity.LayerSite;
import glia.chip.plasticity.NodeBehaviour;
import glia.core.random.RandomStream;

/**
 * Draws an independent sign for each neuron of a layer, 64 of one draw.
 *
 * @param parameters the numbers of the rule
 * @param site the layer
 */
public record BernoulliNodes(NodePerturbationParameters parameters, LayerSite site) implements NodeBehaviour {
    private static final long STREAM = 12;

    @Override
    public void draw(long pass, float[] signs) {
        long step = parameters.periods().step(pass);
        RandomStream draws =
                RandomStream.of(parameters.seed(), STREAM).sub(site.layer()).sub(step);
        for (int j = 0; j < signs.length; j++) {
            signs[j] = (draws.bits(j / Long.SIZE) >>> j & 1) == 0 ? 1f : -1f;
        }
    }
}
