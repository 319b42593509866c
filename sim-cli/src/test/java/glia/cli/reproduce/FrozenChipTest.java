package glia.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Chip;
import glia.core.random.RandomStream;
import glia.learning.measure.Agreement;
import glia.learning.train.Trainer;
import org.junit.jupiter.api.Test;

/** Estimates read from a chip whose parameters stay. */
class FrozenChipTest {
    private static final Scenarios SMALL = Scenarios.of("mnist").withLayers(5, 4, 3);

    private static float[] input() {
        float[] input = new float[5];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) RandomStream.of(3, 4).gaussian(i);
        }
        return input;
    }

    private static Chip chip(Scenarios scenario) {
        Chip chip = scenario.load(7).chip();
        Trainer.initialise(chip, 7);
        return chip;
    }

    @Test
    void backpropagationEstimatesTheTrueGradientAndParametersStay() {
        Chip chip = chip(SMALL.with("learning.rule=backpropagation"));
        float[][] before = chip.parameters().weights(1);
        FrozenChip frozen = new FrozenChip(chip);
        for (int time = 0; time < 3; time++) {
            double[] estimate = frozen.estimate(input(), 2, none -> input());
            assertArrayEquals(frozen.gradient(input(), 2), estimate, 1e-6);
        }
        assertArrayEquals(before, chip.parameters().weights(1));
        assertArrayEquals(new float[3], chip.parameters().biases(1));
    }

    @Test
    void changeIsThatOfTheRateDividedByIt() {
        FrozenChip frozen = new FrozenChip(chip(SMALL.with("learning.rule=backpropagation")));
        double[] change = frozen.change(input(), 1, 0.125f, none -> input());
        assertArrayEquals(frozen.gradient(input(), 1), change, 1e-5);
    }

    /** One weight after the other: after K iterations the registers hold every finite difference once, a Kth of it. */
    @Test
    void finiteDifferencesOfAllParametersAreTheGradient() {
        long parameters = SMALL.load().shape().parameters();
        FixedSample sample = new FixedSample(
                SMALL.with("learning.rule=undirected-mgd", "learning.pattern=sequential", "learning.epsilon=0.01")
                        .with("learning.samplePeriod=" + parameters, "learning.updatePeriod=" + parameters),
                1);
        Agreement agreement = sample.agreement(sample.estimate());
        assertTrue(agreement.cosine() > 0.999, agreement.toString());
    }

    @Test
    void iterationsOfRandomSignsAreNearTheClosedForm() {
        Scenarios scenario = Scenarios.of("mnist", "learning.rule=undirected-mgd", "learning.samplePeriod=50")
                .with("learning.updatePeriod=50")
                .withLayers(16, 16, 10);
        double expected = GradientAngle.iterations(scenario.load().shape().parameters());
        assertEquals(1, new FixedSample(scenario, 1).iterations(50, expected) / expected, 0.25);
    }

    @Test
    void iterationsHaveNoNumberWhereTheyDoNotConverge() {
        Scenarios scenario =
                Scenarios.of("mnist", "learning.rule=undirected-mgd").withLayers(16, 16, 10);
        assertTrue(Double.isNaN(new FixedSample(scenario, 1).iterations(1, 3)));
    }
}
