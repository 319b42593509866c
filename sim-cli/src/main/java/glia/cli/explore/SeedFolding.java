package glia.cli.explore;

import glia.cli.sweep.Column;
import glia.cli.sweep.SweepResults;
import glia.core.stat.Spread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes one design of the rows of its seeds. */
final class SeedFolding {
    private static final String SEED = "run.seed";
    private static final String STATUS = "status";
    private static final String REASON = "reason";
    private static final String DONE = "done";

    private final SweepResults results;
    private final int status;
    private final List<Integer> axes;

    SeedFolding(SweepResults results) {
        this.results = results;
        status = results.index(STATUS);
        axes = IntStream.range(1, status)
                .filter(column -> !results.columns().get(column).name().equals(SEED))
                .boxed()
                .toList();
    }

    List<Column> axes() {
        return axes.stream().map(results.columns()::get).toList();
    }

    /** The figures that are numbers. */
    List<Column> figures() {
        return results.columns().stream()
                .skip(results.index(REASON) + 1L)
                .filter(column -> column.type() != Column.Type.TEXT)
                .toList();
    }

    /** The values of a row's axes. */
    List<String> values(List<String> row) {
        return axes.stream().map(row::get).toList();
    }

    /** The design of some rows; it has a figure that all of them have. */
    Design fold(int number, List<String> values, List<List<String>> rows) {
        List<List<String>> failed =
                rows.stream().filter(row -> !row.get(status).equals(DONE)).toList();
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (Column figure : figures()) {
            int place = results.index(figure.name());
            double[] numbers = rows.stream()
                    .filter(row ->
                            row.get(status).equals(DONE) && !row.get(place).isEmpty())
                    .mapToDouble(row -> Double.parseDouble(row.get(place)))
                    .toArray();
            if (numbers.length == rows.size()) {
                spreads.put(figure.name(), Spread.of(numbers));
            }
        }
        return new Design(
                number,
                values,
                rows.stream().map(row -> Integer.valueOf(row.get(0))).toList(),
                rows.size() - failed.size(),
                failed.isEmpty() ? "" : failed.get(0).get(results.index(REASON)),
                spreads);
    }
}
