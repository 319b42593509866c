package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.Slope;
import glia.core.random.RandomStream;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReferenceAstrocyteTest {
    private static final float[][] NO_ERRORS = {{}, {}};

    private static ReferenceAstrocyte astrocyte(Recall recall, int sweeps) {
        DeltaMgdParameters parameters = new DeltaMgdParameters(
                recall, Slope.NONE, false, Norm.GLOBAL, 1, 0.75f, 1f, sweeps, 0.5f, 1f, OptionalDouble.empty());
        return new ReferenceAstrocyte(parameters, 2, 3);
    }

    @Test
    void recallByLabelAnswersTheRowOfTheClass() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.LABEL, 1);
        astrocyte.learn(new float[][] {{1f, 2f, 3f}, {4f, 5f, 6f}}, NO_ERRORS);
        assertArrayEquals(new float[] {4f, 5f, 6f}, astrocyte.recall(new float[] {1f, 2f}, 1, 0));
    }

    @Test
    void recallByRunnerUpAnswersTheDifferenceOfTwoRows() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.RUNNER_UP, 1);
        astrocyte.learn(new float[][] {{1f, 2f, 3f}, {4f, 6f, 8f}}, NO_ERRORS);
        assertArrayEquals(new float[] {3f, 4f, 5f}, astrocyte.recall(new float[2], 1, 0));
    }

    @Test
    void drawnMemoriesOfTheLastLayerHandOnTheError() {
        for (Recall recall : new Recall[] {Recall.RANDOM_MAP, Recall.RANDOM_TABLE}) {
            ReferenceAstrocyte astrocyte = astrocyte(recall, 1);
            astrocyte.draw(RandomStream.of(1, 1), true);
            assertArrayEquals(new float[] {0.5f, -2f, 0f}, astrocyte.recall(new float[] {0.5f, -2f}, 0, 0));
        }
    }

    @Test
    void laterProbesEnterAMovingAverage() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.LABEL, 1);
        astrocyte.learn(new float[][] {{1f, 2f, 3f}, {4f, 5f, 6f}}, NO_ERRORS);
        astrocyte.learn(new float[][] {{5f, 2f, -1f}, {0f, 1f, 2f}}, NO_ERRORS);
        assertArrayEquals(new float[] {2f, 2f, 2f}, astrocyte.recall(new float[2], 0, 0));
    }

    @Test
    void recallByExpectedErrorWeighsTheClassesByMinusTheError() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.EXPECTED, 1);
        astrocyte.learn(new float[][] {{1f, 2f, 3f}, {4f, 5f, 6f}}, NO_ERRORS);
        assertArrayEquals(new float[] {-2f, -1f, 0f}, astrocyte.recall(new float[] {-2f, 1f}, 0, 0));
    }

    @Test
    void oneSweepOfTheFitEqualsHandComputedOne() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.ERROR, 1);
        astrocyte.learn(new float[][] {{4f, 0f, 8f}, {2f, 2f, 0f}}, new float[][] {{2f, 0f}, {1f, 1f}});
        // after the first pair A e = half the target; after the second half of what was missing is added
        float[] first = astrocyte.recall(new float[] {1f, 0f}, 0, 0);
        float[] second = astrocyte.recall(new float[] {0f, 1f}, 0, 0);
        assertArrayEquals(new float[] {1.25f, 0.5f, 1.5f}, first, 1e-3f);
        assertArrayEquals(new float[] {0.25f, 0.5f, -0.5f}, second, 1e-3f);
    }

    @Test
    void theFitSparesErrorsNearZero() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.ERROR, 1);
        astrocyte.learn(new float[][] {{1f, 1f, 1f}, {0f, 0f, 0f}}, new float[][] {{0.01f, 0f}, {0f, 0f}});
        assertEquals(25f, astrocyte.recall(new float[] {1f, 0f}, 0, 0)[0], 1e-3f); // 0.5 · 0.01 / (0.0001 + 0.0001)
    }

    @Test
    void manySweepsFitLinearTargets() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.ERROR, 200);
        astrocyte.learn(new float[][] {{1f, 2f, -3f}, {0.5f, 0f, 1f}}, new float[][] {{1f, -1f}, {0.5f, 1f}});
        assertArrayEquals(new float[] {1f, 2f, -3f}, astrocyte.recall(new float[] {1f, -1f}, 0, 0), 1e-2f);
        assertArrayEquals(new float[] {0.5f, 0f, 1f}, astrocyte.recall(new float[] {0.5f, 1f}, 0, 0), 1e-2f);
    }

    @Test
    void slopesEqualTheirFormulas() {
        assertEquals(0.75f, ReferenceSlope.of(Slope.EXACT, ActivationFunction.TANH, -0.5f));
        assertEquals(1f, ReferenceSlope.of(Slope.TWO_LEVEL, ActivationFunction.TANH, -0.79f));
        assertEquals(0.1f, ReferenceSlope.of(Slope.TWO_LEVEL, ActivationFunction.TANH, -0.8f));
        assertEquals(0f, ReferenceSlope.of(Slope.TWO_LEVEL, ActivationFunction.RELU, 0f));
        assertEquals(1f, ReferenceSlope.of(Slope.EXACT, ActivationFunction.RELU, 3f));
        assertEquals(1f, ReferenceSlope.of(Slope.EXACT, ActivationFunction.IDENTITY, 3f));
    }
}
