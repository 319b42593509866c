package glia.chip.datapath;

/**
 * What a tile does with an integrated gradient G when it commits; g = G / updatePeriod, minus the weight decay λ·w.
 *
 * @param kind how the change is made of g
 * @param momentum μ of {@link Kind#MOMENTUM}, β1 of {@link Kind#ADAM}; 0 to below 1
 * @param squareMomentum β2 of {@link Kind#ADAM}; 0 to below 1
 * @param smallest what {@link Kind#ADAM} adds to the root, so that it never divides by 0
 * @param corrected whether {@link Kind#ADAM} corrects the bias of its first moments
 * @param weightDecay λ
 */
public record Optimizer(
        Kind kind, float momentum, float squareMomentum, float smallest, boolean corrected, float weightDecay) {
    /** Adds η·g, without decay. */
    public static final Optimizer PLAIN = new Optimizer(Kind.PLAIN, 0f, 0f, 0f, false, 0f);

    /** Words that each synapse's register holds beside G. */
    public int moments() {
        return kind.moments;
    }

    /** Digital multiply-accumulates of a commit for one synapse: the mean of G, the moments, the change, the decay. */
    public int multiplyAccumulates() {
        return kind.multiplyAccumulates + (weightDecay == 0f ? 0 : 1);
    }

    /** Digital divisions and roots of a commit for one synapse. */
    public int divisions() {
        return kind == Kind.ADAM ? 2 : 0;
    }

    /** Words that a commit broadcasts: the learning rate, or the two factors of {@link Kind#ADAM}. */
    public int words() {
        return kind == Kind.ADAM ? 2 : 1;
    }

    /**
     * Writes the words of a commit: η, or r1 = η / (1 - β1^t) and r2 = 1 / (1 - β2^t) of a corrected {@link Kind#ADAM}; the host's
     * business, in double.
     *
     * @param rate the learning rate η
     * @param number the number t of the commit, from 1
     */
    public void words(float rate, long number, float[] words) {
        words[0] = rate;
        if (kind != Kind.ADAM) {
            return;
        }
        words[1] = 1f;
        if (corrected) {
            words[0] = (float) (rate / (1 - StrictMath.pow(momentum, (double) number)));
            words[1] = (float) (1 / (1 - StrictMath.pow(squareMomentum, (double) number)));
        }
    }

    /** How the change is made of g. */
    public enum Kind {
        /** x = η·g. */
        PLAIN(0, 2),
        /** m = μ·m + g, x = η·m (Polyak 1964). */
        MOMENTUM(1, 3),
        /** m = β1·m + (1 - β1)·g, v = β2·v + (1 - β2)·g², x = r1·m / (√(r2·v) + smallest) (Kingma and Ba 2015). */
        ADAM(2, 8);

        private final int moments;
        private final int multiplyAccumulates;

        Kind(int moments, int multiplyAccumulates) {
            this.moments = moments;
            this.multiplyAccumulates = multiplyAccumulates;
        }
    }
}
