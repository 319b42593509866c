package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.ChipAction;
import glia.chip.build.Chip;
import glia.chip.build.Prediction;
import glia.chip.datapath.Converters;
import glia.chip.datapath.FixedPoint;
import glia.chip.datapath.Noise;
import glia.chip.datapath.Periphery;
import glia.chip.message.Phase;
import glia.chip.plasticity.LearningRule;
import glia.chip.plasticity.TileSite;
import glia.core.account.ActionLedger;
import glia.learning.law.Design;
import glia.learning.law.RuleLaws;
import glia.learning.reference.ReferenceRule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of every rule with converters, narrow memories and a coarse read-out of the cost, each alone and all together. */
class PeripheryProperties {
    private static final int SAMPLES = 7;
    private static final Periphery EXACT = Periphery.EXACT;

    /** Half of them with one part alone. */
    @Provide
    Arbitrary<Design> designs() {
        return Combinators.combine(Designs.any(), Arbitraries.oneOf(alone(), together()), noise())
                .as((design, periphery, noise) -> design.with(periphery).with(noise));
    }

    private static Arbitrary<Noise> noise() {
        return Combinators.combine(Arbitraries.of(0f, 0.1f), Arbitraries.of(0f, 0.02f), Arbitraries.longs())
                .as(Noise::new);
    }

    private static Arbitrary<Periphery> alone() {
        FixedPoint none = FixedPoint.exact(1f);
        return Arbitraries.oneOf(
                narrow().map(dac -> with(new Converters(dac, none, false))),
                narrow().map(adc -> with(new Converters(none, adc, false))),
                narrow().map(dac -> with(new Converters(dac, none, true))),
                narrow().map(kept -> new Periphery(EXACT.converters(), kept, none, none)),
                narrow().map(deltaVecs -> new Periphery(EXACT.converters(), none, deltaVecs, none)),
                narrow().map(cost -> new Periphery(EXACT.converters(), none, none, cost)));
    }

    private static Periphery with(Converters converters) {
        return new Periphery(converters, EXACT.activations(), EXACT.deltaVecs(), EXACT.cost());
    }

    private static Arbitrary<Periphery> together() {
        return Combinators.combine(converters(), numbers(), numbers(), numbers())
                .as(Periphery::new);
    }

    private static Arbitrary<Converters> converters() {
        return Combinators.combine(numbers(), numbers(), Arbitraries.of(true, false))
                .as((dac, adc, serial) -> new Converters(dac, adc, serial && !dac.isExact()));
    }

    private static Arbitrary<FixedPoint> narrow() {
        return Combinators.combine(Arbitraries.of(2, 3, 4, 7, 8, 12, 16), Arbitraries.of(0.3f, 1f, 4f, 10f))
                .as(FixedPoint::new);
    }

    private static Arbitrary<FixedPoint> numbers() {
        return Arbitraries.oneOf(narrow(), narrow(), Arbitraries.of(1f, 3f).map(FixedPoint::exact));
    }

    @Property(tries = 800)
    void simulatedEqualsReferenceToTheBit(@ForAll("designs") Design design) {
        RuleLaws.simulatedEqualsReference(design, SAMPLES);
    }

    @Property(tries = 150)
    void timingLinksBusAndTileColumnsChangeNothing(@ForAll("designs") Design design, @ForAll("designs") Design other) {
        RuleLaws.tilingAndTimingChangeNothing(
                design,
                other.with(design.config().periphery()).with(design.config().noise()),
                SAMPLES);
    }

    /** The accuracy is that of the chip with its converters. */
    @Property(tries = 200)
    void evaluationReadsWhatTheReferenceReads(@ForAll("designs") Design design) {
        Chip chip = design.trained(3);
        ReferenceRule reference = design.reference();
        for (long sample = 0; sample < 3; sample++) {
            design.learn(reference, sample);
        }
        List<float[]> inputs = List.of(design.input(50), design.input(51), design.input(52));
        float[][] outputs = chip.evaluator(3).outputs(inputs, 7);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(reference.network().infer(inputs.get(i), 7 + i), outputs[i]);
        }
    }

    @Property(tries = 200)
    void predictedCyclesAreTheSimulatedOnes(@ForAll("designs") Design drawn) {
        Assume.that(!(drawn.underTest() instanceof OtherRules.Undirected undirected)
                || !undirected.parameters().layerByLayer());
        Design design = drawn.withPrivateWires();
        Chip chip = design.chip();
        Map<Phase, Long> simulated = new EnumMap<>(Phase.class);
        chip.addPhaseListener((phase, startCycle, endCycle) -> {
            Long before = simulated.putIfAbsent(phase, endCycle - startCycle);
            assertEquals(before == null ? endCycle - startCycle : before, endCycle - startCycle, phase.name());
        });
        for (long sample = 0; sample < SAMPLES; sample++) {
            Assume.that(design.learns(chip, sample));
        }
        chip.infer(design.input(0));
        assertEquals(Prediction.of(design.shape(), design.config(), design.technology(), design.rule()), simulated);
    }

    @Property(tries = 100)
    void replayedStepsAreAsSimulatedOnes(@ForAll("designs") Design design) {
        Chip replaying = design.trained(SAMPLES);
        Chip simulating = design.chip();
        simulating.switchReplayOff();
        for (long sample = 0; sample < SAMPLES; sample++) {
            design.learns(simulating, sample);
        }
        simulating.ledger();
        assertEquals(simulating.ledger().entries(), replaying.ledger().entries());
        assertEquals(simulating.cycles(), replaying.cycles());
    }

    /** Reads by the number of passes, and words of memories by the widths, beside those of the same chip that does all in float. */
    @Property(tries = 200)
    void theLedgerIsTheClosedFormOfPlanesAndWidths(@ForAll("designs") Design design) {
        Periphery periphery = design.config().periphery();
        int planes = periphery.converters().planes();
        Chip chip = design.trained(SAMPLES);
        Chip exact = design.with(EXACT).trained(SAMPLES);
        LearningRule rule = design.rule();
        Assume.that(rule.integration()
                .filter(by -> by.optimizer().weightDecay() != 0f)
                .isEmpty());
        ActionLedger ledger = chip.ledger();
        ActionLedger plain = exact.ledger();
        for (ChipAction action : List.of(
                ChipAction.DAC_CONVERSION,
                ChipAction.MULTIPLY_ACCUMULATE,
                ChipAction.READ_PERTURBATION,
                ChipAction.ADC_CONVERSION)) {
            assertEquals(planes * plain.total(action), ledger.total(action), action.name());
        }
        long additions = periphery.converters().bitSerial() ? ledger.total(ChipAction.ADC_CONVERSION) : 0;
        assertEquals(plain.total(ChipAction.ADD) + additions, ledger.total(ChipAction.ADD));
        long baselines = phases(rule, Phase.BASELINE);
        long spared = 0;
        for (TileSite tile : tiles(chip)) {
            spared += tile.rows() - words(periphery.activations(), tile.rows());
        }
        assertEquals(plain.total(ChipAction.STORE_WORD) - baselines * spared, ledger.total(ChipAction.STORE_WORD));
    }

    private static long words(FixedPoint numbers, long count) {
        return numbers.isExact() ? count : (long) Math.ceil(count * numbers.bits() / 32.0);
    }

    private static List<TileSite> tiles(Chip chip) {
        return chip.floorplan().tiles().stream().flatMap(List::stream).toList();
    }

    private static long phases(LearningRule rule, Phase phase) {
        long times = 0;
        for (long sample = 0; sample < SAMPLES; sample++) {
            times += Collections.frequency(rule.phases(sample), phase);
        }
        return times;
    }
}
