package glia.learning.law.example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Chip;
import glia.chip.build.ChipBuilder;
import glia.chip.build.ChipConfig;
import glia.chip.build.NetworkShape;
import glia.chip.datapath.ActivationFunction;
import glia.chip.datapath.CostFunction;
import glia.chip.plasticity.LearningRule;
import glia.learning.data.Patterns;
import glia.learning.data.TrainAndTest;
import glia.learning.law.Design;
import glia.learning.law.LawDesigns;
import glia.learning.law.RuleLaws;
import glia.learning.law.RuleUnderTest;
import glia.learning.reference.ReferenceNetwork;
import glia.learning.reference.ReferenceRule;
import glia.learning.train.RateSchedule;
import glia.learning.train.Trainer;
import glia.learning.train.TrainingPlan;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CostSignDescentProperties {
    record BothForms(CostSignDescent numbers) implements RuleUnderTest {
        @Override
        public LearningRule rule(NetworkShape shape) {
            return numbers;
        }

        @Override
        public ReferenceRule reference(ReferenceNetwork network, ChipConfig config) {
            return new CostSignDescent.Reference(numbers, network);
        }
    }

    private static final Arbitrary<BothForms> RULES =
            Arbitraries.longs().map(seed -> new BothForms(new CostSignDescent(0x1p-5f, seed)));

    @Provide
    Arbitrary<Design> designs() {
        return LawDesigns.of(RULES);
    }

    @Provide
    Arbitrary<Design> linear() {
        return LawDesigns.linear(RULES, 6);
    }

    @Property(tries = 100)
    void equalsItsReferenceOnAnyChip(@ForAll("designs") Design design) {
        RuleLaws.simulatedEqualsReference(design, 6);
    }

    @Property(tries = 50)
    void learnsTheSameOnAnotherChip(@ForAll("designs") Design design, @ForAll("designs") Design other) {
        RuleLaws.tilingAndTimingChangeNothing(design, other, 6);
    }

    @Property(tries = 20)
    void isLocal(@ForAll("designs") Design design) {
        RuleLaws.everyBlockLearnsFromItsOwnMessagesAlone(design, 6);
    }

    @Property(tries = 50)
    void makesTheSameUpdateOfTheOppositePerturbation(@ForAll("linear") Design design) {
        RuleLaws.flippingThePerturbationChangesNoUpdate(design, 6);
    }

    @Property(tries = 50)
    void writesNothingWithoutAPerturbation(@ForAll("designs") Design design) {
        RuleLaws.withoutPerturbationNothingIsWritten(design, 6);
    }

    /** A law that does not hold: the sign of ΔC alone is not the gradient on average, and the kit says where. */
    @Property(tries = 20)
    void doesNotFollowTheGradientOnAverage(@ForAll("linear") Design design) {
        AssertionError said = assertThrows(AssertionError.class, () -> RuleLaws.meanOverAllSignsIsTheGradient(design));
        assertTrue(said.getMessage().startsWith("layer 1, synapse (0, 0): the mean estimate over all "));
    }

    /** A linear classifier gets at most 75 % of these patterns. */
    @Example
    void learnsPatternsOnTheChip() {
        NetworkShape shape = new NetworkShape(List.of(4, 8, 2), ActivationFunction.TANH, CostFunction.CROSS_ENTROPY);
        CostSignDescent rule = new CostSignDescent(0.01f, 1);
        Chip chip = ChipBuilder.build(shape, Design.config(4, 4, 1), Design.technology(1), rule);
        Trainer.initialise(chip, 1);
        TrainAndTest data = Patterns.generate(1, 400, 200);
        TrainingPlan plan = new TrainingPlan(1, data.train(), 20_000, 0.02, RateSchedule.COSINE);
        Trainer trainer = new Trainer(chip, plan, data.test());
        trainer.trainUntil(plan.samples());
        double accuracy = trainer.evaluate().accuracy();
        assertTrue(accuracy > 0.95, "accuracy " + accuracy + " after " + chip.cycles() + " cycles");
    }
}
