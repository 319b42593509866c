package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Chip;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.Optimizer;
import glia.learning.law.Design;
import glia.learning.measure.GradientMeasure;
import glia.learning.measure.Measurement;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientMeasureTest {
    private static Design descent(int updatePeriod, boolean signsOnly) {
        BackpropagationParameters parameters = new BackpropagationParameters(signsOnly, updatePeriod, Optimizer.PLAIN);
        return Watching.design(new OtherRules.Descent(parameters), 5, ActivationFunction.TANH, 7, 5, 3);
    }

    private static List<Measurement> watched(Design design, long every, int samples, float rate) {
        return Watching.watched(
                design, chip -> new GradientMeasure(chip, design.rule(), every), samples, sample -> rate);
    }

    private static List<Long> samples(List<Measurement> found) {
        return Watching.named("cosine", found).stream().map(Measurement::sample).toList();
    }

    /** From weights and biases of 0, a rate of 1 and an error of ±1 the parameters move by inputs, without any rounding. */
    @Test
    void aStepWithoutRoundingAgreesExactly() {
        BackpropagationParameters parameters = new BackpropagationParameters(false, 1, Optimizer.PLAIN);
        Design design = Watching.design(new OtherRules.Descent(parameters), 2, ActivationFunction.IDENTITY, 6, 2);
        Chip chip = design.chip();
        chip.parameters().loadWeights(0, new float[6][2]);
        GradientMeasure measure = new GradientMeasure(chip, design.rule(), 1);
        Watching.watch(design, chip, List.of(measure), 1, sample -> 1f);
        List<Measurement> found = measure.measurements();
        assertEquals(1, found.get(0).all(), 1e-15);
        assertEquals(1.0, found.get(1).all());
        assertEquals(1.0, found.get(2).all());
        for (Measurement each : found) {
            assertEquals(each.all(), each.layers()[0], each.name());
            assertEquals(1, each.layers().length);
        }
    }

    /** A rate of 0.5 halves a step, but not what it is measured as; the signs of a gradient are shorter or longer than it. */
    @Test
    void ratiosAreOfStepsOverRates() {
        Measurement halved = watched(descent(1, false), 1, 1, 0.5f).get(2);
        assertEquals(1, halved.all(), 1e-5);
        Measurement signs = watched(descent(1, true), 1, 1, 0.5f).get(2);
        assertTrue(signs.all() > 1.5, () -> "ratio " + signs.all());
        assertEquals(1.0, watched(descent(1, true), 1, 1, 0.5f).get(1).all());
    }

    @Test
    void everyMultipleOfSoManySamplesIsMeasured() {
        assertEquals(List.of(0L, 3L, 6L), samples(watched(descent(1, false), 3, 9, 0.1f)));
    }

    /** Commits after samples 2, 5, 8, 11 and 14; the first ones from 0, 4, 8 and 12 on. */
    @Test
    void integratedStepsAreMeasuredAtTheirCommitsAgainstTheMeanGradient() {
        List<Measurement> found = watched(descent(3, false), 4, 17, 0.1f);
        assertEquals(List.of(2L, 5L, 8L, 14L), samples(found));
        for (Measurement each : found) {
            assertEquals(1, each.all(), 1e-4, each.name());
            for (double layer : each.layers()) {
                assertEquals(1, layer, 1e-4, each.name());
            }
        }
    }

    /**
     * Two differences in all parameters for the first sample and one for the second, in one step: each parameter is perturbed in one
     * pass of as many as there are parameters.
     */
    @Test
    void samplesCountByTheirPasses() {
        int parameters = 5 * 2;
        Periods periods = new Periods(2 * parameters, 1, 3 * parameters);
        UndirectedMgdParameters numbers = new UndirectedMgdParameters(
                PerturbationPattern.SEQUENTIAL, false, 0.01f, false, periods, Optimizer.PLAIN, 1);
        Design design = Watching.design(new OtherRules.Undirected(numbers), 3, ActivationFunction.TANH, 4, 2);
        List<Measurement> found = watched(design, 1, 3, 0.1f);
        assertEquals(List.of(1L, 2L), samples(found));
        for (int commit = 0; commit < 2; commit++) {
            assertEquals(1, found.get(3 * commit).all(), 1e-4);
            assertEquals(1.0 / parameters, found.get(3 * commit + 2).all(), 1e-3);
        }
    }

    @Test
    void atARateOfZeroThereIsNoStep() {
        List<Measurement> found = watched(descent(1, false), 1, 1, 0f);
        assertEquals(Double.NaN, found.get(0).all());
        assertEquals(0.0, found.get(1).all());
        assertEquals(Double.NaN, found.get(2).all());
    }
}
