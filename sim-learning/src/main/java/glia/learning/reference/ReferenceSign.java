package glia.learning.reference;

/** Signs of numbers. */
final class ReferenceSign {
    private ReferenceSign() {}

    /** Whether the sign bit is set, also that of a zero. */
    static boolean negative(float value) {
        return Float.floatToRawIntBits(value) < 0;
    }

    /** 1 for a positive number, -1 for a negative one, else 0. */
    static float of(float value) {
        if (value > 0f) {
            return 1f;
        }
        return value < 0f ? -1f : 0f;
    }

    /** The sign of each value. */
    static float[] of(float[] values) {
        float[] signs = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            signs[k] = of(values[k]);
        }
        return signs;
    }
}
