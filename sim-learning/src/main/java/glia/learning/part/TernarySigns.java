package glia.learning.part;

/** Numbers by their signs, without those that do not exceed a threshold. */
final class TernarySigns {
    private TernarySigns() {}

    /** Writes 1, -1 or 0. */
    static void of(float[] values, float[] signs) {
        for (int i = 0; i < signs.length; i++) {
            signs[i] = of(values[i]);
        }
    }

    private static float of(float value) {
        return value > 0f ? 1f : value < 0f ? -1f : 0f;
    }

    /** Writes the values whose size exceeds the threshold, or their signs, and 0 for the others. */
    static void above(float threshold, boolean signsOnly, float[] values, float[] kept) {
        for (int i = 0; i < kept.length; i++) {
            float value = signsOnly ? of(values[i]) : values[i];
            kept[i] = Math.abs(values[i]) > threshold ? value : 0f;
        }
    }
}
