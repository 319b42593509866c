package glia.learning.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.chip.block.Schedule;
import glia.chip.build.Chip;
import glia.chip.build.SecondCopy;
import glia.core.archive.Archive;
import glia.core.archive.ArchiveReader;
import glia.core.archive.ArchiveWriter;
import glia.core.stat.Distribution;
import glia.core.trace.ScheduleFingerprint;
import glia.learning.law.Design;
import glia.learning.measure.DriftMeasure;
import glia.learning.measure.GradientMeasure;
import glia.learning.measure.IterationsMeasure;
import glia.learning.measure.Measure;
import glia.learning.measure.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of saved state: a run that goes on from it is the run that was never interrupted, to the last field of the last object. */
class StateProperties {
    private static final int MOST = 9;

    /** What may differ between a run that went on and one that was resumed. */
    private static final Set<String> LEFT_OUT = Set.of(
            // caches
            "PhaseSteps.known",
            "ScheduleFingerprint.recordings",
            "ScheduleFingerprint.lastKinds",
            "ScheduleFingerprint.kindNumbers",
            // recordings are made anew
            "StepRecorder.steps",
            "StepRecorder.known",
            // where an empty queue has room
            "EventQueue.first",
            "EventQueue.last",
            "EventQueue.cycles",
            "EventQueue.orders",
            "EventQueue.nexts",
            "EventQueue.ports",
            "EventQueue.messages",
            "EventQueue.free",
            "EventQueue.used",
            "EventQueue.heap",
            "EventQueue.current",
            // workings of one call, and messages that are filled before they are sent
            "WriteCounter.rowSigns",
            "WriteCounter.rowMasks",
            "WriteCounter.rowMinus",
            "WriteCounter.columnBits",
            "WriteCounter.changedBits",
            "WriteCounter.raisedBits",
            "WriteCounter.raised",
            "WriteCounter.misses",
            "SampleWindow.block",
            "SampleWindow.columnSigns",
            "CellMatrix.change",
            "CellMatrix.changedRows",
            "CellMatrix.unread",
            "CellMatrix.rowChanges",
            "TransposedProduct.driven",
            "SynapseArray.asked",
            "DeviceCells.written",
            "PairedCells.written",
            "PairedCells.ofCell",
            "PairedCells.ofSynapse",
            "BiasRegister.changes",
            "BiasRegister.probeStep",
            "Signed.raised",
            "Dense.driven",
            "Dense.minus",
            "Dense.raised",
            "UndirectedPerturbation.rows",
            "UndirectedPerturbation.columns",
            "GradientDescent.rows",
            "GradientDescent.columns",
            "ForwardReads.messages",
            "ProbePart.result",
            // samples of a window behind those in use
            "BitPlanes.words",
            // settled into the counts before they are saved
            "WriteCounter.raisedCounter",
            // the last read, which is done anew; and rows of elements that are not set
            "SynapseArray.perturbedSums",
            "SynapseArray.last",
            "ElementPattern.rankOneRows",
            "ElementPattern.rankOneColumns",
            // factors of a drift that were computed so far
            "Factors.factors");

    /** What may differ besides where steps are recorded anew, because some are simulated that the other run replays. */
    private static final Set<String> TIMES = Set.of(
            "EventQueue.currentCycle",
            "EventQueue.sent",
            "Simulation.busyUntilCycle",
            "CycleResource.freeCycles",
            "SharedLink.freeCycle",
            "BroadcastBus.freeCycle",
            "Join.readyCycle",
            "ReadWork.readCycle",
            "CostUnit.evaluatedCycle",
            "InputPort.fetchedCycle",
            "NeuronUnit.perturbationsCycle",
            "SynapseTile.elementsCycle",
            "Account.awakeUntil",
            "BroadcastBus.asking");

    @Provide
    Arbitrary<Design> designs() {
        Arbitrary<Design> chips = Arbitraries.oneOf(
                Designs.any(),
                new DeviceProperties().designs(),
                new PeripheryProperties().designs(),
                new ProgrammingProperties().designs(),
                new ProgrammingProperties().designsInPlace());
        return Combinators.combine(chips, Arbitraries.of(Schedule.class)).as(StateProperties::with);
    }

    private static Design with(Design design, Schedule schedule) {
        boolean copied = SecondCopy.obstacle(
                        design.config().device(), design.config().programming())
                .isEmpty();
        Schedule possible = schedule == Schedule.DUAL_ARRAY && !copied ? Schedule.OVERLAPPED : schedule;
        return design.with(design.config().withSchedule(possible), design.technology());
    }

    /** A chip that learns, and all that watches it in a run. */
    private static final class Run {
        private final Design design;
        private final Chip chip;
        private final ScheduleFingerprint schedule = new ScheduleFingerprint();
        private final Map<String, Distribution> latencies = new TreeMap<>();
        private final List<Measure> measures;

        Run(Design design, boolean replays) {
            this.design = design;
            chip = design.chip();
            if (!replays) {
                chip.switchReplayOff();
            }
            measures = List.of(
                    new GradientMeasure(chip, design.rule(), 2),
                    new DriftMeasure(chip),
                    new IterationsMeasure(chip, sample -> MeasureProperties.sideChip(design), 4, 3));
            chip.addListener(schedule);
            chip.addPhaseListener((phase, start, end) ->
                    latencies.computeIfAbsent(phase.name(), Distribution::new).record(end - start));
            measures.forEach(measure -> chip.addPhaseListener((phase, start, end) -> measure.onPhase(phase)));
        }

        /** Learns from some samples more; skips the try if costs do not stay finite. */
        Run learn(int samples) {
            for (int i = 0; i < samples; i++) {
                Shown shown = shown(chip.samples());
                measures.forEach(measure -> measure.onSample(shown));
                Assume.that(design.learns(chip, shown.number()));
                if (shown.number() % 3 == 0) {
                    chip.infer(shown.input());
                }
            }
            return this;
        }

        private Shown shown(long sample) {
            return new Shown(
                    sample,
                    design.input(sample),
                    design.label(sample),
                    design.samples().rate(sample),
                    design.samples().host(sample));
        }

        void state(Archive archive) {
            chip.state(archive);
            schedule.state(archive);
            List<String> phases = new ArrayList<>(latencies.keySet());
            int count = archive.at(phases.size());
            for (int i = 0; i < count; i++) {
                String name = archive.at(archive.isLoading() ? "" : phases.get(i));
                latencies.computeIfAbsent(name, Distribution::new).state(archive);
            }
            measures.forEach(measure -> measure.state(archive, this::shown));
        }

        /** All that can be seen of it. */
        List<Object> story() {
            List<Object> story = new ArrayList<>(chip.ledger().entries());
            story.addAll(ReplayProperties.totals(chip));
            story.add(schedule.toString());
            latencies.forEach((name, latency) -> story.add(name + latency.occurrences()));
            for (Measure measure : measures) {
                measure.measurements().forEach(each -> story.add(List.of(each.sample(), each.name(), each.all())));
            }
            story.add(chip.steps());
            return story;
        }
    }

    @Property(tries = 150)
    void aResumedRunIsTheOneThatWentOn(
            @ForAll("designs") Design design,
            @ForAll @IntRange(max = MOST) int before,
            @ForAll @IntRange(min = 1, max = MOST) int after,
            @ForAll boolean replays) {
        Run uninterrupted = new Run(design, replays).learn(before).learn(after);
        Run saved = new Run(design, replays).learn(before);
        byte[] state = bytes(saved);
        Run resumed = new Run(design, replays);
        load(state, resumed);
        assertArrayEquals(state, bytes(resumed), "what was loaded is what was saved");
        saved.learn(after);
        resumed.learn(after);
        assertAlike(uninterrupted.story(), saved.story(), "saving changes nothing");
        assertAlike(uninterrupted.story(), resumed.story(), "resumed");
        Set<String> leftOut = new TreeSet<>(LEFT_OUT);
        leftOut.addAll(replays ? TIMES : Set.of());
        assertEquals(List.of(), ObjectGraph.differences(saved, resumed, leftOut));
        if (!replays) {
            assertArrayEquals(bytes(saved), bytes(resumed));
        }
    }

    private static void assertAlike(List<Object> expected, List<Object> actual, String what) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), what);
        }
        assertEquals(expected.size(), actual.size(), what);
    }

    private static byte[] bytes(Run run) {
        return inFile(file -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ArchiveWriter writer = new ArchiveWriter(channel);
                run.state(writer);
                writer.finish();
            }
            return Files.readAllBytes(file);
        });
    }

    private static void load(byte[] state, Run run) {
        inFile(file -> {
            Files.write(file, state);
            try (FileChannel channel = FileChannel.open(file)) {
                ArchiveReader reader = new ArchiveReader(channel);
                run.state(reader);
                reader.finish();
            }
            return state;
        });
    }

    private interface FileWork {
        byte[] with(Path file) throws IOException;
    }

    private static byte[] inFile(FileWork work) {
        try {
            Path file = Files.createTempFile("state", ".bin");
            try {
                return work.with(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
