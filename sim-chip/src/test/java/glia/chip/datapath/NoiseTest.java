package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.random.NormalTable;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.Example;

/** Noise of reads and of measured costs is normal with its deviation: Kolmogorov and Smirnov at 1 %, at fixed seeds. */
class NoiseTest {
    private static final int DRAWS = 20_000;
    /** Quantiles of the normal distribution, in order. */
    private static final float[] NORMAL = normal();

    private static float[] normal() {
        float[] quantiles = new float[1 << 16];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = NormalTable.of((long) i << 48);
        }
        Arrays.sort(quantiles);
        return quantiles;
    }

    private static void check(IntToDoubleFunction draw) {
        double[] sorted = new double[DRAWS];
        Arrays.setAll(sorted, draw);
        Arrays.sort(sorted);
        double distance = 0;
        int below = 0;
        for (int i = 0; i < DRAWS; i++) {
            while (below < NORMAL.length && NORMAL[below] <= sorted[i]) {
                below++;
            }
            double p = below / (double) NORMAL.length;
            distance = Math.max(distance, Math.max(p - (double) i / DRAWS, (i + 1.0) / DRAWS - p));
        }
        double statistic = Math.sqrt(DRAWS) * distance;
        assertTrue(statistic < 1.63, "sqrt(n)·D is " + statistic);
        assertTrue(statistic > 0.3, "sqrt(n)·D is " + statistic);
    }

    /** σ R √(Σ x²) = 0.1 · 2 · 5. */
    @Example
    void readNoiseIsNormalInTrainingInferenceAndTransposed() {
        float[] values = {3f, 0f, -4f};
        for (boolean ofInference : new boolean[] {false, true}) {
            ReadNoise noise = new ReadNoise(new Noise(0f, 0.1f, 5), 2f, 0, 4);
            check(k -> {
                float[] sums = new float[1];
                noise.add(ofInference, k / 4, new TileReader.Place(1, 3, k % 4, 1), values, 0, sums);
                return sums[0];
            });
        }
        ReadNoise noise = new ReadNoise(new Noise(0f, 0.1f, 5), 2f, 0, 4);
        check(k -> {
            float[] sums = new float[1];
            noise.addTransposed(k / 4, k % 2, k % 4, values, sums);
            return sums[0];
        });
    }

    /** σ m = 0.5 · 2, while the mean of |ΔC| is 2. */
    @Example
    void costNoiseIsNormalOnLearningPassesAndProbes() {
        CostNoise noise = new CostNoise(new Noise(0.5f, 0f, 6));
        check(k -> k % 2 == 0 ? noise.learning(2f) - 2 : noise.probe(-1f) + 1);
    }
}
