package glia.cli.run;

import glia.core.config.InputException;
import glia.core.config.Position;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code accuracy.csv}: a row an evaluation. */
public final class AccuracyFile {
    private static final String HEADER = "samples,cycles,joules,accuracy,cost,maxWrites";
    private static final int COLUMNS = 6;

    /** A decimal of some sixty digits at most; what is longer, or not finite, is no figure of a run. */
    private static final String DECIMAL = "\\d{1,30}(\\.\\d{1,60})?([eE]-?\\d{1,3})?";

    private AccuracyFile() {}

    /**
     * A run at one evaluation.
     *
     * @param samples training samples so far
     * @param cycles of the chip so far
     * @param joules of energy so far
     * @param accuracy share of test samples, 0 to 1
     * @param cost mean cost on the test samples
     * @param maxWrites commits of the synapse most often written
     */
    public record Row(long samples, long cycles, BigDecimal joules, double accuracy, double cost, long maxWrites) {}

    /** The rows of a run's folder. */
    public static List<Row> read(Path folder) {
        Path file = folder.resolve("accuracy.csv");
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
                throw new InputException(new Position(file.toString(), 1, 1), "expected " + HEADER);
            }
            List<Row> rows = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                rows.add(row(lines.get(i), new Position(file.toString(), i + 1, 1)));
            }
            return rows;
        } catch (IOException broken) {
            throw new InputException(file + ": cannot be read");
        }
    }

    private static Row row(String line, Position position) {
        String[] fields = line.split(",", -1);
        boolean numbers = fields.length == COLUMNS
                && fields[0].matches("\\d{1,18}")
                && fields[1].matches("\\d{1,18}")
                && fields[2].matches(DECIMAL)
                && fields[3].matches(DECIMAL)
                && fields[4].matches(DECIMAL + "|NaN|-?Infinity")
                && fields[5].matches("\\d{1,18}");
        if (!numbers || Double.parseDouble(fields[3]) > 1) {
            throw new InputException(position, "is no line of " + HEADER);
        }
        return new Row(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                new BigDecimal(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Long.parseLong(fields[5]));
    }
}
