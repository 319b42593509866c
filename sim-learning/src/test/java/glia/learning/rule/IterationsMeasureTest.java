package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.Optimizer;
import glia.learning.law.Design;
import glia.learning.measure.IterationsMeasure;
import glia.learning.measure.Measurement;
import glia.learning.measure.TrueGradient;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IterationsMeasureTest {
    private static final int ENDLESS = 1_000_000_000;

    private static Design undirected(
            PerturbationPattern pattern, long seed, ActivationFunction activation, Integer... sizes) {
        Periods periods = new Periods(1, 1, ENDLESS);
        UndirectedMgdParameters parameters =
                new UndirectedMgdParameters(pattern, false, 0.001f, false, periods, Optimizer.PLAIN, seed);
        return Watching.design(new OtherRules.Undirected(parameters), seed, activation, sizes);
    }

    private static Chip sideChip(Design design) {
        return ChipBuilder.buildUncounted(design.shape(), design.config(), design.technology(), design.rule());
    }

    private static List<Measurement> watched(Design design, int limit, int samples) {
        return Watching.watched(
                design,
                chip -> new IterationsMeasure(chip, sample -> sideChip(design), 2, limit),
                samples,
                sample -> 0.1f);
    }

    /** One difference a pass, row by row with the biases last: what is known after n passes is the gradient's first n elements. */
    @Test
    void oneParameterAfterTheOtherIsCountedToThePass() {
        for (long seed = 1; seed <= 20; seed++) {
            Design design = undirected(PerturbationPattern.SEQUENTIAL, seed, ActivationFunction.IDENTITY, 5, 4);
            Chip chip = design.chip();
            TrueGradient gradient = TrueGradient.of(
                    new float[][][] {chip.parameters().weights(0)},
                    new float[][] {chip.parameters().biases(0)},
                    design.shape().activation(),
                    design.shape().cost(),
                    design.input(0),
                    design.label(0));
            List<double[]> rows = new ArrayList<>(List.of(gradient.weights()[0]));
            rows.add(gradient.biases()[0]);
            double[] squares = rows.stream()
                    .flatMapToDouble(Arrays::stream)
                    .map(value -> value * value)
                    .toArray();
            double enough = 0.95 * 0.95 * Arrays.stream(squares).sum();
            double known = 0;
            int expected = 0;
            while (known < enough) {
                known += squares[expected++];
            }
            Measurement found = watched(design, 1000, 1).get(0);
            assertEquals(expected, found.all());
            assertArrayEquals(new double[] {expected}, found.layers());
        }
    }

    @Test
    void oneParameterAfterTheOtherGetsThereInOneRound() {
        Design design = undirected(PerturbationPattern.SEQUENTIAL, 3, ActivationFunction.TANH, 5, 6, 4);
        long parameters = design.shape().parameters();
        for (Measurement found : watched(design, 1000, 5)) {
            assertTrue(found.all() <= parameters, () -> found.all() + " of " + parameters);
            assertTrue(found.layers()[0] <= 36 && found.layers()[1] > 36 && found.layers()[1] <= parameters);
        }
        assertEquals(
                List.of(0L, 2L, 4L),
                watched(design, 1000, 5).stream().map(Measurement::sample).toList());
    }

    /**
     * 9.26 (K - 1) passes, where the mean length of an integral has the cosine 0.95; the first pass there is a little earlier: plain
     * loops in another language gave 0.937 of it for these K = 60 parameters, half the standard deviation of one count away.
     */
    @Test
    void randomSignsTakeWhatTheirVarianceSays() {
        int seeds = 100;
        double[] passes = IntStream.range(0, seeds)
                .mapToDouble(seed -> {
                    Design design = undirected(PerturbationPattern.BERNOULLI, seed, ActivationFunction.IDENTITY, 14, 4);
                    return watched(design, 10_000, 1).get(0).all();
                })
                .toArray();
        double mean = Arrays.stream(passes).average().orElseThrow();
        double variance =
                Arrays.stream(passes).map(each -> (each - mean) * (each - mean)).sum() / (seeds - 1);
        double expected = 0.95 * 0.95 / (1 - 0.95 * 0.95) * (60 - 1);
        assertEquals(expected, mean, Math.sqrt(variance) / 2);
    }

    @Test
    void backpropagationNeedsOne() {
        BackpropagationParameters parameters = new BackpropagationParameters(false, ENDLESS, Optimizer.PLAIN);
        Design design = Watching.design(new OtherRules.Descent(parameters), 3, ActivationFunction.TANH, 5, 6, 4);
        Measurement found = watched(design, 1, 1).get(0);
        assertEquals(1, found.all());
        assertArrayEquals(new double[] {1, 1}, found.layers());
    }

    @Test
    void whatALimitDoesNotSufficeForIsInfinite() {
        Design design = undirected(PerturbationPattern.SEQUENTIAL, 3, ActivationFunction.TANH, 5, 6, 4);
        Measurement found = watched(design, 36, 1).get(0);
        assertEquals(Double.POSITIVE_INFINITY, found.all());
        assertTrue(found.layers()[0] <= 36);
        assertEquals(Double.POSITIVE_INFINITY, found.layers()[1]);
    }
}
