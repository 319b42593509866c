package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import glia.cli.figure.Raster;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jetbrains.bio.npy.NpyFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of finished runs says, against the files of the runs. */
class ReportCommandTest {
    private static final BigDecimal PICO = BigDecimal.ONE.scaleByPowerOfTen(-12);

    @TempDir
    private static Path parent;

    private static RunFiles one;
    private static RunFiles gated;
    private static String page;
    private static String both;

    @BeforeAll
    static void train() throws IOException {
        one = RunFiles.tiny(parent, "one", "--set=run.epochs=2");
        String[] other = {
            "--set=run.epochs=1", "--set=chip.interconnect.kind=mesh", "--set=chip.powerGating=power", "--seed=5"
        };
        gated = RunFiles.tiny(parent, "gated", other);
        page = report("one.html", one.folder());
        both = report("both.html", one.folder(), gated.folder());
    }

    private static String report(String name, Path... runs) throws IOException {
        Path file = parent.resolve(name);
        Stream<String> all = Stream.concat(
                Stream.of("report", "--out=" + file), Arrays.stream(runs).map(Path::toString));
        Cli answer = Cli.run(all.toArray(String[]::new)).expectDone();
        assertTrue(answer.out().startsWith("Report: " + file + ", "), answer.out());
        return Files.readString(file);
    }

    private static PageTable table(String name) {
        return PageTable.of(both, "data-" + name);
    }

    private static BigDecimal joules(RunFiles run) {
        return run.summary().at("/energy/totalPicojoules").decimalValue().multiply(PICO);
    }

    private static void assertSame(BigDecimal expected, BigDecimal shown) {
        assertEquals(0, expected.compareTo(shown), expected + " is shown as " + shown);
    }

    @Test
    void standsBesideTheFirstRunUnlessToldOtherwise() throws IOException {
        String said = Cli.run("report", one.folder() + "/").expectDone().out();
        Path file = parent.resolve("one.html");
        assertEquals("Report: " + file.toAbsolutePath() + ", ", said.substring(0, said.indexOf(',') + 2));
        Cli.run("report", one.folder().toString(), gated.folder().toString()).expectDone();
        assertEquals(both, Files.readString(parent.resolve("one-and-1-more.html")));
    }

    @Test
    void isTheSameEachTime() throws IOException {
        assertEquals(page, report("again.html", one.folder()));
    }

    @Test
    void energiesAddUpToTheSummary() {
        for (RunFiles run : List.of(one, gated)) {
            String name = run.folder().getFileName().toString();
            PageTable blocks = table("energy-blocks").where(name);
            assertSame(joules(run), blocks.sum("joules"));
            assertSame(joules(run), table("energy-actions").where(name).sum("joules"));
            for (Map.Entry<String, JsonNode> block :
                    run.summary().at("/energy/byBlock").properties()) {
                BigDecimal registers = run.summary()
                        .at("/energy/byBlock")
                        .path(block.getKey() + ".registers")
                        .decimalValue();
                BigDecimal expected =
                        block.getValue().decimalValue().add(registers).multiply(PICO);
                assertSame(expected, blocks.where(name, block.getKey()).sum("joules"));
            }
            for (Map.Entry<String, JsonNode> action :
                    run.summary().at("/energy/byAction").properties()) {
                BigDecimal expected = action.getValue().decimalValue().multiply(PICO);
                assertSame(
                        expected,
                        table("energy-actions").where(name, action.getKey()).sum("joules"));
            }
        }
    }

    @Test
    void timesAddUpToTheSummary() {
        for (RunFiles run : List.of(one, gated)) {
            String name = run.folder().getFileName().toString();
            long cycles = run.summary().at("/time/cycles").asLong();
            assertSame(BigDecimal.valueOf(cycles), table("time").where(name).sum("cycles"));
            for (Map.Entry<String, JsonNode> phase :
                    run.summary().at("/time/byPhase").properties()) {
                PageTable latencies = table("latency").where(name, phase.getKey());
                assertSame(phase.getValue().path("count").decimalValue(), latencies.sum("count"));
                List<String> values = latencies.column("cycles");
                assertEquals(phase.getValue().path("minimum").asText(), values.get(0));
                assertEquals(phase.getValue().path("maximum").asText(), values.get(values.size() - 1));
            }
        }
    }

    /** Of a sample without a refresh, each phase takes as long as in the run. */
    @Test
    void criticalPathHasTheCyclesOfItsPhases() {
        PageTable path = PageTable.of(page, "data-critical-path");
        for (String phase : List.of("BASELINE", "ERROR", "RECALL", "PERTURB", "PERTURBED", "UPDATE")) {
            assertSame(
                    one.summary().at("/time/byPhase/" + phase + "/median").decimalValue(),
                    path.where("one", phase).sum("cycles"));
        }
    }

    /** Drawn from another simulation of the sample than the critical path. */
    @Test
    void ganttEndsWithTheCriticalPathAndRestsInBarriers() {
        PageTable gantt = PageTable.of(page, "data-gantt");
        PageTable path = PageTable.of(page, "data-critical-path");
        long end = 0;
        for (String phase : List.of("BASELINE", "ERROR", "RECALL", "PERTURB", "PERTURBED", "UPDATE")) {
            PageTable works = gantt.where(phase);
            assertTrue(works.numbers("start cycle").min().orElseThrow() >= end, phase);
            long latest = works.numbers("start cycle").max().orElseThrow();
            assertTrue(works.numbers("end cycle").max().orElseThrow() > latest, phase);
            end += path.where("one", phase).sum("cycles").longValueExact();
            assertTrue(works.numbers("end cycle").max().orElseThrow() <= end, phase);
        }
        PageTable barriers = gantt.where("", "barriers");
        assertEquals(6, barriers.rows().size());
        assertEquals(end, barriers.numbers("end cycle").max().orElseThrow());
    }

    @Test
    void accuracyIsThatOfEachEvaluation() throws IOException {
        List<Map<String, String>> rows = one.table("accuracy.csv");
        PageTable shown = PageTable.of(page, "data-accuracy");
        assertTrue(rows.size() > 1);
        assertEquals(rows.stream().map(row -> row.get("samples")).toList(), shown.column("samples"));
        assertEquals(rows.stream().map(row -> row.get("accuracy")).toList(), shown.column("accuracy"));
        assertEquals(rows.stream().map(row -> row.get("maxWrites")).toList(), shown.column("max writes"));
        for (int i = 0; i < rows.size(); i++) {
            assertSame(
                    new BigDecimal(rows.get(i).get("joules")),
                    new BigDecimal(shown.column("joules").get(i)));
        }
    }

    @Test
    void areaAddsUpToTheSummary() {
        BigDecimal square =
                one.summary().at("/area/totalSquareMillimetres").decimalValue().movePointRight(6);
        assertSame(square, PageTable.of(page, "data-area").sum("square micrometres"));
    }

    /** Read by another library: every synapse is in the histogram, and every mean of single synapses is its count. */
    @Test
    void writesAreThoseOfTheMatrices() {
        for (int layer = 1; layer <= 2; layer++) {
            int[] writes = NpyFile.read(one.folder().resolve("layer" + layer + ".writes.npy"), 1 << 20)
                    .asIntArray();
            PageTable histogram = PageTable.of(page, "data-writes-layer" + layer);
            assertSame(BigDecimal.valueOf(writes.length), histogram.sum("synapses"));
            int next = 0;
            for (List<String> bin : histogram.rows()) {
                int from = Integer.parseInt(bin.get(2));
                int to = Integer.parseInt(bin.get(3));
                assertEquals(next, from);
                next = to + 1;
                long expected = Arrays.stream(writes)
                        .filter(count -> count >= from && count <= to)
                        .count();
                assertEquals(expected, Long.parseLong(bin.get(4)));
            }
            List<String> cells = PageTable.of(page, "data-writes-map-layer" + layer).rows().stream()
                    .flatMap(row -> row.stream().skip(1))
                    .toList();
            assertEquals(
                    Arrays.stream(writes).mapToDouble(count -> count).boxed().toList(),
                    cells.stream().map(Double::parseDouble).toList());
        }
    }

    @Test
    void floorplanHasEveryBlockWithItsEnergyAndWear() {
        PageTable plan = PageTable.of(page, "data-floorplan");
        long writes = one.summary().at("/writes/commits/max").asLong();
        assertEquals(
                writes,
                plan.column("max writes").stream()
                        .filter(cell -> !cell.isEmpty())
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElseThrow());
        double samples = one.summary().at("/training/samples").asDouble();
        assertEquals(joules(one).doubleValue(), plan.sum("joules a sample").doubleValue() * samples, 1e-15);
        assertEquals(
                6,
                plan.column("block").stream()
                        .filter(block -> block.contains("tile"))
                        .count());
        assertTrue(plan.column("block").containsAll(List.of("input", "layer1.astrocyte", "cost", "sequencer", "bus")));
    }

    /** A gated run counts how long its blocks are awake; of one that is not gated, a sample is followed. */
    @Test
    void utilisationIsTheShareOfTimeThatBlocksAreAwake() throws IOException {
        long cycles = gated.summary().at("/time/cycles").asLong();
        long samples = gated.summary().at("/training/samples").asLong();
        PageTable plan = table("floorplan-2");
        for (Map<String, String> row : gated.table("counts.csv")) {
            boolean last = row.get("samples").equals(String.valueOf(samples));
            if (last
                    && row.get("action").equals("AWAKE_CYCLE")
                    && !row.get("block").matches("bus|interconnect")) {
                double share = Double.parseDouble(row.get("count")) / cycles;
                assertEquals(
                        share, plan.where(row.get("block")).sum("utilisation").doubleValue(), 1e-12);
            }
        }
        for (String share : PageTable.of(page, "data-floorplan").column("utilisation")) {
            assertTrue(share.isEmpty() || (Double.parseDouble(share) > 0 && Double.parseDouble(share) <= 1), share);
        }
    }

    @Test
    void severalRunsAreTabledAsCompareDoes() {
        String compared = Cli.run(
                        "compare", one.folder().toString(), gated.folder().toString())
                .expectDone()
                .out();
        assertTrue(both.contains("<h3>Not like for like</h3>") == compared.contains("Not like for like:"));
        for (String key : List.of("run.seed", "chip.interconnect.kind", "chip.powerGating", "run.epochs")) {
            assertTrue(compared.contains("  " + key + ": "), compared);
            assertTrue(both.contains("<th scope=\"row\">" + key + "</th>"), key);
        }
        assertTrue(both.contains("<th scope=\"col\">one</th>\n<th scope=\"col\">gated</th>"));
    }

    /** Names of folders may hold anything. */
    @ParameterizedTest
    @ValueSource(strings = {"a<b>&\"c'", "<script>alert(1)", "x & y = \"z\""})
    void namesAreEscaped(String name) throws IOException {
        Path odd = parent.resolve(name);
        copy(one.folder(), odd);
        String html = report("odd.html", odd, one.folder());
        String escaped = name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        assertTrue(html.contains("<h1>" + escaped + ", one</h1>"), name);
        assertFalse(html.contains(name), name);
    }

    @Test
    void nothingOnThePageIsAskedForElsewhere() {
        for (String html : List.of(page, both)) {
            assertFalse(html.contains("http:") || html.contains("https:") || html.contains("file:"));
            assertFalse(html.matches("(?s).*\\s(src|srcset|action|style|onclick)=.*"));
            assertTrue(html.contains("Content-Security-Policy\" content=\"default-src 'none'; "));
            for (String link : html.split("href=\"")) {
                assertTrue(link.startsWith("#") || link.startsWith("data:,") || link.startsWith("<!DOCTYPE"), link);
            }
        }
    }

    @Test
    void everyPictureIsAFileWithItsData() throws Exception {
        Assumptions.assumeTrue(Raster.hasLetters(), "Java finds no fonts here");
        Path folder = parent.resolve("figures");
        Cli.run("report", one.folder().toString(), "--figures=" + folder).expectDone();
        List<String> names = BadInput.tree(folder);
        for (String id : page.split("<svg viewBox=\"")) {
            if (id.contains(" id=\"picture-")) {
                int start = id.indexOf("picture-") + "picture-".length();
                String name = id.substring(start, id.indexOf('"', start));
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve(name + ".svg").toFile());
                assertTrue(Files.size(folder.resolve(name + ".png")) > 2_000, name);
            }
        }
        assertEquals(19, names.stream().filter(name -> name.contains(".svg ")).count(), names.toString());
        PageTable data = PageTable.of(page, "data-time");
        String csv = Files.readString(folder.resolve("time.csv"));
        assertEquals(
                data.rows().stream().map(row -> String.join(",", row)).toList(),
                csv.lines().skip(1).toList());
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
