package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.Slope;
import glia.core.random.RandomStream;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Recall;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceAstrocyteTest {
    private static final int[] ALL = {0, 1, 2};

    private static ReferenceAstrocyte astrocyte(Recall recall, int sweeps) {
        return astrocyte(recall, DeltaVecSource.EXEMPLARS, 0.75f, sweeps);
    }

    /** An astrocyte of two classes and three neurons. */
    private static ReferenceAstrocyte astrocyte(Recall recall, DeltaVecSource source, float memory, int sweeps) {
        DeltaVecParameters parameters =
                new DeltaVecParameters(recall, Slope.NONE, source, 1, 2, memory, 1f, sweeps, 0.5f, 0);
        return new ReferenceAstrocyte(parameters, 2, 3);
    }

    private static ProbedTargets sample(int label, float... targets) {
        return new ProbedTargets(label, new float[0], targets);
    }

    /** Learns one sample of each class. */
    private static void learn(ReferenceAstrocyte astrocyte, float[][] targets) {
        astrocyte.learn(ALL, List.of(sample(0, targets[0]), sample(1, targets[1])));
    }

    private static void fit(ReferenceAstrocyte astrocyte, int[] neurons, float[][] targets, float[][] errors) {
        astrocyte.learn(
                neurons,
                List.of(new ProbedTargets(0, errors[0], targets[0]), new ProbedTargets(0, errors[1], targets[1])));
    }

    private static float[] row(ReferenceAstrocyte astrocyte, int label) {
        return astrocyte.recall(new float[2], label, 0);
    }

    @Test
    void recallByLabelAnswersTheRowOfTheClass() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.LABEL, 1);
        learn(astrocyte, new float[][] {{1f, 2f, 3f}, {4f, 5f, 6f}});
        assertArrayEquals(new float[] {4f, 5f, 6f}, astrocyte.recall(new float[] {1f, 2f}, 1, 0));
    }

    @Test
    void recallByRunnerUpAnswersTheDifferenceOfTwoRows() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.RUNNER_UP, 1);
        learn(astrocyte, new float[][] {{1f, 2f, 3f}, {4f, 6f, 8f}});
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
        learn(astrocyte, new float[][] {{1f, 2f, 3f}, {4f, 5f, 6f}});
        learn(astrocyte, new float[][] {{5f, 2f, -1f}, {0f, 1f, 2f}});
        assertArrayEquals(new float[] {2f, 2f, 2f}, astrocyte.recall(new float[2], 0, 0));
    }

    @Test
    void classesTakeTheMeansOfTheirSamplesAddedInOrder() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.LABEL, DeltaVecSource.CURRENT_BATCH, 0.75f, 1);
        List<ProbedTargets> samples = List.of(
                sample(1, 1f, 1f, 3f), sample(0, 7f, 8f, 9f), sample(1, 3f, 1e8f, 2f), sample(1, 1f, -1e8f, 2f));
        astrocyte.learn(ALL, samples);
        assertArrayEquals(new float[] {7f, 8f, 9f}, row(astrocyte, 0));
        // a third as a factor: 5 / 3 and 7 / 3 differ; 1 is lost in 1e8, and would not be from the other end
        assertArrayEquals(new float[] {1.6666667f, 0f, 2.3333335f}, row(astrocyte, 1));
    }

    @Test
    void theFirstWriteOfEachClassIsFull() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.LABEL, DeltaVecSource.CURRENT_BATCH, 0.75f, 1);
        astrocyte.learn(ALL, List.of(sample(0, 4f, 8f, 12f)));
        assertArrayEquals(new float[3], row(astrocyte, 1));
        astrocyte.learn(ALL, List.of(sample(1, 1f, 2f, 3f), sample(0, 8f, 0f, -8f), sample(0, 0f, 0f, 0f)));
        assertArrayEquals(new float[] {4f, 6f, 8f}, row(astrocyte, 0));
        assertArrayEquals(new float[] {1f, 2f, 3f}, row(astrocyte, 1));
        astrocyte.learn(ALL, List.of(sample(1, 5f, 2f, -1f)));
        assertArrayEquals(new float[] {4f, 6f, 8f}, row(astrocyte, 0));
        assertArrayEquals(new float[] {2f, 2f, 2f}, row(astrocyte, 1));
    }

    @Test
    void oldAndNewAreTwoProductsAndASum() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.LABEL, DeltaVecSource.EXEMPLARS, 0.8f, 1);
        learn(astrocyte, new float[][] {{5f, 6f, 0f}, {0f, 0f, 0f}});
        learn(astrocyte, new float[][] {{7f, 9f, 0f}, {0f, 0f, 0f}});
        assertArrayEquals(
                new float[] {5.3999996f, 6.6000004f, 0f}, row(astrocyte, 0)); // fused, or as d + m (t - d): 5.4, 6.6
    }

    @Test
    void sparseWritesBlendFromTheFirstAndSpareTheOtherNeurons() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.LABEL, DeltaVecSource.SPARSE, 0.75f, 1);
        astrocyte.learn(new int[] {2, 0}, List.of(sample(1, 4f, 8f)));
        assertArrayEquals(new float[3], row(astrocyte, 0));
        assertArrayEquals(new float[] {2f, 0f, 1f}, row(astrocyte, 1));
        astrocyte.learn(new int[] {1, 2}, List.of(sample(1, 16f, 5f)));
        assertArrayEquals(new float[] {2f, 4f, 2f}, row(astrocyte, 1));
    }

    @Test
    void theFitSparesNeuronsThatWereNotProbed() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.ERROR, DeltaVecSource.SPARSE, 0f, 1);
        fit(astrocyte, new int[] {2, 0}, new float[][] {{4f, 8f}, {2f, 0f}}, new float[][] {{2f, 0f}, {1f, 1f}});
        // the numbers of oneSweepOfTheFitEqualsHandComputedOne
        assertArrayEquals(new float[] {1.5f, 0f, 1.25f}, astrocyte.recall(new float[] {1f, 0f}, 0, 0), 1e-3f);
        assertArrayEquals(new float[] {-0.5f, 0f, 0.25f}, astrocyte.recall(new float[] {0f, 1f}, 0, 0), 1e-3f);
    }

    @Test
    void recallByExpectedErrorWeighsTheClassesByMinusTheError() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.EXPECTED, 1);
        learn(astrocyte, new float[][] {{1f, 2f, 3f}, {4f, 5f, 6f}});
        assertArrayEquals(new float[] {-2f, -1f, 0f}, astrocyte.recall(new float[] {-2f, 1f}, 0, 0));
    }

    @Test
    void oneSweepOfTheFitEqualsHandComputedOne() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.ERROR, 1);
        fit(astrocyte, ALL, new float[][] {{4f, 0f, 8f}, {2f, 2f, 0f}}, new float[][] {{2f, 0f}, {1f, 1f}});
        // after the first pair A e = half the target; after the second half of what was missing is added
        float[] first = astrocyte.recall(new float[] {1f, 0f}, 0, 0);
        float[] second = astrocyte.recall(new float[] {0f, 1f}, 0, 0);
        assertArrayEquals(new float[] {1.25f, 0.5f, 1.5f}, first, 1e-3f);
        assertArrayEquals(new float[] {0.25f, 0.5f, -0.5f}, second, 1e-3f);
    }

    @Test
    void theFitSparesErrorsNearZero() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.ERROR, 1);
        fit(astrocyte, ALL, new float[][] {{1f, 1f, 1f}, {0f, 0f, 0f}}, new float[][] {{0.01f, 0f}, {0f, 0f}});
        assertEquals(25f, astrocyte.recall(new float[] {1f, 0f}, 0, 0)[0], 1e-3f); // 0.5 · 0.01 / (0.0001 + 0.0001)
    }

    @Test
    void manySweepsFitLinearTargets() {
        ReferenceAstrocyte astrocyte = astrocyte(Recall.ERROR, 200);
        fit(astrocyte, ALL, new float[][] {{1f, 2f, -3f}, {0.5f, 0f, 1f}}, new float[][] {{1f, -1f}, {0.5f, 1f}});
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
