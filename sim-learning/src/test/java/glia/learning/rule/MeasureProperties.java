package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.Optimizer;
import glia.core.trace.Fingerprint;
import glia.core.trace.ScheduleFingerprint;
import glia.learning.law.Design;
import glia.learning.measure.DriftMeasure;
import glia.learning.measure.GradientMeasure;
import glia.learning.measure.IterationsMeasure;
import glia.learning.measure.Measure;
import glia.learning.measure.TrueGradient;
import glia.learning.part.BackpropagationParameters;
import glia.learning.part.Periods;
import glia.learning.part.PerturbationPattern;
import glia.learning.part.UndirectedMgdParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of measures on random chips and rules. */
class MeasureProperties {
    private static final int SAMPLES = 9;
    private static final int ENDLESS = 1_000_000_000;

    @Provide
    Arbitrary<Design> designs() {
        return Designs.any();
    }

    /** A chip beside that perturbs as undirected MGD does, whatever the watched one does. */
    static Chip sideChip(Design design) {
        NetworkShape shape = design.shape();
        UndirectedMgdParameters parameters = new UndirectedMgdParameters(
                PerturbationPattern.BERNOULLI,
                false,
                0.01f,
                false,
                new Periods(1, 1, ENDLESS),
                Optimizer.PLAIN,
                design.samples().seed());
        return ChipBuilder.buildUncounted(
                shape,
                design.config(),
                design.technology(),
                new UndirectedMgd(parameters, shape.parameters(), shape.layers()));
    }

    private static List<Object> trained(Design design, Chip chip, List<Measure> measures) {
        ScheduleFingerprint schedule = new ScheduleFingerprint();
        chip.addListener(schedule);
        Watching.watch(design, chip, measures, SAMPLES, design.samples()::rate);
        Fingerprint fingerprint = new Fingerprint();
        List<Object> counts = List.copyOf(chip.ledger().entries());
        chip.parameters().addTo(fingerprint);
        return List.of(
                fingerprint.toString(),
                schedule.toString(),
                counts,
                chip.cycles(),
                chip.forwardPasses(),
                chip.gradientComponents(),
                chip.replayedSteps());
    }

    @Property(tries = 300)
    void whatIsWatchedRunsAsWhatIsNot(@ForAll("designs") Design design, @ForAll @IntRange(min = 1, max = 3) int every) {
        Chip chip = design.chip();
        List<Measure> measures = List.of(
                new GradientMeasure(chip, design.rule(), every),
                new DriftMeasure(chip),
                new IterationsMeasure(chip, sample -> sideChip(design), every, 20));
        List<Object> watched = trained(design, chip, measures);
        assertEquals(trained(design, design.chip(), List.of()), watched);
        assertFalse(measures.get(2).measurements().isEmpty());
    }

    @Provide
    Arbitrary<Design> descents() {
        OtherRules.Descent kit = new OtherRules.Descent(new BackpropagationParameters(false, 1, Optimizer.PLAIN));
        return Designs.any()
                .map(design -> new Design(design.shape(), design.config(), design.technology(), kit, design.samples()));
    }

    private static double norm(TrueGradient gradient) {
        Stream<double[]> rows = Stream.concat(
                Arrays.stream(gradient.weights()).flatMap(Arrays::stream), Arrays.stream(gradient.biases()));
        return Math.sqrt(
                rows.flatMapToDouble(Arrays::stream).map(value -> value * value).sum());
    }

    /** With a rate of 1 rounding to a weight's last place, some 1e-7, takes little of a step of more than 0.01. */
    @Property(tries = 300)
    void aStepOfBackpropagationIsTheGradient(@ForAll("descents") Design design) {
        Chip chip = design.chip();
        int layers = design.shape().layers();
        float[][][] weights = new float[layers][][];
        float[][] biases = new float[layers][];
        Arrays.setAll(weights, chip.parameters()::weights);
        Arrays.setAll(biases, chip.parameters()::biases);
        TrueGradient gradient = TrueGradient.of(
                weights, biases, design.shape().activation(), design.shape().cost(), design.input(0), design.label(0));
        Assume.that(norm(gradient) > 0.01);
        Measure measure = new GradientMeasure(chip, design.rule(), 1);
        Watching.watch(design, chip, List.of(measure), 1, sample -> 1f);
        assertEquals(List.of("cosine", "signAgreement", "normRatio"), measure.names());
        assertEquals(1, measure.measurements().get(0).all(), 1e-6);
        assertTrue(measure.measurements().get(1).all() > 0);
        assertEquals(1, measure.measurements().get(2).all(), 1e-3);
    }
}
