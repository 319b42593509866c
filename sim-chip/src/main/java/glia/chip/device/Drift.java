package glia.chip.device;

import java.util.Arrays;

/**
 * How conductances drift after a write. Time is counted in samples, so that no weight depends on the chip's clock.
 *
 * @param form of the decay
 * @param exponent ν of a power law
 * @param start t0: until then nothing drifts, in samples
 * @param timeConstant τ of a relaxation, in samples
 */
public record Drift(Form form, double exponent, double start, double timeConstant) {
    /** What a conductance is multiplied with at a time t after its write. */
    public enum Form {
        /** 1. */
        NONE,
        /** (t/t0)^-ν, 1 before t0: Le Gallo et al., Adv. Electron. Mater. 4:1700627, 2018; IBM aihwkit, PCMLikeNoiseModel. */
        POWER,
        /** e^(-t/τ). */
        EXPONENTIAL
    }

    /** None. */
    public static final Drift NONE = new Drift(Form.NONE, 0, 1, 1);

    /** The factor after a number of samples. */
    public float factor(long samples) {
        return switch (form) {
            case NONE -> 1f;
            case POWER -> (float) StrictMath.pow(Math.max(1, samples / start), -exponent);
            case EXPONENTIAL -> (float) StrictMath.exp(-samples / timeConstant);
        };
    }

    /** Factors of ages from 0 on, made when they are asked for first. */
    public static final class Factors {
        private final Drift drift;
        private float[] factors = new float[0];

        /** Factors of a drift. */
        public Factors(Drift drift) {
            this.drift = drift;
        }

        /** The factor after a number of samples. */
        public float of(int samples) {
            if (samples >= factors.length) {
                int known = factors.length;
                factors = Arrays.copyOf(factors, Math.max(2 * known, samples + 1));
                for (int age = known; age < factors.length; age++) {
                    factors[age] = drift.factor(age);
                }
            }
            return factors[samples];
        }
    }
}
