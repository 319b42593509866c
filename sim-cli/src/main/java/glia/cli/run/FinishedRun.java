package glia.cli.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import glia.chip.ChipAction;
import glia.chip.build.Technology;
import glia.cli.scenario.Scenario;
import glia.cli.scenario.Technologies;
import glia.core.account.ActionLedger;
import glia.core.account.AwakeCycle;
import glia.core.config.InputException;
import glia.core.config.NearestName;
import glia.core.config.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a finished run, read back. */
public final class FinishedRun {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<String> COLUMNS = List.of("samples", "cycles", "block", "action", "count");
    private static final List<String> ACTIONS = Stream.concat(
                    Arrays.stream(ChipAction.values()).map(Enum::name), Stream.of(AwakeCycle.NAME))
            .toList();

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
        Path file = folder.resolve("summary.json");
        try {
            JsonNode summary = JSON.readTree(file.toFile());
            Scenario scenario = Scenario.load(folder.resolve("scenario.yaml").toString(), List.of());
            return new FinishedRun(folder, summary, scenario);
        } catch (JsonProcessingException broken) {
            throw new InputException(position(file, broken.getLocation()), "cannot be read as JSON");
        } catch (IOException broken) {
            throw new InputException(file + ": cannot be read");
        }
    }

    /** A place in a file; what is nested too deep has none. */
    private static Position position(Path file, @Nullable JsonLocation place) {
        return place == null
                ? Position.of(file.toString())
                : new Position(file.toString(), place.getLineNr(), place.getColumnNr());
    }

    /** The run's summary. */
    public JsonNode summary() {
        return summary;
    }

    /** The technology table that the run used, as it was then. */
    public Technology technology() {
        Path copy = folder.resolve("technology.yaml");
        return Files.exists(copy) ? Technologies.named(copy.toString()) : scenario.technology();
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** The run's scenario. */
    public Scenario scenario() {
        return scenario;
    }

    /** The run's counts by training samples, in order. */
    public Map<Long, Counts> counts() {
        Path file = folder.resolve("counts.csv");
        Map<Long, Counts> counts = new TreeMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                List<String> fields = List.of(lines.get(i).split(",", -1));
                if (i > 0 || !fields.equals(COLUMNS)) {
                    add(counts, fields, new Position(file.toString(), i + 1, 1));
                }
            }
        } catch (IOException broken) {
            throw new InputException(file + ": cannot be read");
        }
        return counts;
    }

    /**
     * The run's counts at its last evaluation, without those before in memory.
     *
     * @param samples training samples at that evaluation; 0 and no counts if there was none
     */
    public record LastCounts(long samples, Counts counts) {}

    /** Reads the run's counts at its last evaluation. */
    public LastCounts lastCounts() {
        Path file = folder.resolve("counts.csv");
        Map<Long, Counts> last = new TreeMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                List<String> fields = List.of(line.split(",", -1));
                if (number > 1 || !fields.equals(COLUMNS)) {
                    add(last, fields, new Position(file.toString(), number, 1));
                    last.keySet().removeIf(samples -> last.size() > 1 && samples != Long.parseLong(fields.get(0)));
                }
            }
        } catch (IOException broken) {
            throw new InputException(file + ": cannot be read");
        }
        return last.entrySet().stream()
                .map(entry -> new LastCounts(entry.getKey(), entry.getValue()))
                .findFirst()
                .orElse(new LastCounts(0, new Counts(0, List.of())));
    }

    private static void add(Map<Long, Counts> counts, List<String> fields, Position position) {
        boolean complete = fields.size() == COLUMNS.size()
                && List.of(0, 1, 4).stream().allMatch(i -> fields.get(i).matches("\\d{1,18}"));
        if (!complete) {
            throw new InputException(position, "is no line of " + String.join(",", COLUMNS));
        }
        String action = fields.get(3);
        if (!ACTIONS.contains(action)) {
            throw new InputException(position, "unknown action " + action + NearestName.hint(action, ACTIONS));
        }
        long cycles = Long.parseLong(fields.get(1));
        counts.computeIfAbsent(Long.parseLong(fields.get(0)), samples -> new Counts(cycles, new ArrayList<>()))
                .entries()
                .add(new ActionLedger.Entry(fields.get(2), "", action, Long.parseLong(fields.get(4))));
    }
}
