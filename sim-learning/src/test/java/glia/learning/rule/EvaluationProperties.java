package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.datapath.Numerics;
import glia.chip.datapath.Optimizer;
import glia.chip.datapath.Slope;
import glia.core.trace.Fingerprint;
import glia.learning.data.Dataset;
import glia.learning.law.Design;
import glia.learning.part.DeltaMgdParameters;
import glia.learning.part.DeltaVecParameters;
import glia.learning.part.DeltaVecSource;
import glia.learning.part.Norm;
import glia.learning.part.Recall;
import glia.learning.reference.ReferenceRule;
import glia.learning.train.Evaluation;
import glia.learning.train.RateSchedule;
import glia.learning.train.Trainer;
import glia.learning.train.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of the evaluation outside time, by any number of threads. */
class EvaluationProperties {
    private static final int TRAINED = 3;

    @Provide
    Arbitrary<Design> designs() {
        return Designs.deltaMgd();
    }

    private static Dataset test(Design design, int samples) {
        float[][] inputs = new float[samples][];
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            inputs[i] = design.input(500 + i);
            labels[i] = design.label(500 + i);
        }
        return new Dataset("drawn", inputs, labels, design.shape().classes());
    }

    private static Trainer trainer(Chip chip, Dataset test, int threads) {
        return new Trainer(chip, new TrainingPlan(1, test, 1, 0.01, RateSchedule.COSINE), test, threads);
    }

    /** All samples one after the other by the reference, costs added in their order. */
    private static Evaluation plain(Design design, Dataset test) {
        ReferenceRule reference = design.reference();
        for (long sample = 0; sample < TRAINED; sample++) {
            design.learn(reference, sample);
        }
        double costs = 0;
        long right = 0;
        for (int i = 0; i < test.size(); i++) {
            float[][] activations = reference.network().forward(test.input(i));
            float[] outputs = activations[activations.length - 1];
            costs += design.shape().cost().evaluate(outputs, test.label(i), new float[outputs.length]);
            right += Numerics.indexOfLargest(outputs) == test.label(i) ? 1 : 0;
        }
        return new Evaluation(TRAINED, (double) right / test.size(), costs / test.size());
    }

    @Property(tries = 300)
    void anyNumberOfThreadsGivesTheBitsOfOneSampleAfterTheOther(
            @ForAll("designs") Design design,
            @ForAll @IntRange(min = 1, max = 70) int samples,
            @ForAll @IntRange(min = 1, max = 6) int threads) {
        Chip chip = design.trained(TRAINED);
        Dataset test = test(design, samples);
        Evaluation evaluation = trainer(chip, test, threads).evaluate();
        assertEquals(plain(design, test), evaluation);
        assertEquals(trainer(chip, test, 1).evaluate(), evaluation);
    }

    @Property(tries = 200)
    void theAccuracyIsThatOfInferencesAsMessages(
            @ForAll("designs") Design design, @ForAll @IntRange(min = 1, max = 20) int samples) {
        Chip chip = design.trained(TRAINED);
        Dataset test = test(design, samples);
        double accuracy = trainer(chip, test, 2).evaluate().accuracy();
        long right = 0;
        for (int i = 0; i < samples; i++) {
            right += chip.infer(test.input(i)) == test.label(i) ? 1 : 0;
        }
        assertEquals((double) right / samples, accuracy);
    }

    @Property(tries = 100)
    void aBlockOfSamplesHasTheOutputsOfEachAlone(
            @ForAll("designs") Design design, @ForAll @IntRange(min = 1, max = 9) int samples) {
        Chip chip = design.trained(TRAINED);
        List<float[]> inputs = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            inputs.add(design.input(i));
        }
        float[][] outputs = chip.evaluator(samples).outputs(inputs, 0);
        for (int i = 0; i < samples; i++) {
            assertArrayEquals(chip.outputs(inputs.get(i)), outputs[i]);
        }
    }

    @Property(tries = 100)
    void changesNothingOfTheChip(@ForAll("designs") Design design) {
        Chip evaluated = design.trained(TRAINED);
        trainer(evaluated, test(design, 40), 3).evaluate();
        Chip other = design.trained(TRAINED);
        if (design.learns(other, TRAINED)) {
            design.learn(evaluated, TRAINED);
        }
        assertEquals(other.ledger().entries(), evaluated.ledger().entries());
        assertEquals(other.cycles(), evaluated.cycles());
        assertEquals(print(other), print(evaluated));
    }

    private static String print(Chip chip) {
        Fingerprint fingerprint = new Fingerprint();
        chip.parameters().addTo(fingerprint);
        return fingerprint.toString();
    }

    /** One cost is so large that each of the others alone vanishes beside it, though not their sum. */
    @Example
    void costsAreAddedInTheOrderOfSamples() {
        NetworkShape shape = new NetworkShape(List.of(1, 2), ActivationFunction.IDENTITY, CostFunction.MSE);
        DeltaMgdParameters parameters = new DeltaMgdParameters(
                new DeltaVecParameters(
                        Recall.ERROR, Slope.EXACT, DeltaVecSource.EXEMPLARS, 100, 0, 0f, 0.01f, 3, 0.3f, 0),
                false,
                Norm.GLOBAL,
                0.03f,
                OptionalDouble.empty(),
                1,
                Optimizer.PLAIN);
        Chip chip = ChipBuilder.build(shape, Design.config(1, 2, 1), Design.technology(1), new DeltaMgd(parameters));
        chip.parameters().loadWeights(0, new float[][] {{1f, 0f}});
        float[][] inputs = new float[100][];
        Arrays.setAll(inputs, i -> new float[] {i == 0 ? 0x1p30f : 8f});
        Dataset test = new Dataset("one large", inputs, new int[100], 2);
        double inOrder = 0.5 * 0x1p60;
        assertEquals(inOrder, inOrder + 24.5);
        for (int threads = 1; threads < 5; threads++) {
            assertEquals(inOrder / 100, trainer(chip, test, threads).evaluate().cost());
        }
    }

    @Provide
    Arbitrary<Design> crossEntropyDesigns() {
        return Designs.any().filter(design -> design.shape().cost() == CostFunction.CROSS_ENTROPY);
    }

    @Property(tries = 20)
    void whatFailsInAThreadFailsInTheCaller(@ForAll("crossEntropyDesigns") Design design) {
        Chip chip = design.chip();
        float[][] inputs = new float[40][design.shape().inputs(0)];
        int[] labels = new int[40];
        labels[39] = design.shape().classes();
        Dataset tooManyClasses =
                new Dataset("odd", inputs, labels, design.shape().classes() + 1);
        for (int threads = 1; threads < 4; threads++) {
            Trainer trainer = trainer(chip, tooManyClasses, threads);
            assertThrows(IndexOutOfBoundsException.class, trainer::evaluate);
        }
        assertThrows(IllegalArgumentException.class, () -> trainer(chip, tooManyClasses, 0));
    }
}
