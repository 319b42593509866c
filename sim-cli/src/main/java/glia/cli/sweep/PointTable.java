package glia.cli.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tables of a sweep: its points, and at the end the results and the timing. */
final class PointTable {
    /** The name of the results' table. */
    static final String RESULTS = "results";

    private static final String TIMING = "timing";
    private static final Column POINT = new Column("point", Column.Type.WHOLE);

    private PointTable() {}

    /** Writes the points with their values. */
    static void write(WholeFile file, Sweep sweep) throws IOException {
        List<Column> columns = new ArrayList<>(List.of(POINT));
        columns.addAll(sweep.columns());
        file.write(out -> {
            try (TableWriter table = TableWriter.CSV.open(out, columns)) {
                for (int point = 1; point <= sweep.points().count(); point++) {
                    table.write(row(sweep, point));
                }
            }
        });
    }

    private static List<String> row(Sweep sweep, int point) {
        List<String> row = new ArrayList<>(List.of(String.valueOf(point)));
        row.addAll(sweep.points().values(point));
        return row;
    }

    /** The columns of the results. */
    static List<Column> resultColumns(Sweep sweep) {
        List<Column> columns = new ArrayList<>(List.of(POINT));
        columns.addAll(sweep.columns());
        columns.add(new Column("status", Column.Type.TEXT));
        columns.add(new Column("reason", Column.Type.TEXT));
        columns.addAll(HeadlineFigures.columns());
        return columns;
    }

    private static List<Column> timingColumns() {
        return List.of(
                POINT,
                new Column("wallSeconds", Column.Type.DECIMAL),
                new Column("host", Column.Type.TEXT),
                new Column("attempt", Column.Type.WHOLE));
    }

    /** Writes the results and the timing of a sweep whose points are all finished. */
    static Tally writeAll(SweepFolder folder, Parts parts) throws IOException {
        Sweep sweep = folder.sweep();
        Tally tally = new Tally();
        parts.forEach(point -> tally.add(point.result()));
        for (TableWriter.Format format : List.of(TableWriter.CSV, TableWriter.PARQUET)) {
            folder.file(TIMING + format.extension()).write(out -> {
                try (TableWriter table = format.open(out, timingColumns())) {
                    parts.forEach(point -> table.write(timing(point)));
                }
            });
            folder.file(RESULTS + format.extension()).write(out -> {
                try (TableWriter table = format.open(out, resultColumns(sweep))) {
                    parts.forEach(point -> table.write(result(sweep, point.result())));
                }
            });
        }
        return tally;
    }

    private static List<String> timing(FinishedPoint point) {
        return List.of(
                String.valueOf(point.result().point()),
                String.valueOf(point.timing().wallSeconds()),
                point.timing().host(),
                String.valueOf(point.timing().attempt()));
    }

    private static List<String> result(Sweep sweep, PointResult result) {
        List<String> row = row(sweep, result.point());
        row.add(result.status().label());
        row.add(result.reason());
        HeadlineFigures.columns().forEach(column -> row.add(result.figures().getOrDefault(column.name(), "")));
        return row;
    }
}
