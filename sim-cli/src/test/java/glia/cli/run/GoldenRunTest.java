package glia.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.scenario.Scenario;
import glia.learning.train.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose results are written down: golden files, and what the README says of the embedded data. */
class GoldenRunTest {
    @TempDir
    private Path folder;

    private static TrainingSession run(String scenario, String... sets) {
        TrainingSession session = new TrainingSession(Scenario.load(scenario, List.of(sets)));
        session.run(Progress.SILENT);
        return session;
    }

    @Test
    void tinyWritesTheGoldenFilesByteForByte() throws IOException {
        TrainingSession session = new TrainingSession(Scenario.load("tiny", List.of("run.epochs=1")));
        Path written = folder.resolve("tiny");
        try (RunFolder files = RunFolder.prepare(written)) {
            session.run(files);
            files.write(session, Summary.of(session, 1));
        }
        for (String name : List.of("accuracy.csv", "counts.csv")) {
            Path golden = Path.of("..", "traces", "tiny", name);
            assertEquals(Files.readString(golden), Files.readString(written.resolve(name)), name);
        }
    }

    @Test
    void glyphsAreLearnedByTheHiddenLayerAndNotByALinearClassifier() {
        assertTrue(accuracy() >= 0.93, "784-64-10");
        assertTrue(accuracy("network.layers=[784, 10]") <= 0.80, "784-10");
    }

    private static double accuracy(String... sets) {
        List<Point> points = run("glyphs", sets).points();
        Evaluation last = points.get(points.size() - 1).evaluation();
        return last.accuracy();
    }
}
