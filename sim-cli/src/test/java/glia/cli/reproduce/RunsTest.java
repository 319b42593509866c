package glia.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.reproduce.Workbench.Task;
import glia.cli.run.Progress;
import glia.cli.run.TrainingSession;
import glia.cli.scenario.Scenario;
import glia.core.stat.Spread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training runs of reproductions, on small chips. */
class RunsTest {
    private static final Scenarios TINY = SmallRuns.TINY;

    /** The command on a page does the same run: same data, weights, samples, rates. */
    @Test
    void accuracyIsThatOfGliaRun() {
        Scenario scenario = TINY.load(5);
        TrainingSession session = new TrainingSession(scenario);
        session.run(Progress.SILENT);
        double accuracy = session.points().get(1).evaluation().accuracy();
        ChipRun run = SmallRuns.run(TINY, 5);
        assertEquals(100 * accuracy, run.accuracy());
        assertArrayEquals(
                session.chip().parameters().weights(0), run.chip().parameters().weights(0));
    }

    @Test
    void divergedRunHasNoAccuracy() {
        Scenarios wild =
                TINY.with("learning.rule=backpropagation", "learning.rate=1000000", "network.activation=identity");
        assertTrue(Double.isNaN(SmallRuns.run(wild, 1).accuracy()));
    }

    @Test
    void samplesToATargetAreThoseOfTheFirstEvaluationThatReachesIt() {
        assertEquals(20, SmallRuns.run(TINY, 1).samplesTo(0, 20).orElseThrow());
        assertTrue(SmallRuns.run(TINY, 1).samplesTo(101, 20).isEmpty());
        assertTrue(Double.isNaN(TargetRun.samples(SmallRuns.run(TINY, 1), 101)));
    }

    @Test
    void evaluationsGoOnToTheEnd() {
        assertEquals(
                List.of(50L, 100L, 120L),
                SmallRuns.run(TINY, 1).evaluations(50, none -> false).stream()
                        .map(each -> each.samples())
                        .toList());
    }

    @Test
    void spreadsAreByScenarioAndSeed() {
        List<Spread> spreads = Trainings.spreads(
                SmallRuns.bench(3L, 1L, 2L),
                List.of(TINY.with("learning.rate=0.1"), TINY.with("learning.rate=0.2")),
                run -> run.scenario().seed() + 100 * run.scenario().settings().decimal("learning.rate"));
        assertEquals(List.of(new Spread(12, 11, 13), new Spread(22, 21, 23)), spreads);
    }

    @Test
    void bestRateIsThatOfTheBestMedianAndNeverOneWithoutANumber() {
        List<BestRate.Candidate> candidates =
                List.of(new BestRate.Candidate(TINY, List.of("0.1", "0.3", "0.2", "0.4")));
        assertEquals("0.3", best(candidates, true));
        assertEquals("0.1", best(candidates, false));
    }

    private static String best(List<BestRate.Candidate> candidates, boolean largest) {
        return BestRate.of(SmallRuns.bench(1L), candidates, largest, run -> {
                    double rate = run.scenario().settings().decimal("learning.rate");
                    return rate == 0.4 ? Double.NaN : rate;
                })
                .get(0)
                .rate();
    }

    @Test
    void dataAreReadOnceAndAnswersComeInTheOrderOfTasks() {
        Workbench bench = SmallRuns.bench(1L);
        assertSame(
                bench.data(TINY.load(1)),
                bench.data(TINY.with("learning.rate=0.5").load(2)));
        List<Task<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            tasks.add(new Task<>("task " + i, () -> number));
        }
        assertEquals(List.of(0, 1, 2), bench.all(tasks).subList(0, 3));
        assertThrows(
                IllegalStateException.class,
                () -> bench.all(List.of(new Task<>("bad", () -> {
                    throw new IllegalStateException("planned");
                }))));
    }

    /** All signs right: SignSGD as the chip does it. */
    @Test
    void signDescentWithFullAgreementIsSignSgdOfTheChip() {
        Scenarios sign = TINY.with("learning.rule=sign-sgd", "learning.rate=0.01", "run.epochs=0.5");
        ChipRun run = SmallRuns.run(sign, 2);
        ChipRun turned = SmallRuns.run(sign, 2);
        new SignDescent(turned.chip(), 1).train(turned.trainer().plan());
        run.accuracy();
        for (int layer = 0; layer < 2; layer++) {
            assertArrayEquals(
                    run.chip().parameters().weights(layer),
                    turned.chip().parameters().weights(layer));
            assertArrayEquals(
                    run.chip().parameters().biases(layer),
                    turned.chip().parameters().biases(layer));
        }
    }

    /** All signs wrong: uphill by the same steps, seen on the biases after one sample. */
    @Test
    void signDescentTurnsSignsAsFarAsAsked() {
        Scenarios one = TINY.with("learning.rule=sign-sgd", "learning.rate=0.25", "run.epochs=0.0166");
        float[][] ends = new float[2][];
        for (int turned = 0; turned < 2; turned++) {
            ChipRun run = SmallRuns.run(one, 2);
            assertEquals(1, run.trainer().plan().samples());
            new SignDescent(run.chip(), turned == 0 ? 1 : -1)
                    .train(run.trainer().plan());
            ends[turned] = run.chip().parameters().biases(1);
        }
        assertEquals(0.25, Math.abs(ends[0][0]), 1e-6);
        assertArrayEquals(new float[] {-ends[0][0], -ends[0][1]}, ends[1]);
    }

    /** At Λ = 0.5 a quarter of all steps goes the other way. */
    @Test
    void shareOfTurnedSignsIsHalfOfWhatAgreementLeaves() {
        Scenarios one = Scenarios.of("glyphs", "learning.rule=sign-sgd", "learning.rate=0.25")
                .with("data.train=1000", "data.test=100", "run.epochs=0.001")
                .withLayers(784, 16, 10);
        ChipRun right = SmallRuns.run(one, 2);
        ChipRun partly = SmallRuns.run(one, 2);
        right.accuracy();
        new SignDescent(partly.chip(), 0.5).train(partly.trainer().plan());
        int moved = 0;
        int other = 0;
        float[][] start = SmallRuns.run(one, 2).chip().parameters().weights(0);
        for (int i = 0; i < start.length; i++) {
            for (int j = 0; j < start[i].length; j++) {
                float there = right.chip().parameters().weights(0, i)[j];
                moved += there == start[i][j] ? 0 : 1;
                other += there == partly.chip().parameters().weights(0, i)[j] ? 0 : 1;
            }
        }
        assertTrue(moved > 1000, "" + moved);
        assertEquals(0.25, (double) other / moved, 0.04);
    }

    @Test
    void ratesOfUpdatePeriodsGrowWithThemUpToALargest() {
        assertEquals(List.of("0.00003", "0.0001"), UpdatePeriods.rates(1));
        assertEquals(List.of("0.00192", "0.0064"), UpdatePeriods.rates(64));
        assertEquals(List.of("0.12288", "0.2"), UpdatePeriods.rates(4096));
    }

    @Test
    void biasGradientsAreThoseOfTheSamplesSortedByClass() {
        ChipRun run = SmallRuns.run(TINY, 1);
        BiasGradients gradients = new BiasGradients(run.chip(), run.data().test(), 3);
        FrozenChip frozen = new FrozenChip(run.chip());
        int second = run.data().test().indicesOf(1)[0];
        double[] exact = frozen.exact(run.data().test().input(second), 1).biases()[0];
        assertArrayEquals(exact, gradients.rows(0)[3]);
        assertEquals(1, gradients.meanCosine(gradients, 0, 0), 1e-12);
        double[] first = gradients.means(1)[0];
        assertEquals(
                (gradients.rows(1)[0][0] + gradients.rows(1)[1][0] + gradients.rows(1)[2][0]) / 3, first[0], 1e-12);
        /* Two outputs: e = (p - 1, 1 - p) for one class, and turned for the other, so all pairs are parallel or opposite. */
        assertEquals(1, gradients.cosine(1, true), 1e-9);
        assertEquals(-1, gradients.cosine(1, false), 1e-9);
        assertArrayEquals(new double[] {0.6, 0.8}, BiasGradients.normalised(new double[][] {{3, 4}})[0], 1e-12);
    }

    @Test
    void diagnosisOfBackpropagationIsAlignedAndItsUpdatesHaveFewDirections() {
        Scenarios back = Scenarios.of("glyphs", "learning.rule=backpropagation", "learning.rate=0.02")
                .with("data.train=1500", "data.test=100", "run.epochs=1")
                .withLayers(784, 16, 10);
        Diagnosis found = Diagnosis.of(SmallRuns.run(back, 1));
        assertEquals(1, found.meanCosine(), 1e-3);
        assertEquals(1, found.sampleCosine(), 1e-3);
        assertTrue(found.tenDirections() > 60 && found.tenDirections() <= 100, "" + found.tenDirections());
        assertTrue(found.lastSaturation() < 50);
        assertArrayEquals(new double[] {300, 600, 900, 1200, 1300}, found.samples());
    }
}
