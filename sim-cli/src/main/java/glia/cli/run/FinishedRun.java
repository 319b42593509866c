package glia.cli.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import glia.cli.scenario.Scenario;
import glia.core.account.ActionLedger;
import glia.core.config.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The folder of a finished run, read back. */
public final class FinishedRun {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path folder;
    private final JsonNode summary;
    private final Scenario scenario;

    /**
     * Counts at one evaluation.
     *
     * @param cycles cycles so far
     * @param entries the ledger, without kinds of block
     */
    public record Counts(long cycles, List<ActionLedger.Entry> entries) {}

    private FinishedRun(Path folder, JsonNode summary, Scenario scenario) {
        this.folder = folder;
        this.summary = summary;
        this.scenario = scenario;
    }

    /** Whether a folder looks like a run's. */
    public static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve("summary.json"))
                && Files.isRegularFile(folder.resolve("scenario.yaml"));
    }

    /** Reads a run's folder. */
    public static FinishedRun read(Path folder) {
        if (!isRun(folder)) {
            throw new InputException(folder + ": is no run; expected a folder with summary.json and scenario.yaml");
        }
        try {
            JsonNode summary = JSON.readTree(folder.resolve("summary.json").toFile());
            Scenario scenario = Scenario.load(folder.resolve("scenario.yaml").toString(), List.of());
            return new FinishedRun(folder, summary, scenario);
        } catch (IOException broken) {
            throw new InputException(folder.resolve("summary.json") + ": cannot be read as JSON");
        }
    }

    /** The run's summary. */
    public JsonNode summary() {
        return summary;
    }

    /** The run's scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** The run's counts by training samples, in order. */
    public Map<Long, Counts> counts() {
        Path file = folder.resolve("counts.csv");
        Map<Long, Counts> counts = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : reader) {
                try {
                    add(counts, line);
                } catch (RuntimeException wrong) {
                    throw new InputException(file + ":" + line.getStartingLineNumber()
                            + ":1: is no line of samples,cycles,block,action,count");
                }
            }
        } catch (IOException | UncheckedIOException broken) {
            throw new InputException(file + ": cannot be read");
        }
        return counts;
    }

    private static void add(Map<Long, Counts> counts, NamedCsvRecord line) {
        long cycles = Long.parseLong(line.getField("cycles"));
        counts.computeIfAbsent(
                        Long.parseLong(line.getField("samples")), samples -> new Counts(cycles, new ArrayList<>()))
                .entries()
                .add(new ActionLedger.Entry(
                        line.getField("block"), "", line.getField("action"), Long.parseLong(line.getField("count"))));
    }
}
