package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jetbrains.bio.npy.NpyArray;
import org.jetbrains.bio.npy.NpyFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrices of a run, read by a library of others. */
class StoredMatricesTest {
    private static final int LAYERS = 2;

    @TempDir
    private static Path parent;

    private static RunFiles run;

    @BeforeAll
    static void train() throws IOException {
        run = RunFiles.tiny(parent, "run");
    }

    @Test
    void writesBySynapseAddUpToTheSummaryAndToTheCounts() throws IOException {
        JsonNode writes = run.summary().path("writes");
        assertEquals(writes.at("/commits/total").longValue(), total("writes"));
        assertEquals(writes.at("/commits/max").intValue(), all("writes").max().orElseThrow());
        assertEquals(writes.at("/commits/potentiation").longValue(), total("potentiations"));
        assertEquals(writes.at("/perturbationToggles/total").longValue(), total("toggles"));
        assertEquals(
                writes.at("/perturbationToggles/max").intValue(),
                all("toggles").max().orElseThrow());
        assertEquals(writes.at("/pulses/raising").longValue(), total("raisingPulses"));
        assertEquals(writes.at("/pulses/lowering").longValue(), total("loweringPulses"));
        assertEquals(writes.at("/pulses/total").longValue(), total("raisingPulses") + total("loweringPulses"));
        assertEquals(counted("WRITE_SYNAPSE"), total("writes"));
        assertEquals(counted("WRITE_SYNAPSE"), writes.at("/pulses/total").longValue());
        assertEquals(counted("WRITE_BIAS"), writes.at("/biasCommits/total").longValue());
    }

    /** A run so short that the inputs were not all shown equally often, and the last synapse is not the one most often written. */
    @Test
    void theMostWrittenSynapseNeedNotBeTheLast() throws IOException {
        RunFiles brief = RunFiles.tiny(parent, "brief", "--set=network.layers=[4, 2]", "--set=run.epochs=0.13");
        int[] writes = NpyFile.read(brief.folder().resolve("layer1.writes.npy"), 1 << 20)
                .asIntArray();
        int most = Arrays.stream(writes).max().orElseThrow();
        assertTrue(writes[writes.length - 1] < most, Arrays.toString(writes));
        assertEquals(most, brief.summary().at("/writes/commits/max").intValue());
    }

    /** Cells that take several pulses a commit. */
    @Test
    void pulsesBySynapseAddUpToTheSummaryAndToTheCounts() throws IOException {
        RunFiles pulsed = RunFiles.tiny(parent, "pulsed", "--set=chip.device=epiram", "--set=chip.device.range=1");
        long total = 0;
        long most = 0;
        for (int layer = 1; layer <= LAYERS; layer++) {
            int[] raising = NpyFile.read(pulsed.folder().resolve("layer" + layer + ".raisingPulses.npy"), 1 << 20)
                    .asIntArray();
            int[] lowering = NpyFile.read(pulsed.folder().resolve("layer" + layer + ".loweringPulses.npy"), 1 << 20)
                    .asIntArray();
            for (int i = 0; i < raising.length; i++) {
                total += raising[i] + lowering[i];
                most = Math.max(most, raising[i] + lowering[i]);
            }
        }
        JsonNode writes = pulsed.summary().path("writes");
        assertEquals(total, writes.at("/pulses/total").longValue());
        assertEquals(most, writes.at("/pulses/max").longValue());
        assertEquals(total, counted(pulsed, "WRITE_SYNAPSE"));
        assertTrue(total > writes.at("/commits/total").longValue(), writes.toString());
    }

    private static IntStream all(String kind) {
        return IntStream.rangeClosed(1, LAYERS)
                .flatMap(layer ->
                        Arrays.stream(npy("layer" + layer + "." + kind + ".npy").asIntArray()));
    }

    private static long total(String kind) {
        return all(kind).asLongStream().sum();
    }

    private static long counted(String action) throws IOException {
        return counted(run, action);
    }

    private static long counted(RunFiles of, String action) throws IOException {
        return of.table("counts.csv").stream()
                .filter(row ->
                        row.get("samples").equals("4000") && row.get("action").equals(action))
                .mapToLong(row -> Long.parseLong(row.get("count")))
                .sum();
    }

    private static NpyArray npy(String name) {
        return NpyFile.read(run.folder().resolve(name), 1 << 20);
    }

    @Test
    void matricesHaveTheShapesOfTheNetwork() {
        int[] sizes = {4, 3, 2};
        for (int layer = 1; layer <= LAYERS; layer++) {
            for (String kind :
                    List.of("weights", "writes", "potentiations", "raisingPulses", "loweringPulses", "toggles")) {
                assertArrayEquals(
                        new int[] {sizes[layer - 1], sizes[layer]},
                        npy("layer" + layer + "." + kind + ".npy").getShape());
            }
            assertArrayEquals(
                    new int[] {1, sizes[layer]},
                    npy("layer" + layer + ".biases.npy").getShape());
        }
    }

    /** The network computed from the stored matrices in double must tell the two classes apart as the run says it does. */
    @Test
    void storedWeightsAreTheTrainedNetwork() {
        assertEquals(1.0, run.summary().at("/training/testAccuracy").doubleValue());
        assertTrue(classOf(0.9, 0, 0.9, 0) == 1 && classOf(0, 0.9, 0, 0.9) == 1);
        assertTrue(classOf(0.9, 0, 0, 0.9) == 0 && classOf(0, 0.9, 0.9, 0) == 0);
    }

    private static int classOf(double... input) {
        double[] values = input;
        for (int layer = 1; layer <= LAYERS; layer++) {
            float[] weights = npy("layer" + layer + ".weights.npy").asFloatArray();
            float[] biases = npy("layer" + layer + ".biases.npy").asFloatArray();
            double[] next = new double[biases.length];
            for (int j = 0; j < next.length; j++) {
                next[j] = biases[j];
                for (int i = 0; i < values.length; i++) {
                    next[j] += values[i] * weights[i * next.length + j];
                }
                next[j] = layer < LAYERS ? Math.tanh(next[j]) : next[j];
            }
            values = next;
        }
        return values[1] > values[0] ? 1 : 0;
    }
}
