package glia.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on a Slurm of its own, where there is one to start: a job array, one task of which is killed. */
class SlurmSweepTest {
    private static final int POINTS = 60;
    private static final int TASKS = 4;

    @TempDir
    private Path home;

    @Test
    void jobArrayThatLosesATaskMakesTheSameTable() throws IOException, InterruptedException {
        try (SlurmCluster cluster = SlurmCluster.start(home.resolve("slurm"))) {
            Path file = SweepFiles.file(
                    home,
                    "scenario: tiny",
                    "set: {run.epochs: 4}",
                    "axes:",
                    "  chip.tile.rows: [1, 2, 3]",
                    "  run.seed: {from: 1, to: 20, step: 1}");
            Path reference = home.resolve("reference");
            assertEquals(0, SweepFiles.run(file, reference));
            Path out = home.resolve("on-slurm");
            GliaProcess sweep = GliaProcess.start(
                    home.resolve("said.txt"),
                    cluster.environment(),
                    List.of(
                            "sweep",
                            file.toString(),
                            "--out",
                            out.toString(),
                            "--on",
                            "slurm,tasks=" + TASKS + ",poll=1,partition=test,time=5"));
            try {
                kill(out, sweep);
                assertEquals(0, sweep.process().waitFor(), sweep.text());
            } finally {
                sweep.kill();
            }
            SweepFiles.assertSameResults(reference, out);
            long attempts = Files.readAllLines(out.resolve("timing.csv")).stream()
                    .filter(line -> line.endsWith(",2"))
                    .count();
            assertTrue(attempts >= 1 && attempts < POINTS / TASKS, attempts + " points in a second attempt");
            assertTrue(sweep.text().contains("60 of 60 points"), sweep.text());
        }
    }

    /** Kills the task of the first share once it has noted a point. */
    private static void kill(Path out, GliaProcess sweep) throws IOException, InterruptedException {
        Path part = out.resolve("parts/share-1-of-" + TASKS + "-attempt-1.jsonl");
        while (!Files.exists(part) || Files.size(part) == 0) {
            assertTrue(sweep.process().isAlive(), sweep.text());
            Thread.sleep(2);
        }
        Optional<ProcessHandle> task = ProcessHandle.allProcesses()
                .filter(each -> commandLine(each).contains("--shard 1/" + TASKS)
                        && commandLine(each).contains(" " + out + " "))
                .findFirst();
        assertTrue(task.isPresent(), "the task ended before it could be killed");
        assertTrue(task.get().destroyForcibly());
        assertFalse(Files.readAllLines(part).size() >= POINTS / TASKS, "killed too late");
    }

    /** From where Linux keeps it; a long one is not in the information of a handle. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }
}
