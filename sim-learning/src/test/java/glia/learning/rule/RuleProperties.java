package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Chip;
import glia.core.trace.Fingerprint;
import glia.learning.reference.ReferenceRule;
import glia.learning.reference.SynapseCounts;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Laws of every learning rule on the chip. */
class RuleProperties {
    private static final int SAMPLES = 7;

    @Provide
    Arbitrary<Design> designs() {
        return Designs.any();
    }

    @Property(tries = 1000)
    @StatisticsReport(onFailureOnly = true)
    void simulatedEqualsReferenceToTheBit(@ForAll("designs") Design design) {
        Chip chip = design.chip();
        ReferenceRule reference = design.reference();
        for (long sample = 0; sample < SAMPLES; sample++) {
            boolean finite = design.learns(chip, sample);
            Statistics.label("stays finite").collect(finite);
            if (!finite) {
                return;
            }
            design.learn(reference, sample);
            for (int layer = 0; layer < design.shape().layers(); layer++) {
                assertBits(
                        reference.network().weights()[layer], chip.parameters().weights(layer));
                assertBits(
                        reference.network().biases()[layer], chip.parameters().biases(layer));
            }
        }
        chip.ledger();
        assertCounts(chip, reference);
        Statistics.label("stays finite").coverage(finite -> finite.check(true).percentage(share -> share > 95));
    }

    private static void assertBits(float[][] expected, float[][] simulated) {
        for (int i = 0; i < expected.length; i++) {
            assertBits(expected[i], simulated[i]);
        }
    }

    private static void assertBits(float[] expected, float[] simulated) {
        int[] expectedBits = new int[expected.length];
        int[] simulatedBits = new int[simulated.length];
        for (int j = 0; j < expected.length; j++) {
            expectedBits[j] = Float.floatToRawIntBits(expected[j]);
            simulatedBits[j] = Float.floatToRawIntBits(simulated[j]);
        }
        assertArrayEquals(expectedBits, simulatedBits);
    }

    private static void assertCounts(Chip chip, ReferenceRule reference) {
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            assertCounts(reference.network().commits(), layer, chip.parameters().commits(layer));
            assertCounts(
                    reference.network().potentiations(),
                    layer,
                    chip.parameters().potentiations(layer));
            assertCounts(reference.network().toggles(), layer, chip.parameters().toggles(layer));
            assertRow(
                    reference.network().commits().biases()[layer],
                    chip.parameters().biasWrites(layer).commits(0));
            assertRow(
                    reference.network().potentiations().biases()[layer],
                    chip.parameters().biasWrites(layer).potentiations(0));
            assertRow(
                    reference.network().toggles().biases()[layer],
                    chip.parameters().biasWrites(layer).toggles(0));
        }
        assertEquals(reference.forwardPasses(), chip.forwardPasses());
        assertEquals(reference.gradientComponents(), chip.gradientComponents());
        assertEquals(reference.gradientComponentsStrict(), chip.gradientComponentsStrict());
    }

    private static void assertCounts(SynapseCounts expected, int layer, int[][] simulated) {
        for (int i = 0; i < simulated.length; i++) {
            assertRow(expected.synapses()[layer][i], simulated[i]);
        }
    }

    private static void assertRow(long[] expected, int[] simulated) {
        long[] widened = new long[simulated.length];
        for (int j = 0; j < simulated.length; j++) {
            widened[j] = simulated[j];
        }
        assertArrayEquals(expected, widened);
    }

    /** Transposed reads sum over a tile's columns, so these stay where the rule has some. */
    @Property(tries = 200)
    void timingLinksBusAndTileColumnsChangeNoWeightAndNoWrite(
            @ForAll("designs") Design design, @ForAll("designs") Design other) {
        int columns = design.rule().backpropagates()
                ? design.config().tileColumns()
                : other.config().tileColumns();
        Design moved = design.with(
                Design.config(design.config().tileRows(), columns, other.seed()), Design.technology(other.seed()));
        assertEquals(print(design.trained(SAMPLES)), print(moved.trained(SAMPLES)));
    }

    private static String print(Chip chip) {
        Fingerprint fingerprint = new Fingerprint();
        chip.parameters().addTo(fingerprint);
        return fingerprint.toString();
    }

    @Property(tries = 100)
    void theSameRunHasTheSameLedgerAndTheSameCycles(@ForAll("designs") Design design) {
        Chip one = design.trained(SAMPLES);
        Chip other = design.trained(SAMPLES);
        assertEquals(one.cycles(), other.cycles());
        assertEquals(one.ledger().entries(), other.ledger().entries());
        assertEquals(one.deliveries(), other.deliveries());
    }

    @Property(tries = 100)
    void evaluationOutsideTimeAnswersWhatInferenceAsMessagesAnswers(@ForAll("designs") Design design) {
        Chip chip = design.trained(3);
        for (long sample = 0; sample < 5; sample++) {
            float[] outputs = chip.outputs(design.input(sample));
            int predicted = chip.infer(design.input(sample));
            for (float output : outputs) {
                assertTrue(!(output > outputs[predicted]));
            }
        }
    }
}
