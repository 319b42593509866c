package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Chip;
import glia.learning.law.Design;
import glia.learning.law.RuleLaws;
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
        int compared = RuleLaws.simulatedEqualsReference(design, SAMPLES);
        Statistics.label("stays finite").collect(compared == SAMPLES);
        Statistics.label("stays finite").coverage(finite -> finite.check(true).percentage(share -> share > 95));
    }

    @Property(tries = 200)
    void timingLinksBusAndTileColumnsChangeNoWeightAndNoWrite(
            @ForAll("designs") Design design, @ForAll("designs") Design other) {
        RuleLaws.tilingAndTimingChangeNothing(design, other, SAMPLES);
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
