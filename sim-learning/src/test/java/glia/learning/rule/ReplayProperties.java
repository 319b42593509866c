package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.build.Chip;
import glia.chip.build.ReplayObstacle;
import glia.chip.build.StepCount;
import glia.chip.interconnect.Traffic;
import glia.chip.message.Phase;
import glia.chip.plasticity.Astrocytes;
import glia.chip.plasticity.LearningRule;
import glia.core.stat.Distribution;
import glia.core.trace.Fingerprint;
import glia.core.trace.ScheduleFingerprint;
import glia.learning.law.Design;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of steps that are replayed from a recording: nothing can tell them from simulated ones. */
class ReplayProperties {
    private static final int SAMPLES = 12;

    @Provide
    Arbitrary<Design> designs() {
        return Designs.any();
    }

    @Property(tries = 400)
    void replayedRunsAreTheSimulatedOnes(@ForAll("designs") Design design) {
        Chip replaying = design.chip();
        Chip simulating = design.chip();
        simulating.switchReplayOff();
        assertEquals(story(design, simulating, true), story(design, replaying, true));
        assertEquals(0, simulating.replayedSteps());
        assertTrue(replaying.replayedSteps() > 0);
        assertEquals(Optional.of(ReplayObstacle.SWITCHED_OFF), simulating.replayObstacle());
        assertEquals(Optional.empty(), replaying.replayObstacle());
    }

    /** Counting actions changes nothing but the ledger. */
    @Property(tries = 200)
    void aChipThatCountsNothingTakesTheSameMessagesAndCyclesAndLearnsTheSame(
            @ForAll("designs") Design design, @ForAll boolean replay) {
        Chip counting = design.chip();
        Chip uncounted = design.uncountedChip();
        if (!replay) {
            counting.switchReplayOff();
            uncounted.switchReplayOff();
        }
        assertEquals(story(design, counting, false), story(design, uncounted, false));
        assertEquals(List.of(), uncounted.ledger().accounts());
        assertEquals(counting.steps(), uncounted.steps());
        assertEquals(counting.staticBlocks(), uncounted.staticBlocks());
    }

    /** All that can be seen of a chip that learns: phases and their latencies, deliveries, counts, weights, writes. */
    private static List<Object> story(Design design, Chip chip, boolean counted) {
        List<Object> story = new ArrayList<>();
        ScheduleFingerprint schedule = new ScheduleFingerprint();
        Map<Phase, Distribution> latencies = new TreeMap<>();
        chip.addListener(schedule);
        chip.addPhaseListener((phase, startCycle, endCycle) -> {
            story.add(phase + " " + startCycle + " " + endCycle);
            latencies
                    .computeIfAbsent(phase, each -> new Distribution(each.name()))
                    .record(endCycle - startCycle);
        });
        for (long sample = 0; sample < SAMPLES; sample++) {
            Assume.that(design.learns(chip, sample));
            story.add(sample % 3 == 0 ? chip.infer(design.input(sample)) : chip.baselineCost());
            if (counted && sample % 5 == 0) {
                story.add(chip.ledger().entries());
            }
        }
        story.add(log(latencies.values()));
        addTotals(chip, counted, story);
        story.add(schedule.toString());
        return story;
    }

    private static String log(Iterable<Distribution> latencies) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Distribution.writeLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), latencies);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What can be seen of a chip: traffic, cycles, counts, weights and writes. */
    static List<Object> totals(Chip chip) {
        List<Object> totals = new ArrayList<>();
        addTotals(chip, true, totals);
        return totals;
    }

    private static void addTotals(Chip chip, boolean counted, List<Object> story) {
        story.add(counted ? chip.ledger().entries() : chip.ledger().actions());
        chip.interconnect().traffic().ifPresent(traffic -> addTraffic(traffic, story));
        story.addAll(List.of(chip.cycles(), chip.deliveries(), chip.forwardPasses(), chip.gradientComponents()));
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            story.add(Arrays.deepToString(chip.parameters().weights(layer)));
            story.add(Arrays.toString(chip.parameters().biases(layer)));
            story.add(Arrays.deepToString(chip.parameters().commits(layer)));
            story.add(Arrays.deepToString(chip.parameters().potentiations(layer)));
            story.add(Arrays.deepToString(chip.parameters().toggles(layer)));
            story.add(Arrays.toString(chip.parameters().biasWrites(layer).commits(0)));
        }
        Fingerprint fingerprint = new Fingerprint();
        chip.parameters().addTo(fingerprint);
        story.add(fingerprint.toString());
    }

    private static void addTraffic(Traffic traffic, List<Object> story) {
        story.addAll(List.of(traffic.messages(), traffic.messageCycles(), traffic.waitedCycles()));
        story.addAll(List.of(traffic.waitOf(0.5), traffic.waitOf(0.99), traffic.waitOf(1)));
        traffic.links().forEach((link, use) -> story.addAll(List.of(link, use.busyCycles(), use.words())));
    }

    @Property(tries = 100)
    void switchingOffInTheMiddleOfARunChangesNothing(
            @ForAll("designs") Design design, @ForAll @IntRange(max = SAMPLES) int until) {
        Chip chip = design.chip();
        Chip switched = design.chip();
        for (long sample = 0; sample < SAMPLES; sample++) {
            if (sample == until) {
                switched.switchReplayOff();
            }
            Assume.that(design.learns(chip, sample));
            design.learn(switched, sample);
        }
        List<Object> expected = new ArrayList<>();
        List<Object> actual = new ArrayList<>();
        addTotals(chip, true, expected);
        addTotals(switched, true, actual);
        assertEquals(expected, actual);
    }

    /** As many steps of each kind as the phases ask for, whether simulated or replayed. */
    @Property(tries = 200)
    void stepsAreCountedByPhaseAndProbesByLayer(@ForAll("designs") Design design) {
        Chip chip = design.chip();
        Map<String, Long> expected = new TreeMap<>();
        LearningRule rule = design.rule();
        for (long sample = 0; sample < SAMPLES; sample++) {
            Assume.that(design.learns(chip, sample));
            for (Phase phase : rule.phases(sample)) {
                long times = phase == Phase.PROBE
                        ? rule.astrocytes().probedSamples(design.shape().classes())
                        : 1;
                expected.merge(phase.name(), times, Long::sum);
                if (phase == Phase.PROBE) {
                    addProbes(design, rule, chip, expected);
                }
            }
        }
        Map<String, Long> counted = new TreeMap<>();
        for (StepCount step : chip.steps()) {
            counted.put(step.name(), step.simulated() + step.replayed());
            assertTrue(step.simulated() > 0, step.toString());
        }
        assertEquals(expected, counted);
        assertEquals(
                chip.replayedSteps(),
                chip.steps().stream().mapToLong(StepCount::replayed).sum());
    }

    private static void addProbes(Design design, LearningRule rule, Chip chip, Map<String, Long> expected) {
        Astrocytes astrocytes = rule.astrocytes();
        chip.floorplan().layers().stream().filter(astrocytes::probe).forEach(layer -> {
            long probes = (long) astrocytes.probedSamples(design.shape().classes()) * astrocytes.probedNeurons(layer);
            expected.merge("PROBE.layer" + (layer.layer() + 1), probes, Long::sum);
        });
    }
}
