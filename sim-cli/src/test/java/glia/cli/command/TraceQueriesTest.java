package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jetbrains.bio.npy.NpyFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready-made queries for DuckDB, run as they stand over a run of {@code tiny} that is traced whole. */
class TraceQueriesTest {
    private static final Path QUERIES = Path.of("..", "traces", "queries");

    @TempDir
    private static Path folder;

    private static Connection database;

    @BeforeAll
    static void trace() throws SQLException {
        Cli.run(
                        "run",
                        "tiny",
                        "--set=run.epochs=0.25",
                        "--set=run.evaluateEvery=50",
                        "--quiet",
                        "--out",
                        folder.resolve("run").toString(),
                        "--trace=parquet,samples=all,bin=500")
                .expectDone();
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = database.createStatement()) {
            statement.execute("SET file_search_path = '" + folder.resolve("run") + "'");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    private static List<Map<String, String>> rows(String sql) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            while (results.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
                    row.put(results.getMetaData().getColumnLabel(column), results.getString(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Map<String, String>> query(String file) throws SQLException, IOException {
        return rows(Files.readString(QUERIES.resolve(file)));
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> new BigDecimal(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Counted by another library: the commits of every synapse. */
    @Test
    void worstSynapsesAreThoseWithTheMostCommits() throws SQLException, IOException {
        int[] commits = IntStream.of(1, 2)
                .mapToObj(layer -> folder.resolve("run").resolve("layer" + layer + ".writes.npy"))
                .flatMapToInt(file -> Arrays.stream(NpyFile.read(file, 1 << 20).asIntArray()))
                .sorted()
                .toArray();
        List<String> updates = query("worst-synapses.sql").stream()
                .map(row -> row.get("updates"))
                .toList();
        for (int i = 0; i < updates.size(); i++) {
            assertEquals(String.valueOf(commits[commits.length - 1 - i]), updates.get(i));
        }
        assertEquals(Math.min(20, commits.length), updates.size());
    }

    /** The last evaluation has seen every interval, so the rows add up to what all actions took. */
    @Test
    void layersTakeAllEnergy() throws SQLException, IOException {
        List<Map<String, String>> rows = query("energy-by-layer.sql");
        BigDecimal all = sum(rows("SELECT sum(picojoules) AS all FROM 'trace-actions.parquet'"), "all");
        assertTrue(all.subtract(sum(rows, "picojoules")).abs().doubleValue() < 0.001 * rows.size());
        assertEquals(
                List.of("0", "1", "2"),
                rows.stream().map(row -> row.get("layer")).distinct().toList());
        assertEquals(
                Files.readAllLines(folder.resolve("run/accuracy.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(",")[0])
                        .toList(),
                rows.stream().map(row -> row.get("untilSample")).distinct().toList());
    }

    @Test
    void busHearsAllItsWords() throws SQLException, IOException {
        List<Map<String, String>> rows = query("bus-utilisation.sql");
        String counted = Files.readAllLines(folder.resolve("run/counts.csv")).stream()
                .filter(line -> line.contains(",bus,"))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertEquals(new BigDecimal(counted.split(",")[4]), sum(rows, "wordsHeard"));
        for (Map<String, String> row : rows) {
            assertEquals("0", String.valueOf(Long.parseLong(row.get("startCycle")) % 500));
        }
    }

    @Test
    void bottleneckIsWhatWorksLongest() throws SQLException, IOException {
        List<Map<String, String>> rows = query("bottleneck.sql");
        String longest = """
                SELECT max(cycles) AS longest FROM (
                    SELECT sum(processingCycles) AS cycles FROM 'trace-messages.parquet' GROUP BY sender, kind)
                """;
        assertEquals(rows(longest).get(0).get("longest"), rows.get(0).get("processingCycles"));
        for (Map<String, String> row : rows) {
            double share = Double.parseDouble(row.get("percentOfTime"));
            assertTrue(share >= 0 && share <= 100, row::toString);
        }
    }
}
