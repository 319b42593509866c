package glia.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.core.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps that are killed at drawn moments and go on: the same table in the end, and no file ever half-written under its name. */
class SweepKillTest {
    private static final int KILLS = 25;
    private static final int POINTS = 24;
    private static final long STREAM = 71;

    @TempDir
    private Path home;

    private final RandomStream draws = RandomStream.of(1, STREAM);
    private int drawn;

    @Test
    void killedSweepsMakeTheSameTable() throws IOException, InterruptedException {
        Path file = SweepFiles.file(
                home, SweepFiles.tiny("axes:", "  chip.tile.rows: [1, 2, 3]", "  run.seed: {from: 1, to: 8, step: 1}"));
        Path reference = home.resolve("reference");
        assertEquals(0, SweepFiles.run(file, reference, "--keep", "runs"));
        int kills = 0;
        for (int sweep = 1; kills < KILLS; sweep++) {
            Path out = home.resolve("killed-" + sweep);
            boolean finished = false;
            while (!finished) {
                finished = killed(file, out, kills < KILLS);
                kills += finished ? 0 : 1;
                assertNothingHalfWritten(reference, out);
            }
            SweepFiles.assertSameResults(reference, out);
            for (int point = 1; point <= POINTS; point++) {
                assertEquals(files(reference.resolve("runs/" + point)), files(out.resolve("runs/" + point)));
            }
        }
        assertTrue(kills >= KILLS);
    }

    /** Starts the sweep; kills it at a drawn moment, if it should be, unless it is done before; answers whether it was done. */
    private boolean killed(Path file, Path out, boolean kill) throws IOException, InterruptedException {
        GliaProcess process = GliaProcess.start(
                home.resolve("said.txt"),
                Map.of(),
                List.of("sweep", file.toString(), "--quiet", "--keep", "runs", "--out", out.toString()));
        if (kill) {
            long target = lines(out) + draws.below(drawn++, 4);
            long pause = draws.below(drawn++, 3) == 0 ? draws.below(drawn++, 600) : draws.below(drawn++, 40);
            while (process.process().isAlive() && lines(out) < Math.min(POINTS, target)) {
                Thread.sleep(2);
            }
            Thread.sleep(pause);
            if (process.process().isAlive()) {
                process.kill();
                return false;
            }
        }
        assertEquals(0, process.process().waitFor(), process.text());
        return true;
    }

    private static long lines(Path out) throws IOException {
        Path parts = out.resolve("parts");
        if (!Files.isDirectory(parts)) {
            return 0;
        }
        long lines = 0;
        try (Stream<Path> all = Files.list(parts)) {
            for (Path part : all.toList()) {
                lines += Files.readString(part)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
            }
        }
        return lines;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<String> files = new ArrayList<>();
            for (Path each : all.sorted().toList()) {
                boolean timed = each.endsWith("summary.json");
                files.add(each.getFileName() + (timed ? "" : " " + content(each)));
            }
            return files;
        }
    }

    /** What has its final name is whole: texts and results as in the reference, a line a point in the timing, all files of a run. */
    private static void assertNothingHalfWritten(Path reference, Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return;
        }
        for (String name :
                List.of("sweep.yaml", "base.yaml", "technology.yaml", "points.csv", "results.csv", "results.parquet")) {
            Path file = out.resolve(name);
            if (Files.exists(file)) {
                assertEquals(content(reference.resolve(name)), content(file), name);
            }
        }
        Path timing = out.resolve("timing.csv");
        assertTrue(!Files.exists(timing) || Files.readAllLines(timing).size() == POINTS + 1);
        for (int point = 1; point <= POINTS; point++) {
            Path run = out.resolve("runs/" + point);
            if (Files.isDirectory(run) && !files(run).isEmpty()) {
                assertEquals(files(reference.resolve("runs/" + point)), files(run));
            }
        }
    }

    /** The content of a file, short. */
    private static String content(Path file) throws IOException {
        return Integer.toHexString(Arrays.hashCode(Files.readAllBytes(file)));
    }
}
