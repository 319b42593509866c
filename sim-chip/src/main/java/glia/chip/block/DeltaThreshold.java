package glia.chip.block;

import glia.chip.ChipAction;
import glia.core.account.Resource;
import glia.core.archive.Archive;

/** The word that goes along with a layer's bias gradients where only the larger ones count: a share of the largest |δ|. */
final class DeltaThreshold {
    private final Resource resource;
    private final float share;
    private final float[] words;

    /** Makes the threshold of a unit that forms bias gradients; a share of 0 is none. */
    DeltaThreshold(Resource resource, float share) {
        this.resource = resource;
        this.share = share;
        words = new float[share > 0f ? 1 : 0];
    }

    /** The word, or none. */
    float[] words() {
        return words;
    }

    /** Finds the threshold of some bias gradients by a comparison each; answers when it is known. */
    long find(float[] deltas, long readyCycle) {
        if (words.length == 0) {
            return readyCycle;
        }
        float largest = 0f;
        for (float delta : deltas) {
            largest = Math.max(largest, Math.abs(delta));
        }
        words[0] = share * largest;
        long compared = resource.perform(ChipAction.COMPARE, deltas.length, readyCycle);
        return resource.perform(ChipAction.DIGITAL_MULTIPLY_ACCUMULATE, 1, compared);
    }

    /** Saves or loads the threshold last found. */
    void state(Archive archive) {
        archive.at(words);
    }
}
