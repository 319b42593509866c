package glia.chip.datapath;

import java.util.SplittableRandom;

/** Floats whose sums depend on the order of adding: of many magnitudes and both signs, some of them 0. */
final class RandomFloats {
    private final SplittableRandom random;

    RandomFloats(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number in [0, bound). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** One float that is 0 with a probability in percent. */
    float next(int percentZero) {
        if (random.nextInt(100) < percentZero) {
            return random.nextBoolean() ? 0f : -0f;
        }
        float mantissa = (float) (1 + random.nextDouble());
        return Math.scalb(random.nextBoolean() ? mantissa : -mantissa, random.nextInt(24) - 16);
    }

    /** An array of such floats. */
    float[] array(int size, int percentZero) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = next(percentZero);
        }
        return values;
    }
}
