package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.ChipAction;
import glia.chip.block.Schedule;
import glia.chip.build.Chip;
import glia.chip.build.CriticalPath;
import glia.chip.build.Prediction;
import glia.chip.build.SampleTimeline;
import glia.chip.build.SecondCopy;
import glia.chip.build.TraceTap;
import glia.chip.device.DeviceParameters;
import glia.chip.device.Programming;
import glia.chip.message.Phase;
import glia.core.account.ActionLedger;
import glia.core.trace.Fingerprint;
import glia.core.trace.ScheduleFingerprint;
import glia.core.trace.TraceEvent;
import glia.learning.law.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Laws of schedules: they change when things happen, and nothing else. */
class ScheduleProperties {
    private static final int SAMPLES = 12;

    @Provide
    Arbitrary<Design> designs() {
        return Arbitraries.oneOf(
                Designs.any(), new PeripheryProperties().designs(), new ProgrammingProperties().designs());
    }

    @Provide
    Arbitrary<Design> designsInPlace() {
        return new ProgrammingProperties().designsInPlace();
    }

    /** Those that can have a second copy of their weights; reads that verify writes, which both copies have, apart. */
    @Provide
    Arbitrary<Design> copyable() {
        return designs().filter(design -> {
            DeviceParameters device = design.config().device();
            return SecondCopy.obstacle(device, design.config().programming()).isEmpty()
                    && device.scheme().programming().attempts() == 0
                    && !(design.config().tileOptions().zeroGating()
                            && design.config().noise().read() > 0);
        });
    }

    @Property(tries = 80)
    @StatisticsReport(onFailureOnly = true)
    void overlappedPhasesLearnAndCountTheSameInNoMoreCycles(@ForAll("designs") Design design) {
        Chip barrier = design.chip();
        Chip overlapped = overlapped(design).chip();
        int learned = 0;
        boolean finite = true;
        while (finite && learned < SAMPLES) {
            finite = design.learns(barrier, learned);
            assertEquals(finite, overlapped(design).learns(overlapped, learned));
            learned++;
        }
        assertEquals(values(barrier), values(overlapped));
        Statistics.label("stays finite").collect(finite);
        Statistics.label("stays finite").coverage(check -> check.check(true).percentage(share -> share > 90));
        // a sample whose cost is not finite ends with its phase behind barriers, else with its update, which changes
        // nothing
        if (finite) {
            assertEquals(stored(barrier), stored(overlapped));
            assertEquals(counts(barrier), counts(overlapped));
            assertTrue(
                    overlapped.cycles() <= barrier.cycles(), overlapped.cycles() + " cycles, not " + barrier.cycles());
        }
    }

    @Property(tries = 80)
    void replayedOverlappedRunsAreTheSimulatedOnes(@ForAll("designs") Design design) {
        Chip replaying = overlapped(design).chip();
        Chip simulating = overlapped(design).chip();
        simulating.switchReplayOff();
        assertEquals(story(design, simulating), story(design, replaying));
        assertEquals(replaying.replayObstacle().isEmpty(), replaying.replayedSteps() > 0);
        assertEquals(0, simulating.replayedSteps());
    }

    /** The path through overlapping phases has no gap either. */
    @Property(tries = 80)
    void theCriticalPathOfOverlappedPhasesIsAllOfTheSample(@ForAll("designs") Design drawn) {
        Design design = overlapped(drawn);
        CriticalPath path = CriticalPath.of(design.shape(), design.config(), design.technology(), design.rule());
        SampleTimeline timeline =
                SampleTimeline.of(design.shape(), design.config(), design.technology(), design.rule());
        assertEquals(
                timeline.cycles(),
                Arrays.stream(CriticalPath.Reason.values())
                        .mapToLong(path::cycles)
                        .sum());
    }

    /** Between barriers all that any block does is work for the one phase that runs. */
    @Property(tries = 80)
    void behindBarriersAllWorkIsForThePhaseThatRuns(@ForAll("designs") Design design) {
        SampleTimeline timeline =
                SampleTimeline.of(design.shape(), design.config(), design.technology(), design.rule());
        List<Phase> phases = design.rule().phases(design.rule().phases(0).contains(Phase.PROBE) ? 1 : 0);
        Assume.that(!phases.contains(Phase.PROBE));
        assertEquals(phases.size(), timeline.barriers().size());
        for (Map<Phase, SampleTimeline.Span> spans : timeline.blocks().values()) {
            spans.forEach((phase, span) -> {
                int first = phases.indexOf(phase);
                int last = phases.lastIndexOf(phase);
                assertTrue(first >= 0, phase + " in " + phases);
                long start = first == 0 ? 0 : timeline.barriers().get(first - 1).end();
                long end = timeline.barriers().get(last).start();
                assertTrue(span.start() >= start && span.end() <= end, phase + " " + span + " in " + timeline);
            });
        }
    }

    /**
     * A second copy of the weights is written as often as the first one, and takes the place of its reads in perturbed passes. On shared
     * links messages that become ready earlier may make others wait, so that a sample can even take longer.
     */
    @Property(tries = 80)
    void aSecondCopyOfTheWeightsDoublesWritesAndNothingElse(@ForAll("copyable") Design drawn) {
        Design design = drawn.withPrivateWires();
        Chip one = overlapped(design).chip();
        Chip two = design.with(design.config().withSchedule(Schedule.DUAL_ARRAY), design.technology())
                .chip();
        for (long sample = 0; sample < SAMPLES; sample++) {
            Assume.that(overlapped(design).learns(one, sample) && design.learns(two, sample));
        }
        assertEquals(stored(one), stored(two));
        one.ledger();
        two.ledger();
        for (ChipAction action : ChipAction.values()) {
            boolean twice = action == ChipAction.WRITE_ROW || action == ChipAction.WRITE_SYNAPSE;
            assertEquals(
                    (twice ? 2 : 1) * one.ledger().total(action), two.ledger().total(action), action.name());
        }
        assertTrue(two.cycles() <= one.cycles(), two.cycles() + " cycles, not " + one.cycles());
    }

    /** Baseline passes read the cells that perturb phases write, and perturbed passes those that updates write. */
    @Property(tries = 80)
    void noCellsAreReadWhileTheyAreWritten(@ForAll("designsInPlace") Design drawn) {
        TraceTap tap = new TraceTap();
        Chip chip = overlapped(drawn).tappedChip(tap);
        List<TraceEvent.Work> reads = new ArrayList<>();
        List<TraceEvent.Work> writes = new ArrayList<>();
        tap.open(event -> {
            if (event instanceof TraceEvent.Work work && work.action() == ChipAction.MULTIPLY_ACCUMULATE.ordinal()) {
                reads.add(work);
            } else if (event instanceof TraceEvent.Work work && work.action() == ChipAction.WRITE_ROW.ordinal()) {
                writes.add(work);
            }
        });
        for (long sample = 0; sample < 3; sample++) {
            Assume.that(drawn.learns(chip, sample));
        }
        for (TraceEvent.Work write : writes) {
            for (TraceEvent.Work read : reads) {
                boolean apart = read.doneCycle() <= write.startCycle() || write.doneCycle() <= read.startCycle();
                assertTrue(apart || read.block() != write.block(), read + " and " + write);
            }
        }
    }

    /** Steps of one phase take what is predicted also where others overlap, those of pipelined probes included. */
    @Property(tries = 80)
    void predictedCyclesAreThoseOfStepsOfOnePhase(@ForAll("designs") Design drawn) {
        Assume.that(drawn.config().programming().slot() != Programming.Slot.LONGEST);
        Design design = overlapped(drawn.withPrivateWires());
        Map<Phase, Long> predicted = Prediction.of(design.shape(), design.config(), design.technology(), design.rule());
        Chip chip = design.chip();
        chip.addPhaseListener((phase, startCycle, endCycle) -> {
            if (phase != Phase.OVERLAPPED) {
                assertEquals(predicted.get(phase), endCycle - startCycle, phase.name());
            }
        });
        for (long sample = 0; sample < SAMPLES; sample++) {
            Assume.that(design.learns(chip, sample));
        }
        chip.infer(design.input(0));
        assertTrue(!predicted.containsKey(Phase.OVERLAPPED));
    }

    private static Design overlapped(Design design) {
        return design.with(design.config().withSchedule(Schedule.OVERLAPPED), design.technology());
    }

    private static List<Object> values(Chip chip) {
        List<Object> values = new ArrayList<>();
        for (int layer = 0; layer < chip.shape().layers(); layer++) {
            values.add(Arrays.deepToString(chip.parameters().weights(layer)));
            values.add(Arrays.toString(chip.parameters().biases(layer)));
            chip.parameters().deltaVecs(layer).ifPresent(memory -> {
                for (int label = 0; label < memory.classes(); label++) {
                    values.add(Arrays.toString(memory.row(label)));
                }
            });
        }
        return values;
    }

    /** All that a chip holds: weights, biases, DeltaVecs, writes. */
    private static List<Object> stored(Chip chip) {
        chip.ledger();
        List<Object> stored = values(chip);
        Fingerprint fingerprint = new Fingerprint();
        chip.parameters().addTo(fingerprint);
        stored.add(fingerprint.toString());
        return stored;
    }

    /** The ledger without what goes by time: barriers, and the cycles in which gated blocks are awake. */
    private static List<ActionLedger.Entry> counts(Chip chip) {
        return chip.ledger().entries().stream()
                .filter(entry -> Arrays.stream(ChipAction.values())
                        .anyMatch(action -> action.name().equals(entry.action())))
                .filter(entry -> !entry.action().equals(ChipAction.BARRIER.name()))
                .toList();
    }

    private static List<Object> story(Design design, Chip chip) {
        List<Object> story = new ArrayList<>();
        ScheduleFingerprint schedule = new ScheduleFingerprint();
        chip.addListener(schedule);
        chip.addPhaseListener((phase, startCycle, endCycle) -> {
            story.add(phase + " " + startCycle + " " + endCycle);
            assertTrue(phase != Phase.PERTURBED);
        });
        for (long sample = 0; sample < SAMPLES; sample++) {
            Assume.that(design.learns(chip, sample));
            story.add(sample % 3 == 0 ? chip.infer(design.input(sample)) : chip.baselineCost());
        }
        story.addAll(chip.ledger().entries());
        story.addAll(stored(chip));
        story.addAll(List.of(chip.cycles(), chip.deliveries(), chip.forwardPasses(), chip.gradientComponents()));
        story.add(schedule.toString());
        return story;
    }
}
