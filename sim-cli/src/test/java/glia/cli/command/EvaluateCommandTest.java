package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {
    @TempDir
    private Path parent;

    /** Runs that end early, so that their accuracies differ. */
    @ParameterizedTest
    @ValueSource(strings = {"0.02", "0.1", "0.3", "0.6", "1"})
    void achievesWhatTheRunAchieved(String epochs) throws IOException {
        RunFiles run = RunFiles.tiny(
                parent, "run", "--set=run.epochs=" + epochs, "--set=data.test=300", "--set=learning.rate=0.03");
        List<String> before = BadInput.tree(parent);
        Cli answer = Cli.run("evaluate", run.folder().toString()).expectDone();
        double accuracy = run.summary().at("/training/testAccuracy").doubleValue();
        String line =
                String.format(Locale.ROOT, "Inference of 300 test samples: accuracy %.2f %%, energy ", accuracy * 100);
        assertTrue(answer.out().startsWith(line), line + "\n" + answer.out());
        assertEquals("", answer.err());
        assertEquals(before, BadInput.tree(parent));
    }

    /** A baseline pass and its barrier, less what learning adds: as many cycles as describe says of INFER. */
    @Test
    void takesThePredictedCycles() throws IOException {
        RunFiles run = RunFiles.tiny(parent, "run", "--set=run.epochs=0.1");
        String described = Cli.run("describe", "tiny").expectDone().out();
        String cycles = described.replaceAll("(?s).*INFER +([0-9,]+) cycles.*", "$1");
        String out = Cli.run("evaluate", run.folder().toString()).expectDone().out();
        assertTrue(out.lines().findFirst().orElseThrow().endsWith("(" + cycles + " cycles)"), out);
    }

    @Test
    void takesWeightsOfAnyFolderUnderANamedScenario() throws IOException {
        RunFiles run = RunFiles.tiny(parent, "run", "--set=run.epochs=1");
        Path weights = Files.createDirectory(parent.resolve("weights"));
        for (String name :
                List.of("layer1.weights.npy", "layer1.biases.npy", "layer2.weights.npy", "layer2.biases.npy")) {
            Files.copy(run.folder().resolve(name), weights.resolve(name));
        }
        String ofTheRun =
                Cli.run("evaluate", run.folder().toString()).expectDone().out();
        assertEquals(
                ofTheRun,
                Cli.run("evaluate", weights.toString(), "--scenario", "tiny")
                        .expectDone()
                        .out());
    }

    @Test
    void takesValuesOverTheRunsScenario() throws IOException {
        RunFiles run = RunFiles.tiny(parent, "run", "--set=run.epochs=1");
        String out = Cli.run("evaluate", run.folder().toString(), "--set", "data.test=7")
                .expectDone()
                .out();
        assertTrue(out.startsWith("Inference of 7 test samples: "), out);
    }
}
