package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.run.CheckpointInterval;
import glia.cli.run.Checkpoints;
import glia.cli.run.Progress;
import glia.cli.run.RunFolder;
import glia.cli.run.TrainingSession;
import glia.cli.run.UnfinishedRun;
import glia.cli.scenario.Scenario;
import glia.core.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are broken off and resumed. */
class ResumeCommandTest {
    /** Ends a run as if the process had ended. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final String PULSED = "chip.device.kind=pulsed chip.device.potentiationStates=97"
            + " chip.device.depressionStates=60 chip.device.potentiationLabel=2.4 chip.device.depressionLabel=-4.88";

    @TempDir
    private Path parent;

    private Path run;

    @BeforeEach
    void place() {
        run = parent.resolve("run");
    }

    private static Scenario scenario(String... sets) {
        List<String> all = new ArrayList<>(List.of("run.epochs=1", "run.evaluateEvery=100"));
        all.addAll(Arrays.asList(sets));
        return Scenario.load("tiny", all);
    }

    /** Begins a run that is saved so often, and breaks it off as soon as so many samples are over. */
    private void breakOff(Scenario scenario, String every, long end) {
        TrainingSession session = new TrainingSession(scenario);
        try (RunFolder files = RunFolder.saved(Optional.of(run), parent, "unused")) {
            Progress stop = new Progress() {
                @Override
                public long nextStop(long samples) {
                    return end;
                }

                @Override
                public void onSamples(long samples) {
                    if (samples >= end) {
                        throw new BrokenOff();
                    }
                }
            };
            Progress saving = Checkpoints.begin(session, files, CheckpointInterval.of(every));
            assertThrows(
                    BrokenOff.class, () -> session.run(files.andThen(saving).andThen(stop)));
        }
    }

    private Path uninterrupted(String... sets) {
        Path whole = parent.resolve("whole");
        List<String> arguments = new ArrayList<>(List.of("run", "tiny", "--quiet", "--out", whole.toString()));
        for (String set : List.of("run.epochs=1", "run.evaluateEvery=100")) {
            arguments.addAll(List.of("--set", set));
        }
        for (String set : sets) {
            arguments.addAll(List.of("--set", set));
        }
        Cli.run(arguments.toArray(String[]::new)).expectDone();
        return whole;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run.seed=3",
                "run.replay=off",
                "measures.gradient=3 measures.drift=true measures.iterations=150 measures.iterationsLimit=5 learning.deltaVecPeriod=60",
                "learning.rule=undirected-mgd learning.optimizer=adam learning.updatePeriod=7",
                "learning.rule=undirected-mgd learning.perturbationPeriod=3 learning.pattern=sequential",
                "learning.rule=node-perturbation",
                PULSED + " chip.device.endurance=200 chip.device.cycleNoise=0.05",
                PULSED + " chip.device.cycleNoise=0 chip.device.signed=pair chip.device.drift=power",
                "chip.element.kind=in-place",
                "chip.interconnect.kind=mesh chip.schedule=overlapped chip.bus.medium=tree",
                "chip.schedule=dual-array chip.powerGating=clock"
            })
    void aResumedRunHasTheFilesOfAnUninterruptedOne(String sets) throws IOException {
        String[] all = sets.split(" (?=[a-z]+\\.)");
        breakOff(scenario(all), "70", 333);
        assertTrue(
                Cli.run("run", "tiny", "--out", run.toString()).err().contains("is an unfinished run; glia resume "));
        Cli.run("resume", "--quiet", run.toString()).expectDone();
        RunBytes.assertSame(uninterrupted(all), run);
        assertEquals(List.of("run", "whole"), names(parent));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    /** Among them the checkpoint at the very sample of an evaluation, which comes after it. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "100", "0.25epoch", "epoch", "1h"})
    void whereItIsSavedAndBrokenOffMakesNoDifference(String every) throws IOException {
        Path whole = uninterrupted();
        for (long end : new long[] {1, 100, 101, 399}) {
            run = parent.resolve("run" + end);
            breakOff(scenario(), every.equals("epoch") ? "1epoch" : every, end);
            Cli.run("resume", "--quiet", run.toString()).expectDone();
            RunBytes.assertSame(whole, run);
        }
    }

    @Test
    void aSessionIsSavedAndResumedWithAnyThreads() throws IOException {
        Path file = parent.resolve("state");
        TrainingSession saved = new TrainingSession(scenario("run.threads=1"));
        assertThrows(
                BrokenOff.class,
                () -> saved.run(new Progress() {
                    @Override
                    public void onSamples(long samples) {
                        saved.save(file);
                        throw new BrokenOff();
                    }
                }));
        assertTrue(saved.chip().samples() > 0);
        TrainingSession resumed = TrainingSession.resumed(scenario("run.threads=2"), file);
        saved.run(Progress.SILENT);
        resumed.run(Progress.SILENT);
        assertEquals(saved.fingerprint(), resumed.fingerprint());
        assertEquals(saved.scheduleFingerprint(), resumed.scheduleFingerprint());
        assertEquals(saved.points(), resumed.points());
    }

    private String refused(String... arguments) {
        Cli answer = Cli.run(arguments);
        assertEquals(Commands.BAD_INPUT, answer.code());
        assertEquals("", answer.out());
        assertEquals(1, answer.err().lines().count(), answer.err());
        return answer.err().strip();
    }

    private Path checkpoint() {
        return parent.resolve(".run.unfinished").resolve("checkpoint");
    }

    @Test
    void aDamagedOrForeignCheckpointIsRefusedInOneLine() throws IOException {
        breakOff(scenario(), "100", 200);
        byte[] sound = Files.readAllBytes(checkpoint());
        byte[] flipped = sound.clone();
        flipped[sound.length / 2] ^= 4;
        Files.write(checkpoint(), flipped);
        assertEquals("glia: " + checkpoint() + ": is damaged or cut short", refused("resume", run.toString()));
        Files.write(checkpoint(), Arrays.copyOf(sound, sound.length - 100));
        assertEquals("glia: " + checkpoint() + ": is damaged or cut short", refused("resume", run.toString()));
        Files.writeString(checkpoint(), "something else");
        assertEquals("glia: " + checkpoint() + ": is no checkpoint", refused("resume", run.toString()));
        Files.write(checkpoint(), sound);
        Cli.run("resume", "--quiet", run.toString()).expectDone();
    }

    @Test
    void anotherScenarioOrOtherDataAreRefused() throws IOException {
        breakOff(scenario(), "100", 200);
        InputException other = assertThrows(
                InputException.class, () -> TrainingSession.resumed(scenario("learning.rate=0.2"), checkpoint()));
        assertEquals(checkpoint() + ": is of another scenario or technology than this one", other.getMessage());
        Path copy = parent.resolve(".run.unfinished").resolve("files").resolve("scenario.yaml");
        Files.writeString(copy, Files.readString(copy).replace("rate: 0.1", "rate: 0.2"));
        assertEquals(
                "glia: " + checkpoint() + ": is of another scenario or technology than this one",
                refused("resume", run.toString()));
    }

    @Test
    void twoProcessesAreNotAtTheSameRun() {
        breakOff(scenario(), "100", 200);
        try (RunFolder taken = RunFolder.resumed(UnfinishedRun.of(run))) {
            assertEquals("glia: " + run + ": another process is at this run", refused("resume", run.toString()));
            assertTrue(Files.exists(taken.checkpoint()));
        }
        Cli.run("resume", "--quiet", run.toString()).expectDone();
    }

    @Test
    void whatCannotBeResumedIsSaidInOneLine() throws IOException {
        String nothing = ": has no checkpoint; expected a run that was begun with --checkpoint and not finished";
        assertEquals("glia: " + run + nothing, refused("resume", run.toString()));
        Files.createDirectory(run);
        assertEquals("glia: " + run + nothing, refused("resume", run.toString()));
        Path whole = uninterrupted();
        assertEquals(
                "glia: " + whole + ": is finished; there is nothing to resume", refused("resume", whole.toString()));
        assertEquals(
                "glia: --checkpoint and --trace: a traced run cannot be saved; expected one of both",
                refused("run", "tiny", "--checkpoint", "10", "--trace", "csv", "--out", parent + "/x"));
        for (String every : List.of("0", "1.5", "ten", "-1", "10 parsecs", "")) {
            assertEquals(
                    "glia: --checkpoint: " + every
                            + " is no interval; expected samples (10000), epochs (0.5epoch) or a time (10min)",
                    refused("run", "tiny", "--checkpoint=" + every, "--out", parent + "/x")
                            .strip());
        }
        assertFalse(Files.exists(parent.resolve("x")));
        assertFalse(Files.exists(parent.resolve(".x.unfinished")));
    }

    @Test
    void whatStaysBehindAFinishedRunIsRemovedOnce() throws IOException {
        breakOff(scenario(), "100", 200);
        Path left = parent.resolve(".run.unfinished");
        Path kept = parent.resolve("kept");
        copy(left, kept);
        Cli.run("resume", "--quiet", run.toString()).expectDone();
        copy(kept, left);
        assertEquals("glia: " + run + ": is finished; there is nothing to resume", refused("resume", run.toString()));
        assertFalse(Files.exists(left));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
