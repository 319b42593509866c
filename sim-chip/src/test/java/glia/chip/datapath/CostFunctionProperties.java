package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CostFunctionProperties {
    private static final double STEP = 1e-4;
    private static final float LARGE_STEP = 0x1p-6f;

    /** The cost in double precision. */
    private static double exact(CostFunction function, double[] z, int label) {
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            double difference = z[k] - (k == label ? 1 : 0);
            sum += switch (function) {
                case CROSS_ENTROPY -> StrictMath.exp(z[k] - z[label]);
                case MSE -> difference * difference / 2;
                case LINEAR -> k == label ? -z[k] : z[k];
            };
        }
        return function == CostFunction.CROSS_ENTROPY ? StrictMath.log(sum) : sum;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            doubles[k] = values[k];
        }
        return doubles;
    }

    @Property
    void theCostIsThatOfTheFormula(
            @ForAll CostFunction function, @ForAll("outputs") float[] z, @ForAll @IntRange(max = 100) int drawn) {
        int label = drawn % z.length;
        double right = exact(function, doubles(z), label);
        assertEquals(right, function.evaluate(z, label, new float[z.length]), 1e-6 * (10 + Math.abs(right)));
    }

    @Property
    void theErrorIsTheNumericalGradientOfTheFormula(
            @ForAll CostFunction function, @ForAll("outputs") float[] z, @ForAll @IntRange(max = 100) int drawn) {
        int label = drawn % z.length;
        float[] error = error(function, z, label);
        for (int k = 0; k < z.length; k++) {
            double[] up = doubles(z);
            double[] down = doubles(z);
            up[k] += STEP;
            down[k] -= STEP;
            double gradient = (exact(function, up, label) - exact(function, down, label)) / (2 * STEP);
            assertEquals(gradient, error[k], 2e-6);
        }
    }

    @Property
    void theErrorIsTheNumericalGradientOfTheCostItself(
            @ForAll CostFunction function, @ForAll("outputs") float[] z, @ForAll @IntRange(max = 100) int drawn) {
        int label = drawn % z.length;
        float[] error = error(function, z, label);
        float[] unused = new float[z.length];
        for (int k = 0; k < z.length; k++) {
            float[] up = z.clone();
            float[] down = z.clone();
            up[k] += LARGE_STEP;
            down[k] -= LARGE_STEP;
            double rise = (double) function.evaluate(up, label, unused) - function.evaluate(down, label, unused);
            assertEquals(rise / ((double) up[k] - down[k]), error[k], 2e-3);
        }
    }

    private static float[] error(CostFunction function, float[] z, int label) {
        float[] probabilities = new float[z.length];
        function.evaluate(z, label, probabilities);
        float[] error = new float[z.length];
        CostFunction.error(probabilities, label, error);
        return error;
    }

    @Property
    void probabilitiesArePositiveAndSumToOne(@ForAll("outputs") float[] z) {
        float[] probabilities = new float[z.length];
        CostFunction.CROSS_ENTROPY.evaluate(z, 0, probabilities);
        double sum = 0;
        for (float probability : probabilities) {
            assertTrue(probability >= 0f && probability <= 1f);
            sum += probability;
        }
        assertEquals(1.0, sum, 1e-6);
    }

    /** C = log Σ exp(z_k - max) + (max - z_y), with the operations of the contract. */
    @Property
    void crossEntropyIsComputedInTheOrderOfTheContract(@ForAll("outputs") float[] z) {
        float max = z[0];
        for (float output : z) {
            max = Math.max(max, output);
        }
        float sum = 0f;
        float[] expected = new float[z.length];
        for (int k = 0; k < z.length; k++) {
            expected[k] = Numerics.exp(z[k] - max);
            sum += expected[k];
        }
        for (int k = 0; k < z.length; k++) {
            expected[k] /= sum;
        }
        int label = z.length - 1;
        float[] probabilities = new float[z.length];
        assertEquals(
                Numerics.log(sum) + (max - z[label]), CostFunction.CROSS_ENTROPY.evaluate(z, label, probabilities), 0f);
        assertArrayEquals(expected, probabilities);
    }

    @Example
    void costsGiveTheSameBitsEverywhere() {
        float[] z = {0.3f, -1.2f, 2.5f, 0.01f};
        float[] probabilities = new float[4];
        assertEquals("407971c4", hex(CostFunction.CROSS_ENTROPY.evaluate(z, 1, probabilities)));
        assertEquals("3dba3e1e", hex(probabilities[0]));
        assertEquals("3ca639b5", hex(probabilities[1]));
        assertEquals("3f521af6", hex(probabilities[2]));
        assertEquals("3d8b5bcd", hex(probabilities[3]));
        assertEquals("40b2e1b1", hex(CostFunction.MSE.evaluate(z, 1, probabilities)));
        assertArrayEquals(z, probabilities);
        assertEquals(0.3f + 1.2f + 2.5f + 0.01f, CostFunction.LINEAR.evaluate(z, 1, probabilities));
        assertArrayEquals(new float[] {1f, 0f, 1f, 1f}, probabilities);
    }

    private static String hex(float value) {
        return String.format("%08x", Float.floatToRawIntBits(value));
    }

    @Example
    void largeOutputsDoNotOverflow() {
        float[] probabilities = new float[2];
        float cost = CostFunction.CROSS_ENTROPY.evaluate(new float[] {3e38f, 0f}, 0, probabilities);
        assertEquals(0f, cost);
        assertArrayEquals(new float[] {1f, 0f}, probabilities);
        assertEquals(200f, CostFunction.CROSS_ENTROPY.evaluate(new float[] {100f, -100f}, 1, probabilities));
    }

    @Provide
    Arbitrary<float[]> outputs() {
        return Arbitraries.floats()
                .between(-6, 6)
                .array(float[].class)
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
