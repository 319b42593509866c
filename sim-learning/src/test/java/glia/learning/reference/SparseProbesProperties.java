package glia.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.core.random.RandomStream;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import java.util.Arrays;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Probing by turns is fair, and is the same as probing all neurons where it reaches all. */
class SparseProbesProperties {
    private static DeltaVecParameters numbers(Recall recall, DeltaVecSource source, int probes, float memory) {
        return new DeltaVecParameters(recall, Slope.EXACT, source, 1, probes, memory, 0.01f, 2, 0.3f, 0);
    }

    /** Any n refreshes in a row probe each of n neurons equally often. */
    @Property(tries = 50)
    void turnsAreFair(
            @ForAll @IntRange(min = 1, max = 9) int neurons,
            @ForAll @IntRange(min = 1, max = 12) int probes,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long first) {
        ReferenceNetwork network = Networks.waves(2, neurons, 2);
        DeltaVecParameters numbers = numbers(Recall.LABEL, DeltaVecSource.SPARSE, probes, 0f);
        int[] probed = new int[neurons];
        for (long t = first; t < first + neurons; t++) {
            ReferenceDeltaVecs deltaVecs = new ReferenceDeltaVecs(numbers, network, 2);
            float[] input = {1f, -0.5f};
            deltaVecs.beginSample(t, ShownSamples.of(new float[][] {input}, 0));
            float[] recalled = deltaVecs.directions(BaselinePass.of(network, input, 0))[0];
            for (int j = 0; j < neurons; j++) {
                probed[j] += recalled[j] == 0f ? 0 : 1;
            }
        }
        int[] expected = new int[neurons];
        Arrays.fill(expected, Math.min(probes, neurons));
        assertArrayEquals(expected, probed);
    }

    /** Enough sparse probes without memory learn, to the last bit, what a batch of one sample does. */
    @Property(tries = 50)
    void enoughProbesMeasureEachSample(@ForAll Recall recall, @ForAll boolean exactLastLayer, @ForAll long seed) {
        ReferenceNetwork sparse = Networks.waves(2, 5, 3);
        ReferenceNetwork batch = Networks.waves(2, 5, 3);
        train(sparse, numbers(recall, DeltaVecSource.SPARSE, 5, 0f), exactLastLayer, seed);
        train(batch, numbers(recall, DeltaVecSource.CURRENT_BATCH, 0, 0f), exactLastLayer, seed);
        assertArrayEquals(Networks.parameters(batch), Networks.parameters(sparse));
    }

    private static void train(
            ReferenceNetwork network, DeltaVecParameters deltaVecs, boolean exactLastLayer, long seed) {
        DeltaMgdParameters numbers = new DeltaMgdParameters(
                deltaVecs, exactLastLayer, Norm.GLOBAL, 0.03f, OptionalDouble.empty(), 1, Optimizer.PLAIN);
        DeltaMgdReference rule = new DeltaMgdReference(numbers, network);
        RandomStream draws = RandomStream.of(seed, 1);
        for (int t = 0; t < 12; t++) {
            float[] input = {(float) draws.gaussian(2L * t), (float) draws.gaussian(2L * t + 1)};
            int label = (t * 7 + t / 4) % 3;
            rule.step(t, input, label, 0.02f, ShownSamples.of(new float[][] {input}, label));
        }
        assertEquals(2 * 12, rule.forwardPasses() - rule.gradientComponents() - refreshes(deltaVecs));
    }

    private static long refreshes(DeltaVecParameters deltaVecs) {
        return deltaVecs.recall().isRandom() ? 0 : 12;
    }
}
