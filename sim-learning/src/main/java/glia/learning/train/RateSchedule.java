package glia.learning.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the learning rate changes over a run, η(t) = η0 · f(t / T); the host's business, in double with {@link StrictMath}. The chip is
 * told one word a sample or commit, whatever the schedule.
 */
public enum RateSchedule {
    /** f(p) = 0.001 + 0.999 · ½ (1 + cos π p). */
    COSINE {
        @Override
        double factor(double progress) {
            return 0.001 + 0.999 * 0.5 * (1 + StrictMath.cos(StrictMath.PI * progress));
        }
    },
    /** f(p) = 1. */
    CONSTANT {
        @Override
        double factor(double progress) {
            return 1;
        }
    },
    /** f(p) = 0.001 + 0.999 (1 - p). */
    LINEAR {
        @Override
        double factor(double progress) {
            return 0.001 + 0.999 * (1 - progress);
        }
    },
    /** f(p) = 0.001^p. */
    EXPONENTIAL {
        @Override
        double factor(double progress) {
            return StrictMath.pow(0.001, progress);
        }
    },
    /** f(p) = 1 in the first half, 0.1 in the third quarter, 0.01 in the last. */
    STEP {
        @Override
        double factor(double progress) {
            return progress < 0.5 ? 1 : progress < 0.75 ? 0.1 : 0.01;
        }
    };

    abstract double factor(double progress);

    /** The rate of sample t of T. */
    public float rate(double initialRate, long sample, long samples) {
        return (float) (initialRate * factor((double) sample / samples));
    }

    /** The names in order. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
