package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.run.FinishedRun;
import glia.core.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose process is killed at moments that are drawn, again and again, and resumed each time. */
class KilledRunTest {
    private static final int KILLS = 25;
    private static final int MOST_RUNS = 12;

    /** A process that is killed lives so many milliseconds at most, from the first checkpoint that it writes on. */
    private static final int LONGEST_LIFE = 80;

    private static final List<List<String>> RUNS = List.of(
            List.of(
                    "tiny",
                    "run.epochs=25",
                    "chip.device.kind=pulsed",
                    "chip.device.potentiationStates=97",
                    "chip.device.depressionStates=60",
                    "chip.device.potentiationLabel=2.4",
                    "chip.device.depressionLabel=-4.88",
                    "chip.device.cycleNoise=0.01",
                    "chip.device.endurance=20000"),
            List.of(
                    "tiny",
                    "run.epochs=25",
                    "learning.rule=undirected-mgd",
                    "learning.optimizer=adam",
                    "learning.updatePeriod=7"),
            List.of("glyphs", "run.epochs=0.1", "run.evaluateEvery=500", "chip.schedule=overlapped"));

    @TempDir
    private Path parent;

    private int kills;

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                "glia.cli.Main"));
        command.addAll(List.of(words));
        return command;
    }

    private static List<String> begin(List<String> scenario, Path run) {
        List<String> words = new ArrayList<>(command("run", scenario.get(0), "--quiet", "--out", run.toString()));
        words.addAll(List.of("--checkpoint", "50"));
        scenario.stream().skip(1).forEach(set -> words.addAll(List.of("--set", set)));
        return words;
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(parent.resolve("said.txt").toFile())
                .start();
    }

    /** Kills a process some time after it has saved the run, unless it ends before; answers whether it was killed. */
    private boolean killed(Process process, Path checkpoint, Optional<FileTime> before, int life)
            throws IOException, InterruptedException {
        awaitWrite(process, checkpoint, before);
        if (process.waitFor(life, TimeUnit.MILLISECONDS)) {
            assertEquals(Commands.DONE, process.exitValue(), Files.readString(parent.resolve("said.txt")));
            return false;
        }
        process.destroyForcibly().waitFor();
        return true;
    }

    private static void awaitWrite(Process process, Path checkpoint, Optional<FileTime> before)
            throws IOException, InterruptedException {
        while (process.isAlive() && written(checkpoint).equals(before)) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
    }

    private static Optional<FileTime> written(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Test
    void killedRunsEndAsThoseThatWereNot() throws IOException, InterruptedException {
        for (int i = 0; i < MOST_RUNS && (i < RUNS.size() || kills < KILLS); i++) {
            List<String> scenario = RUNS.get(i % RUNS.size());
            Path run = parent.resolve("run" + i);
            killAndResume(scenario, run, i, KILLS * (i + 1) / RUNS.size());
            RunBytes.assertSame(uninterrupted(scenario, parent.resolve("whole" + i % RUNS.size())), run);
            assertFalse(Files.exists(place(run)));
        }
        assertTrue(kills >= KILLS, kills + " kills");
    }

    private static Path uninterrupted(List<String> scenario, Path run) {
        if (!FinishedRun.isRun(run)) {
            List<String> arguments =
                    new ArrayList<>(List.of("run", scenario.get(0), "--quiet", "--out", run.toString()));
            scenario.stream().skip(1).forEach(set -> arguments.addAll(List.of("--set", set)));
            Cli.run(arguments.toArray(String[]::new)).expectDone();
        }
        return run;
    }

    private static Path place(Path run) {
        return run.resolveSibling("." + run.getFileName() + ".unfinished");
    }

    /** Every fifth process is killed before it has saved anything, the others after. */
    private void killAndResume(List<String> scenario, Path run, int seed, int untilKills)
            throws IOException, InterruptedException {
        Path checkpoint = place(run).resolve("checkpoint");
        RandomStream draws = RandomStream.of(seed, 1);
        Process process = start(begin(scenario, run));
        Optional<FileTime> before = Optional.empty();
        for (int n = 0; kills < untilKills && killed(process, checkpoint, before, draws.below(n, LONGEST_LIFE)); n++) {
            kills++;
            assertFalse(FinishedRun.isRun(run), "a run that was killed looks finished");
            before = n % 5 == 4 ? Optional.of(FileTime.fromMillis(0)) : written(checkpoint);
            process = start(command("resume", "--quiet", run.toString()));
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(Commands.DONE, process.exitValue(), Files.readString(parent.resolve("said.txt")));
    }

    @Test
    void anInterruptedRunSaysHowToGoOn() throws IOException, InterruptedException {
        List<String> scenario = RUNS.get(1);
        Path run = parent.resolve("interrupted");
        Path checkpoint = place(run).resolve("checkpoint");
        Process process = start(begin(scenario, run));
        awaitWrite(process, checkpoint, Optional.empty());
        awaitWrite(process, checkpoint, written(checkpoint));
        process.destroy();
        process.waitFor();
        assertEquals(
                List.of("glia: interrupted; glia resume " + run + " goes on with the run"),
                Files.readAllLines(parent.resolve("said.txt")).stream()
                        .filter(line -> line.startsWith("glia"))
                        .toList());
        Cli.run("resume", "--quiet", run.toString()).expectDone();
        RunBytes.assertSame(uninterrupted(scenario, parent.resolve("whole")), run);
    }
}
