package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.datapath.Optimizer;
import glia.core.random.RandomStream;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UndirectedElementsTest {
    private static UndirectedElements elements(PerturbationPattern pattern, ReferenceNetwork network) {
        return new UndirectedElements(
                new UndirectedMgdParameters(pattern, false, 0.5f, false, new Periods(1, 1, 1), Optimizer.PLAIN, 4),
                network);
    }

    /** The elements of all parameters in perturbation step p, in the order of their numbers. */
    private static float[] flattened(UndirectedElements elements, ReferenceNetwork network, long p) {
        float[] values = new float[Math.toIntExact(elements.count())];
        int number = 0;
        for (int l = 0; l < network.layers(); l++) {
            for (int i = 0; i <= network.size(l); i++) {
                for (int j = 0; j < network.size(l + 1); j++) {
                    values[number] = elements.of(l, p).change(1f, i, j);
                    number++;
                }
            }
        }
        return values;
    }

    private static int product(float[][] steps, int first, int second) {
        int product = 0;
        for (float[] step : steps) {
            product += (int) (step[first] * step[second]);
        }
        return product;
    }

    @Test
    void walshCodesAreOrthogonalOverOnePeriod() {
        ReferenceNetwork network = Networks.waves(2, 3, 2); // 9 + 8 parameters
        UndirectedElements elements = elements(PerturbationPattern.WALSH, network);
        float[][] steps = new float[32][];
        for (int p = 0; p < steps.length; p++) {
            steps[p] = flattened(elements, network, 64 + p);
        }
        for (int first = 0; first < 17; first++) {
            for (int second = 0; second < 17; second++) {
                assertEquals(first == second ? 32 : 0, product(steps, first, second), first + " " + second);
            }
        }
    }

    @Test
    void walshCodesAreBalancedAndRepeatAfterOnePeriod() {
        ReferenceNetwork network = Networks.waves(3, 2); // 8 parameters: the next power of two is 16
        UndirectedElements elements = elements(PerturbationPattern.WALSH, network);
        float[] sums = new float[8];
        for (int p = 0; p < 16; p++) {
            float[] step = flattened(elements, network, p);
            assertTrue(Arrays.equals(step, flattened(elements, network, p + 16)));
            for (int number = 0; number < 8; number++) {
                sums[number] += step[number];
            }
        }
        assertTrue(Arrays.equals(new float[8], sums));
        assertFalse(Arrays.equals(flattened(elements, network, 0), flattened(elements, network, 8)));
    }

    @Test
    void drawnSignsComeFromTheWordsOfTheirRow() {
        ReferenceNetwork network = Networks.waves(2, 3, 70);
        LayerElements elements =
                elements(PerturbationPattern.BERNOULLI, network).of(1, 9);
        RandomStream stream = RandomStream.of(4, 11).sub(1).sub(9);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 70; j++) {
                boolean minus = (stream.bits(2 * i + (j < 64 ? 0 : 1)) >> (j & 63) & 1) != 0;
                assertEquals(minus ? -1f : 1f, elements.change(1f, i, j), i + " " + j);
            }
        }
    }

    @Test
    void sequentialElementsAreOneParameterAfterTheOther() {
        ReferenceNetwork network = Networks.waves(2, 3, 2);
        UndirectedElements elements = elements(PerturbationPattern.SEQUENTIAL, network);
        for (int p = 0; p < 40; p++) {
            float[] expected = new float[17];
            expected[p % 17] = 1f;
            assertTrue(Arrays.equals(expected, flattened(elements, network, p)), "step " + p);
        }
    }

    @Test
    void sinusoidsHaveOneFrequencyAParameter() {
        ReferenceNetwork network = Networks.waves(2, 3, 2);
        UndirectedElements elements = elements(PerturbationPattern.SINUSOID, network);
        long late = 36L << 57; // a whole number of periods
        for (int p = 0; p < 40; p++) {
            float[] step = flattened(elements, network, p);
            assertTrue(Arrays.equals(step, flattened(elements, network, late + p)));
            for (int number = 0; number < 17; number++) {
                double angle = 2 * StrictMath.PI * (number + 1) * p / 36;
                assertEquals(StrictMath.sqrt(0.5) * StrictMath.sin(angle), step[number], 1e-6);
            }
        }
    }

    @Test
    void sinusoidsOfTooManyParametersAreRejected() {
        assertEquals(
                4096,
                elements(PerturbationPattern.SINUSOID, Networks.waves(63, 64)).count());
        ReferenceNetwork large = Networks.waves(4096, 1);
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> elements(PerturbationPattern.SINUSOID, large));
        assertEquals("sinusoids for 4097 parameters; expected at most 4096", thrown.getMessage());
    }
}
