package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PerturbedForwardTest {
    private static final float[] INPUT = {1f, -0.5f, 2f};
    private static final float[] CANCELLING = {1e8f, 1f, -1e8f, 1f};

    /** Weights and inputs are small dyadic fractions, so that sums are exact in every order. */
    private static ReferenceNetwork dyadic() {
        float[][][] weights = {{{1f, 2f}, {3f, -4f}, {0.5f, 0.25f}}, {{1f, -1f}, {2f, 1f}}};
        float[][] biases = {{0.5f, -1f}, {0f, 0.25f}};
        return new ReferenceNetwork(weights, biases, ActivationFunction.RELU, CostFunction.MSE, 2);
    }

    private static SignedElements signed(int inputs) {
        float[] rows = RankOneElements.withBias(new float[inputs]);
        boolean[][] minus = new boolean[inputs + 1][2];
        for (int i = 0; i < inputs; i++) {
            rows[i] = i - 1f;
            minus[i][i % 2] = true;
        }
        minus[inputs][1] = true;
        return new SignedElements(rows, new float[] {1f, -1f}, minus);
    }

    private static DenseElements dense(int inputs) {
        float[][] values = new float[inputs + 1][2];
        for (int i = 0; i <= inputs; i++) {
            values[i][0] = 0.5f * i - 1f;
            values[i][1] = 0.25f * i + 0.125f;
        }
        return new DenseElements(values);
    }

    /** Compares with an unperturbed pass of a network whose parameters were changed as far as they are perturbed. */
    private static void assertEqualsChangedNetwork(List<? extends LayerElements> elements, float scale, float factor) {
        ReferenceNetwork changed = dyadic();
        for (int l = 0; l < 2; l++) {
            for (int i = 0; i <= changed.size(l); i++) {
                for (int j = 0; j < 2; j++) {
                    Networks.row(changed, l, i)[j] += elements.get(l).change(factor, i, j);
                }
            }
        }
        float[] outputs = PerturbedForward.outputs(dyadic(), INPUT, elements, new float[] {scale, scale});
        assertArrayEquals(changed.forward(INPUT)[2], outputs);
    }

    @Test
    void signedElementsActAsChangedParameters() {
        assertEqualsChangedNetwork(List.of(signed(3), signed(2)), 0.5f, 0.5f);
    }

    @Test
    void rankOneElementsActAsChangedParameters() {
        float[] columns = {0.5f, -2f};
        RankOneElements first = RankOneElements.of(new float[] {0.5f, 1f, -1f}, columns);
        RankOneElements second = new RankOneElements(new float[] {1f, 2f, 0f}, columns);
        assertEqualsChangedNetwork(List.of(first, second), 0.25f, 0.25f);
    }

    @Test
    void denseElementsActAsChangedParametersWhateverTheScale() {
        assertEqualsChangedNetwork(List.of(dense(3), dense(2)), 0.25f, 1f);
    }

    @Test
    void elementsOfBiasesLeaveSegmentsAsTheyAre() {
        float[][] d = {{1f, -1f}, {-1f, 1f}};
        float[] outputs = PerturbedForward.outputs(
                dyadic(), INPUT, List.of(new BiasElements(3, d[0]), new BiasElements(2, d[1])), new float[] {0.5f, 0.5f
                });
        float[][] p = {{0.5f, -0.5f}, {-0.5f, 0.5f}};
        assertArrayEquals(dyadic().forward(INPUT, p)[2], outputs);
    }

    @Test
    void rankOneSegmentsAreScaledAfterTheirSum() {
        assertArrayEquals(new float[] {1f, 0f, 1f, 1f}, sums(() -> RankOneElements.of(ones(4), ones(1))));
    }

    @Test
    void signedSegmentsAreSummedByThemselvesAndThenAdded() {
        assertArrayEquals(
                new float[] {1f, 0f, 1f, 1f},
                sums(() -> new SignedElements(RankOneElements.withBias(ones(4)), ones(1), new boolean[5][1])));
    }

    @Test
    void denseSegmentsAreSummedByThemselvesAndThenAdded() {
        float[][] values = {{1f}, {1f}, {1f}, {1f}, {0f}};
        assertArrayEquals(new float[] {1f, 0f, 1f, 1f}, sums(() -> new DenseElements(values)));
    }

    /** Outputs of a layer of weights 0 for inputs that cancel, by segment length; the bias' share is too small to show. */
    private static float[] sums(Supplier<LayerPerturbation> elements) {
        float[] sums = new float[4];
        for (int s = 1; s <= 4; s++) {
            ReferenceNetwork network = new ReferenceNetwork(
                    new float[1][4][1], new float[1][1], ActivationFunction.TANH, CostFunction.MSE, s);
            LayerPerturbation perturbation = elements.get();
            network.biases()[0][0] = -perturbation.bias(1f, 0);
            sums[s - 1] = PerturbedForward.outputs(network, CANCELLING, List.of(perturbation), new float[] {1f})[0];
        }
        return sums;
    }

    private static float[] ones(int length) {
        float[] ones = new float[length];
        Arrays.fill(ones, 1f);
        return ones;
    }

    @Test
    void inputsAndRowsThatAreZeroAreSkipped() {
        float[] x = {0f, Float.POSITIVE_INFINITY, 1f};
        SignedElements signed = new SignedElements(new float[] {1f, 0f, 1f, 1f}, ones(1), new boolean[4][1]);
        assertEquals(2.5f, signed.segment(2f, 0.5f, x, 0, 3, 0));
        float[][] values = {{Float.NaN}, {1f}, {3f}, {0f}};
        assertEquals(5f, new DenseElements(values).segment(2f, 9f, new float[] {-0f, 0f, 1f}, 0, 3, 0));
    }

    @Test
    void perturbationSegmentsAreJoinedToStoredOnesByOneAddition() {
        float[] x = {3f, 3f, 3f};
        float[][] values = {{1f}, {1f}, {1f}, {0f}};
        LayerElements[] forms = {
            RankOneElements.of(ones(3), ones(1)),
            new SignedElements(RankOneElements.withBias(ones(3)), ones(1), new boolean[4][1]),
            new DenseElements(values)
        };
        for (LayerElements elements : forms) {
            assertEquals(100000008f, elements.segment(1e8f, 1f, x, 0, 3, 0)); // 3 alone is lost beside 1e8
        }
    }

    @Test
    void scaledSegmentsAreRoundedBeforeTheyAreAdded() {
        float[] x = {3f};
        float rounded = 0.1f * 3f;
        SignedElements signed = new SignedElements(RankOneElements.withBias(ones(1)), ones(1), new boolean[2][1]);
        assertEquals(0f, RankOneElements.of(ones(1), ones(1)).segment(-rounded, 0.1f, x, 0, 1, 0));
        assertEquals(0f, signed.segment(-rounded, 0.1f, x, 0, 1, 0));
    }

    @Test
    void factorsOfRankOneElementsAreRoundedInTheirOrder() {
        assertNotEquals((0.1f * 0.3f) * 0.7f, 0.1f * (0.3f * 0.7f));
        float[] x = {1f};
        RankOneElements change = RankOneElements.of(new float[] {0.3f}, new float[] {0.7f});
        assertEquals((0.1f * 0.3f) * 0.7f, change.change(0.1f, 0, 0));
        RankOneElements perturbation = RankOneElements.of(new float[] {0.7f}, new float[] {0.3f});
        assertEquals((0.1f * 0.3f) * 0.7f, perturbation.segment(0f, 0.1f, x, 0, 1, 0));
    }

    @Test
    void elementsThatAreZeroDoNotCountAsDriven() {
        ReferenceNetwork network = dyadic();
        float[][] values = {{0f, 1f}, {-0f, 0f}, {2f, 0f}};
        PerturbedForward.countToggles(network, List.of(signed(3), new DenseElements(values)));
        assertArrayEquals(
                new long[][] {{1, 1}, {0, 0}, {1, 1}}, network.toggles().synapses()[0]);
        assertArrayEquals(new long[] {1, 1}, network.toggles().biases()[0]);
        assertArrayEquals(new long[][] {{0, 1}, {0, 0}}, network.toggles().synapses()[1]);
        assertArrayEquals(new long[] {1, 0}, network.toggles().biases()[1]);
    }
}
