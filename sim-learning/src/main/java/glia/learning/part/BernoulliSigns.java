package glia.learning.part;

import glia.chip.datapath.SignBits;
import glia.core.random.RandomStream;

/**
 * Independent random signs for the synapses of a layer, 64 of one draw; numbered by the global synapse, so that no tiling moves one.
 *
 * @param stream the draws of a layer and step
 * @param words words that a row of signs takes
 */
record BernoulliSigns(RandomStream stream, int words) implements SignBits {
    private static final long STREAM = 11;

    static BernoulliSigns of(long seed, int layer, int neurons, long step) {
        int words = (neurons + Long.SIZE - 1) / Long.SIZE;
        return new BernoulliSigns(RandomStream.of(seed, STREAM).sub(layer).sub(step), words);
    }

    @Override
    public long word(int row, int word) {
        return stream.bits((long) row * words + word);
    }
}
