package glia.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points whose chips learn the same are trained once, and have the figures of a training of their own. */
class SharedTrainingsTest {
    @TempDir
    private Path folder;

    /** Every point once by a runner that has seen those before, once by one that has seen none. */
    private int retimed(String... axes) throws IOException {
        Sweep sweep = SweepFiles.sweep(folder, SweepFiles.tiny(axes));
        Path runs = Files.createDirectory(folder.resolve("runs"));
        TrainedPoints runner = new TrainedPoints(sweep, Optional.of(runs));
        int retimed = 0;
        for (int point = 1; point <= sweep.points().count(); point++) {
            assertEquals(new TrainedPoints(sweep, Optional.empty()).run(point), runner.run(point));
            Path summary = runs.resolve(String.valueOf(point)).resolve("summary.json");
            retimed += Files.exists(summary) && Files.readString(summary).contains("\"retimedFrom\"") ? 1 : 0;
        }
        return retimed;
    }

    @Test
    void timeAndCostAreRetimed() throws IOException {
        int retimed = retimed(
                "axes:",
                "  chip.bus.width: [4 bit, 32 bit]",
                "  chip.schedule: [barrier, overlapped]",
                "  chip.tile.columns: [1, 3]",
                "  run.seed: [1, 2]",
                "  chip.device: [ideal, taox-hfox]");
        assertEquals(2 * 2 * 2 * 2 * 2 - 4, retimed);
    }

    @Test
    void whatCanChangeWeightsIsTrained() throws IOException {
        assertEquals(0, retimed("axes:", "  chip.tile.rows: [2, 3]", "  learning.rate: [0.1, 0.2]"));
    }

    /** No training of a point that diverged, or whose replay is off, is shared. */
    @Test
    void whatCannotBeRetimedIsTrained() throws IOException {
        assertEquals(0, retimed("axes:", "  run.replay: ['off']", "  chip.clock: [1 MHz, 2 MHz]"));
    }
}
