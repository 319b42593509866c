package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.block.Schedule;
import glia.chip.build.Chip;
import glia.chip.build.ChipTiming;
import glia.chip.build.StepCount;
import glia.chip.interconnect.Traffic;
import glia.chip.plasticity.TileSite;
import glia.core.trace.ScheduleFingerprint;
import glia.learning.law.Design;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of a chip that goes through a training in time and counts alone: no figure of time or count tells it from one that learned. */
class ChipTimingProperties {
    @Provide
    Arbitrary<Design> designs() {
        return Combinators.combine(Designs.any(), Arbitraries.of(Schedule.class))
                .as((design, schedule) -> new Design(
                        design.shape(),
                        design.config().withSchedule(schedule),
                        design.technology(),
                        design.underTest(),
                        design.samples()));
    }

    @Property(tries = 200)
    void aTimedChipTakesTheDeliveriesCyclesAndCountsOfOneThatLearns(
            @ForAll("designs") Design design, @ForAll @IntRange(min = 1, max = 60) int samples) {
        Chip learning = design.chip();
        Chip timed = design.chip();
        ChipTiming timing = new ChipTiming(timed, design.rule());
        List<Object> expected = watch(learning);
        List<Object> actual = watch(timed);
        for (int from = 0; from < samples; from += 17) {
            int until = Math.min(samples, from + 17);
            for (long sample = from; sample < until; sample++) {
                Assume.that(design.learns(learning, sample));
            }
            timing.learnUntil(until);
            learning.ledger();
            tell(learning, timing);
            add(learning, expected);
            add(timed, actual);
        }
        assertEquals(expected, actual);
    }

    private static List<Object> watch(Chip chip) {
        List<Object> story = new ArrayList<>();
        ScheduleFingerprint schedule = new ScheduleFingerprint();
        chip.addListener(schedule);
        chip.addPhaseListener(
                (phase, startCycle, endCycle) -> story.add(phase + " " + startCycle + " " + endCycle + " " + schedule));
        return story;
    }

    private static void tell(Chip from, ChipTiming timing) {
        List<List<TileSite>> tiles = from.floorplan().tiles();
        for (int layer = 0; layer < tiles.size(); layer++) {
            for (int tile = 0; tile < tiles.get(layer).size(); tile++) {
                long pulses = 0;
                for (long ofColumn : from.parameters().columnPulses(layer, tile)) {
                    pulses += ofColumn;
                }
                timing.tellWrites(layer, tile, pulses, from.parameters().cellReads(layer, tile));
            }
        }
    }

    private static void add(Chip chip, List<Object> story) {
        story.add(chip.ledger().entries());
        story.add(chip.steps());
        story.addAll(List.of(chip.cycles(), chip.deliveries(), chip.samples(), chip.forwardPasses()));
        story.addAll(List.of(chip.gradientComponents(), chip.gradientComponentsStrict()));
        chip.interconnect().traffic().ifPresent(traffic -> add(traffic, story));
    }

    private static void add(Traffic traffic, List<Object> story) {
        story.addAll(List.of(traffic.messages(), traffic.messageCycles(), traffic.waitedCycles()));
        story.addAll(List.of(traffic.waitOf(0.5), traffic.waitOf(0.99), traffic.waitOf(1)));
        traffic.links().forEach((link, use) -> story.addAll(List.of(link, use.busyCycles(), use.words())));
    }

    /** However long the training, the kinds of step are simulated a few times. */
    @Property(tries = 25)
    void aLongerTrainingSimulatesNoMoreSteps(@ForAll("designs") Design design) {
        Chip shorter = design.chip();
        Chip longer = design.chip();
        new ChipTiming(shorter, design.rule()).learnUntil(300);
        new ChipTiming(longer, design.rule()).learnUntil(900);
        assertEquals(simulated(shorter), simulated(longer));
        assertTrue(longer.replayedSteps() > 2 * shorter.replayedSteps());
    }

    private static long simulated(Chip chip) {
        return chip.steps().stream().mapToLong(StepCount::simulated).sum();
    }

    @Property(tries = 20)
    void aChipWhoseStepsAreNotReplayedCannotBeTimed(@ForAll("designs") Design design) {
        Chip chip = design.chip();
        chip.switchReplayOff();
        String reason = assertThrows(IllegalArgumentException.class, () -> new ChipTiming(chip, design.rule()))
                .getMessage();
        assertEquals("the chip cannot be timed without its data: it was switched off", reason);
    }
}
