package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import glia.cli.trace.DecodedTrace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces of a whole run of {@code tiny}, read by programs that know nothing of what wrote them. */
class TracesTest {
    private static final String SAMPLES = "--set=run.epochs=0.25";
    private static final String EVALUATIONS = "--set=run.evaluateEvery=50";

    @TempDir
    private static Path folder;

    private static Path run;

    @TempDir
    private Path own;

    @BeforeAll
    static void traceEverything() {
        run = folder.resolve("traced");
        Cli.run(
                        "run",
                        "tiny",
                        SAMPLES,
                        EVALUATIONS,
                        "--quiet",
                        "--out",
                        run.toString(),
                        "--trace",
                        "perfetto,samples=all",
                        "--trace",
                        "vcd,samples=all",
                        "--trace",
                        "parquet,samples=all",
                        "--trace",
                        "csv,samples=all,bin=1000")
                .expectDone();
    }

    private static String fingerprint(Path of) throws IOException {
        JsonNode summary =
                new ObjectMapper().readTree(of.resolve("summary.json").toFile());
        return summary.get("fingerprint").asText() + " "
                + summary.get("scheduleFingerprint").asText();
    }

    /** The last evaluation's counts, by block and action. */
    private static Map<String, Long> counts() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String line : Files.readAllLines(run.resolve("counts.csv"))) {
            String[] fields = line.split(",");
            if (!fields[0].equals("samples")) {
                counts.put(fields[2] + " " + fields[3], Long.parseLong(fields[4]));
            }
        }
        return counts;
    }

    private static DecodedTrace perfetto() throws IOException {
        return new DecodedTrace(Files.readAllBytes(run.resolve("trace.perfetto-trace")));
    }

    @Test
    void aTraceChangesNoFingerprint() throws IOException {
        Path alone = own.resolve("alone");
        Cli.run("run", "tiny", SAMPLES, EVALUATIONS, "--quiet", "--out", alone.toString())
                .expectDone();
        assertEquals(fingerprint(alone), fingerprint(run));
        assertEquals(Files.readString(alone.resolve("counts.csv")), Files.readString(run.resolve("counts.csv")));
    }

    /** Balanced slices, order on each track, names and numbers: {@link DecodedTrace} checks while it reads. */
    @Test
    void perfettoSlicesAddUpToTheLedger() throws IOException {
        DecodedTrace trace = perfetto();
        Map<String, Long> told = new TreeMap<>();
        trace.slices().forEach((track, slices) -> {
            for (DecodedTrace.Slice slice : slices) {
                assertTrue(slice.end() > slice.start(), slice::toString);
                Object times = slice.annotations().get("times");
                if (times != null) {
                    told.merge(trace.parent(track) + " " + slice.name(), (Long) times, Long::sum);
                }
            }
        });
        Map<String, Long> expected = counts();
        expected.keySet().removeIf(key -> key.endsWith(" WRITE_SYNAPSE"));
        assertEquals(expected, told);
    }

    @Test
    void everyFlowHasBothEnds() throws IOException {
        DecodedTrace trace = perfetto();
        assertEquals(trace.flowStarts().keySet(), trace.flowEnds().keySet());
        trace.flowStarts().forEach((flow, start) -> assertTrue(trace.flowEnds().get(flow) > start));
        assertEquals(
                number("SELECT count(*) FROM '%s/trace-messages.parquet'"),
                trace.flowStarts().size());
    }

    @Test
    void countersShowCostsBusAndPower() throws IOException {
        DecodedTrace trace = perfetto();
        long samples = number("SELECT count(DISTINCT sample) FROM '%s/trace-phases.parquet'");
        assertEquals(100, samples);
        assertEquals(samples, trace.counters().get("C0").size());
        assertEquals(samples, trace.counters().get("ΔC").size());
        List<DecodedTrace.Counted> bus = trace.counters().get("bus busy");
        for (int i = 0; i < bus.size(); i++) {
            assertEquals((i + 1) % 2, bus.get(i).value(), "busy and quiet take turns");
        }
        List<DecodedTrace.Counted> power = trace.counters().get("dynamic power");
        double joules = 0;
        for (int i = 1; i < power.size(); i++) {
            double seconds = (power.get(i).cycle() - power.get(i - 1).cycle()) / 100e6;
            joules += power.get(i - 1).value() * seconds;
        }
        assertEquals(dynamicJoules(), joules, 1e-9 * joules);
        assertEquals(0, power.get(power.size() - 1).value());
    }

    private static double dynamicJoules() throws IOException {
        JsonNode actions = new ObjectMapper()
                .readTree(run.resolve("summary.json").toFile())
                .at("/energy/byAction");
        BigDecimal picojoules = BigDecimal.ZERO;
        for (Map.Entry<String, JsonNode> field : actions.properties()) {
            if (!List.of("STATIC_POWER", "CLOCK").contains(field.getKey())) {
                picojoules = picojoules.add(new BigDecimal(field.getValue().asText()));
            }
        }
        return picojoules.doubleValue() * 1e-12;
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "csv"})
    void tablesAddUpToTheLedger(String format) throws IOException {
        Map<String, Long> told = new TreeMap<>();
        query(
                "SELECT b.name || ' ' || a.action, sum(a.count)::BIGINT FROM '%s/trace-actions." + format
                        + "' a JOIN '%s/trace-blocks." + format + "' b USING (block) GROUP BY 1",
                row -> told.put(row.getString(1), row.getLong(2)));
        assertEquals(counts(), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocks", "phases", "messages", "updates", "deltavecs"})
    void parquetAndCsvHoldTheSameRows(String table) {
        String parquet = "SELECT * FROM '%s/trace-" + table + ".parquet'";
        String csv = "SELECT " + columns(table) + " FROM '%s/trace-" + table + ".csv'";
        assertTrue(number("SELECT count(*) FROM (" + parquet + ")") > 0);
        assertEquals(
                0,
                number("SELECT count(*) FROM ((" + parquet + " EXCEPT ALL " + csv + ") UNION ALL (" + csv
                        + " EXCEPT ALL " + parquet + "))"));
    }

    /** Text does not say that a number is a float. */
    private static String columns(String table) {
        return switch (table) {
            case "updates" -> "* REPLACE (before::FLOAT AS before, after::FLOAT AS after)";
            case "deltavecs" -> "* REPLACE (value::FLOAT AS value)";
            default -> "*";
        };
    }

    @Test
    void messagesTellTheirTimesApart() {
        assertEquals(
                0,
                number("SELECT count(*) FROM '%s/trace-messages.parquet' WHERE readyCycle - sentCycle <>"
                        + " processingCycles OR arrivalCycle - readyCycle <> queueingCycles + transferCycles OR"
                        + " queueingCycles < 0 OR transferCycles < 1 OR processingCycles < 0"));
    }

    /** Every update of the sampled synapses: each starts where the one before ended. */
    @Test
    void updatesAreChainedAndEndAtTheStoredWeights() throws IOException {
        assertEquals(
                0,
                number("SELECT count(*) FROM (SELECT before, lag(after) OVER (PARTITION BY layer, input, neuron"
                        + " ORDER BY sample) AS earlier FROM '%s/trace-updates.parquet') WHERE before <> earlier"));
        Map<String, Float> last = new TreeMap<>();
        query(
                "SELECT layer, input, neuron, last(after ORDER BY sample) FROM '%s/trace-updates.parquet' GROUP BY 1, 2, 3",
                row -> last.put(row.getInt(1) + " " + row.getInt(2) + " " + row.getInt(3), row.getFloat(4)));
        Map<String, Float> stored = new TreeMap<>();
        addWeights(stored, 1, 4, 3);
        addWeights(stored, 2, 3, 2);
        assertEquals(stored, last);
    }

    /** The weights that the run ended with; NumPy's header takes 128 bytes. */
    private static void addWeights(Map<String, Float> weights, int layer, int inputs, int neurons) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(run.resolve("layer" + layer + ".weights.npy")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(128);
        for (int input = 0; input < inputs; input++) {
            for (int neuron = 0; neuron < neurons; neuron++) {
                weights.put(layer + " " + input + " " + neuron, bytes.getFloat());
            }
        }
    }

    private interface Rows {
        void onRow(ResultSet row) throws SQLException;
    }

    private static void query(String sql, Rows rows) {
        String text = sql.replace("%s", run.toString()).replace("%%", "%");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet results = statement.executeQuery(text)) {
            while (results.next()) {
                rows.onRow(results);
            }
        } catch (SQLException wrong) {
            throw new AssertionError(text, wrong);
        }
    }

    private static long number(String sql) {
        long[] number = new long[1];
        query(sql, row -> number[0] = row.getLong(1));
        return number[0];
    }

    /** Through GTKWave's own format and back. */
    @Test
    void gtkwaveReadsTheValueChangeDump() throws IOException, InterruptedException {
        assumeTrue(installed("vcd2fst") && installed("fst2vcd"), "gtkwave is not installed (vcd2fst, fst2vcd)");
        Path vcd = run.resolve("trace.vcd");
        Path fst = own.resolve("trace.fst");
        Path back = own.resolve("back.vcd");
        call("vcd2fst", vcd.toString(), fst.toString());
        call("fst2vcd", "-f", fst.toString(), "-o", back.toString());
        assertEquals(changes(vcd), changes(back));
    }

    private static boolean installed(String program) {
        for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(place, program))) {
                return true;
            }
        }
        return false;
    }

    private static void call(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    /** How often each signal changes, and its last value, by name. */
    private static Map<String, String> changes(Path vcd) throws IOException {
        Map<String, String> names = new TreeMap<>();
        Map<String, Integer> times = new TreeMap<>();
        Map<String, String> last = new TreeMap<>();
        List<String> scopes = new ArrayList<>();
        for (String line : Files.readAllLines(vcd)) {
            String[] words = line.trim().split("\\s+");
            if (words[0].equals("$scope")) {
                scopes.add(words[2]);
            } else if (words[0].equals("$upscope")) {
                scopes.remove(scopes.size() - 1);
            } else if (words[0].equals("$var")) {
                names.put(words[3], scopes + "." + words[4]);
            } else if (!line.isEmpty() && !line.startsWith("$") && !line.startsWith("#") && !names.isEmpty()) {
                String code = words.length > 1 ? words[1] : line.substring(1);
                String value = words.length > 1 ? words[0].replaceFirst("^b0+(?=\\d)", "b") : line.substring(0, 1);
                times.merge(names.get(code), 1, Integer::sum);
                last.put(names.get(code), value.startsWith("r") ? "r" + Double.parseDouble(value.substring(1)) : value);
            }
        }
        last.replaceAll((name, value) -> value + " after " + times.get(name) + " changes");
        return last;
    }

    /** The same rows as the run's own trace has of these samples. */
    @Test
    void aWindowTracedAgainIsThatOfTheRun() throws IOException {
        Path again = own.resolve("again");
        Cli.run("trace", run.toString(), "--trace", "csv,samples=60..63", "--out", again.toString())
                .expectDone();
        List<String> expected = Files.readAllLines(run.resolve("trace-messages.csv")).stream()
                .filter(line -> line.matches("(sample|6[0-2]),.*"))
                .toList();
        assertEquals(expected, Files.readAllLines(again.resolve("trace-messages.csv")));
        assertFalse(Files.exists(again.resolve("summary.json")));
    }

    @Test
    void aTraceStopsAtItsLimitAndTheRunGoesOn() throws IOException {
        Path limited = own.resolve("limited");
        Cli cli = Cli.run(
                        "run",
                        "tiny",
                        SAMPLES,
                        EVALUATIONS,
                        "--out",
                        limited.toString(),
                        "--trace",
                        "perfetto,samples=all,limit=200kB")
                .expectDone();
        assertTrue(cli.err().contains("the perfetto trace stopped in sample "), cli.err());
        assertEquals(fingerprint(run), fingerprint(limited));
        byte[] bytes = Files.readAllBytes(limited.resolve("trace.perfetto-trace"));
        assertTrue(bytes.length < 230_000, () -> bytes.length + " bytes");
        new DecodedTrace(bytes);
    }

    @Test
    void blocksKindsAndCyclesAreSelected() throws IOException {
        Path some = own.resolve("some");
        Cli.run(
                        "trace",
                        run.toString(),
                        "--out",
                        some.toString(),
                        "--trace",
                        "csv,samples=5..50,every=9,blocks=layer1.astrocyte+cost,kinds=OutputError+DeltaVec,"
                                + "cycles=3000..20000,bin=10")
                .expectDone();
        List<String> messages = Files.readAllLines(some.resolve("trace-messages.csv"));
        assertTrue(messages.size() > 2);
        for (String line : messages.subList(1, messages.size())) {
            String[] fields = line.split(",");
            assertEquals(0, (Long.parseLong(fields[0]) - 5) % 9);
            assertTrue(List.of("OutputError", "DeltaVec").contains(fields[1]));
            assertTrue(Long.parseLong(fields[7]) >= 3000 && Long.parseLong(fields[5]) < 20000);
        }
        List<String> actions = Files.readAllLines(some.resolve("trace-actions.csv"));
        Map<String, String> blocks = new TreeMap<>();
        Files.readAllLines(some.resolve("trace-blocks.csv"))
                .forEach(line -> blocks.put(line.split(",")[0], line.split(",")[1]));
        for (String line : actions.subList(1, actions.size())) {
            assertTrue(List.of("layer1.astrocyte", "cost").contains(blocks.get(line.split(",")[2])), line);
        }
    }

    @Test
    void aWindowOfCyclesIsLookedForInAllSamples() throws IOException {
        Path late = own.resolve("late");
        Cli.run("trace", run.toString(), "--out", late.toString(), "--trace", "csv,cycles=20000..21000")
                .expectDone();
        List<String> messages = Files.readAllLines(late.resolve("trace-messages.csv"));
        assertTrue(messages.size() > 2);
        assertTrue(Long.parseLong(messages.get(1).split(",")[0]) > 10, messages.get(1));
    }

    /** Files that stand in the folder of golden files; a change to them explains itself in its commit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace.perfetto-trace",
                "trace.vcd",
                "trace-messages.csv",
                "trace-actions.csv",
                "trace-updates.csv"
            })
    void tracesAreTheGoldenOnesByteForByte(String name) throws IOException {
        Path golden = own.resolve("golden");
        Cli.run(
                        "run",
                        "tiny",
                        "--quiet",
                        "--out",
                        golden.toString(),
                        "--trace",
                        "perfetto,samples=1..3",
                        "--trace",
                        "vcd,samples=1..3",
                        "--trace",
                        "csv,samples=1..3,bin=100,synapses=4")
                .expectDone();
        Path expected = Path.of("..", "traces", "tiny", name);
        assertEquals(-1, Files.mismatch(expected, golden.resolve(name)), () -> name + " differs at this byte");
    }
}
