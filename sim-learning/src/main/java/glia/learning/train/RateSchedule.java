package glia.learning.train;

/** How the learning rate changes over a run; the host's business, in double with {@link StrictMath}. */
public enum RateSchedule {
    /** η(t) = η0 · (0.001 + 0.999 · ½ (1 + cos π t / T)). */
    COSINE {
        @Override
        double factor(double progress) {
            return 0.001 + 0.999 * 0.5 * (1 + StrictMath.cos(StrictMath.PI * progress));
        }
    },
    /** η(t) = η0. */
    CONSTANT {
        @Override
        double factor(double progress) {
            return 1;
        }
    };

    abstract double factor(double progress);

    /** The rate of sample t of T. */
    public float rate(double initialRate, long sample, long samples) {
        return (float) (initialRate * factor((double) sample / samples));
    }
}
