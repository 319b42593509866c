package glia.cli.retime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.chip.build.ChipConfig;
import glia.chip.build.Floorplan;
import glia.cli.run.AccuracyFile;
import glia.cli.run.ColumnWrites;
import glia.cli.run.ColumnsFile;
import glia.cli.run.FinishedRun;
import glia.cli.run.Point;
import glia.cli.run.StoredParameters;
import glia.cli.run.Trained;
import glia.cli.scenario.Scenario;
import glia.core.config.InputException;
import glia.learning.train.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The training of a finished run, from its folder. */
public final class StoredTraining implements Trained {
    private static final String MEASURES = "measures.csv";

    private final FinishedRun run;
    private final JsonNode summary;
    private final List<Point> points;
    private final Map<Long, ColumnWrites> columnWrites;

    private StoredTraining(FinishedRun run, JsonNode summary) {
        this.run = run;
        this.summary = summary;
        points = AccuracyFile.read(run.folder()).stream()
                .map(StoredTraining::point)
                .toList();
        columnWrites = divergence().isPresent() ? Map.of() : ColumnsFile.read(run.folder(), floorplan(run.scenario()));
    }

    private static Floorplan floorplan(Scenario scenario) {
        ChipConfig chip = scenario.chipConfig();
        return Floorplan.of(scenario.shape(), chip.tileRows(), chip.tileColumns());
    }

    private static Point point(AccuracyFile.Row row) {
        return new Point(
                new Evaluation(row.samples(), row.accuracy(), row.cost()),
                row.cycles(),
                row.joules().movePointRight(12),
                row.maxWrites());
    }

    /** Reads what a run's training gave; files that do not fit each other are refused. */
    public static StoredTraining of(FinishedRun run) {
        Path file = run.folder().resolve("summary.json");
        try {
            // unlike the run's own figures, what training gave is read to be written again: doubles as doubles
            StoredTraining training = new StoredTraining(run, new ObjectMapper().readTree(file.toFile()));
            training.check(file);
            return training;
        } catch (IOException broken) {
            throw new InputException(file + ": cannot be read");
        }
    }

    private void check(Path file) {
        if (divergence().isPresent()) {
            return;
        }
        long samples = summary.at("/training/samples").asLong();
        boolean whole = !points.isEmpty()
                && points.get(points.size() - 1).evaluation().samples() == samples
                && points.stream()
                        .allMatch(point ->
                                columnWrites.containsKey(point.evaluation().samples()));
        if (!whole || epochSamples() < 1 || !summary.path("fingerprint").isTextual()) {
            throw new InputException(
                    file + ": does not fit accuracy.csv and columns.csv; expected evaluations up to sample " + samples
                            + " in both");
        }
        long pulses = Objects.requireNonNull(columnWrites.get(samples)).totalPulses();
        if (pulses != writes().at("/pulses/total").asLong(-1)) {
            throw new InputException(file + ": has " + writes().at("/pulses/total") + " write pulses; expected the "
                    + pulses + " of columns.csv");
        }
    }

    /** The writes to columns of tiles until each evaluation, by training samples. */
    public Map<Long, ColumnWrites> columnWrites() {
        return columnWrites;
    }

    @Override
    public Scenario scenario() {
        return run.scenario();
    }

    @Override
    public List<Point> points() {
        return points;
    }

    @Override
    public long epochSamples() {
        return summary.at("/training/epochSamples").asLong();
    }

    @Override
    public Optional<String> divergence() {
        return summary.path("status").asText().equals("completed")
                ? Optional.empty()
                : Optional.of(summary.path("reason").asText("the training did not complete"));
    }

    @Override
    public ObjectNode writes() {
        return summary.withObject("/writes");
    }

    @Override
    public Optional<ObjectNode> wearOut() {
        return object("wearOut");
    }

    @Override
    public Optional<ObjectNode> measures() {
        return object("measures");
    }

    private Optional<ObjectNode> object(String name) {
        return summary.path(name) instanceof ObjectNode found ? Optional.of(found) : Optional.empty();
    }

    @Override
    public String fingerprint() {
        return summary.path("fingerprint").asText();
    }

    @Override
    public void writeTrained(Path folder) throws IOException {
        if (Files.exists(run.folder().resolve(MEASURES))) {
            Files.copy(run.folder().resolve(MEASURES), folder.resolve(MEASURES));
        }
        StoredParameters.copy(run.folder(), folder, run.scenario().shape());
    }
}
