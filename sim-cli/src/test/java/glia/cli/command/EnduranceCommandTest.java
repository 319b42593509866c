package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jetbrains.bio.npy.NpyFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** A report on a run of pulsed cells, computed anew from its matrices. */
class EnduranceCommandTest {
    private static final String[] DEVICE = {"--set=chip.device=taox-hfox", "--set=chip.device.range=1"};

    @TempDir
    private static Path parent;

    private static RunFiles run;
    private static Cli answer;
    private static RunFiles report;

    @BeforeAll
    static void train() throws IOException {
        run = RunFiles.tiny(parent, "run", DEVICE);
        Path out = parent.resolve("new/report");
        answer = Cli.run("endurance", run.folder().toString(), "--worst", "7", "--out", out.toString())
                .expectDone();
        report = new RunFiles(out, run.summary());
    }

    private static int[] matrix(int layer, String kind) {
        return NpyFile.read(run.folder().resolve("layer" + layer + "." + kind + ".npy"), 1 << 20)
                .asIntArray();
    }

    private static long[] pulses(int layer) {
        int[] raising = matrix(layer, "raisingPulses");
        int[] lowering = matrix(layer, "loweringPulses");
        return IntStream.range(0, raising.length)
                .mapToLong(i -> (long) raising[i] + lowering[i])
                .toArray();
    }

    private static LongStream allPulses() {
        return IntStream.rangeClosed(1, 2).boxed().flatMapToLong(layer -> Arrays.stream(pulses(layer)));
    }

    @Test
    void leavesItsFilesAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(report.folder())) {
            assertEquals(
                    List.of(
                            "histogram.csv",
                            "index.html",
                            "layer1.histogram.svg",
                            "layer1.map.svg",
                            "layer2.histogram.svg",
                            "layer2.map.svg",
                            "layers.csv",
                            "lifetime.csv",
                            "lines.csv",
                            "worst.csv"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        try (Stream<Path> files = Files.list(report.folder().getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void layersAreThoseOfTheMatrices() throws IOException {
        List<Map<String, String>> rows = report.table("layers.csv");
        assertEquals(4, rows.size());
        for (int layer = 1; layer <= 2; layer++) {
            long[] counts = pulses(layer);
            Arrays.sort(counts);
            Map<String, String> row = rows.get(2 * layer - 1);
            assertEquals("pulses", row.get("count"));
            assertEquals(String.valueOf(layer), row.get("layer"));
            assertEquals(counts.length, Integer.parseInt(row.get("synapses")));
            assertEquals(counts[counts.length - 1], Long.parseLong(row.get("maximum")));
            assertEquals(LongStream.of(counts).sum(), Long.parseLong(row.get("total")));
            assertEquals(LongStream.of(counts).average().orElseThrow(), Double.parseDouble(row.get("mean")), 1e-9);
            assertEquals((double) counts[(counts.length - 1) / 2], Double.parseDouble(row.get("median")));
            assertEquals(LongStream.of(counts).filter(each -> each == 0).count(), Long.parseLong(row.get("unwritten")));
            long commits = Arrays.stream(matrix(layer, "writes")).asLongStream().sum();
            assertEquals(commits, Long.parseLong(rows.get(2 * layer - 2).get("total")));
        }
    }

    @Test
    void theHistogramHoldsEverySynapse() throws IOException {
        for (Map<String, String> row : report.table("histogram.csv")) {
            int layer = Integer.parseInt(row.get("layer"));
            long[] counts = row.get("count").equals("pulses")
                    ? pulses(layer)
                    : Arrays.stream(matrix(layer, "writes")).asLongStream().toArray();
            long from = Long.parseLong(row.get("from"));
            long to = Long.parseLong(row.get("to"));
            long held = LongStream.of(counts)
                    .filter(each -> each >= from && each <= to)
                    .count();
            assertEquals(held, Long.parseLong(row.get("synapses")), row.toString());
        }
        long all = report.table("histogram.csv").stream()
                .mapToLong(row -> Long.parseLong(row.get("synapses")))
                .sum();
        assertEquals(2 * 18, all);
    }

    @Test
    void theWorstSynapsesAreWhereTheMatricesHaveThem() throws IOException {
        List<Map<String, String>> rows = report.table("worst.csv");
        List<Long> expected = allPulses()
                .boxed()
                .sorted((a, b) -> Long.compare(b, a))
                .limit(7)
                .toList();
        assertEquals(
                expected,
                rows.stream().map(row -> Long.parseLong(row.get("pulses"))).toList());
        int[] neurons = {3, 2};
        for (Map<String, String> row : rows) {
            int layer = Integer.parseInt(row.get("layer"));
            int place = Integer.parseInt(row.get("row")) * neurons[layer - 1] + Integer.parseInt(row.get("column"));
            int raising = matrix(layer, "raisingPulses")[place];
            int lowering = matrix(layer, "loweringPulses")[place];
            assertEquals(raising, Integer.parseInt(row.get("raisingPulses")));
            assertEquals(lowering, Integer.parseInt(row.get("loweringPulses")));
            assertEquals(matrix(layer, "writes")[place], Integer.parseInt(row.get("commits")));
            assertEquals(matrix(layer, "potentiations")[place], Integer.parseInt(row.get("potentiations")));
            assertEquals((raising + lowering) / 256.0, Double.parseDouble(row.get("fullCycles")), 1e-9);
        }
    }

    /** 1e6 write cycles are typical; the chip takes 447 cycles a sample at 100 MHz; 400 samples an epoch. */
    @Test
    void lifetimesFollowFromTheWorstSynapse() throws IOException {
        double most = allPulses().max().orElseThrow();
        List<Map<String, String>> typical = report.table("lifetime.csv").stream()
                .filter(row -> row.get("writeCycles").equals("1000000")
                        && row.get("until").equals("first cell"))
                .toList();
        double samples = 1e6 * 4000 / most;
        assertEquals(samples, Double.parseDouble(typical.get(0).get("samples")), 1e-6 * samples);
        assertEquals(samples / 400, Double.parseDouble(typical.get(0).get("epochs")), 1e-6 * samples);
        double seconds = run.summary().at("/time/seconds").doubleValue();
        assertEquals(samples * seconds / 4000, Double.parseDouble(typical.get(0).get("seconds")), 1e-6 * samples);
        assertEquals(256 * samples, Double.parseDouble(typical.get(1).get("samples")), 1e-4 * samples);
    }

    @Test
    void theScreenNamesRangeSourcesAndAssumptions() {
        for (String part : List.of(
                "18 synapses, device taox-hfox, after 4,000 samples (10 epochs)\n",
                "\n  pessimistic: 10,000, estimated (survey of RRAM of all kinds",
                "\n  typical: 1,000,000, estimated (40 nm RRAM macro, ASSCC 2017",
                "\n  optimistic: 1e9, estimated (",
                "\n  weak pulses: 1e11, estimated (",
                "samples a second, the chip's own (465.0 cycles a sample), if every synapse goes on",
                "\n  by pulse: every pulse wears as a write cycle does (assumed)\n",
                "1/128 up and 1/128 down; a full write cycle is once up and once down (assumed)\n",
                "\nPage, pictures and tables in ")) {
            assertTrue(answer.out().contains(part), part + " in\n" + answer.out());
        }
    }

    @Test
    void pageAndPicturesAreWellFormed() throws Exception {
        for (String picture : List.of("layer1.histogram.svg", "layer1.map.svg", "layer2.histogram.svg")) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(report.text(picture))));
        }
        String page = report.text("index.html");
        assertTrue(page.contains("<pre>" + answer.out().substring(0, 20)), page);
        assertEquals(4, page.split("<figure>", -1).length - 1);
    }

    private static String screen(String... options) {
        List<String> all = new ArrayList<>(List.of("endurance", run.folder().toString()));
        all.addAll(List.of(options));
        return Cli.run(all.toArray(String[]::new)).expectDone().out();
    }

    @Test
    void anotherRateChangesTimesOnly() {
        String slow = screen("--rate", "1e-3/s");
        assertTrue(slow.contains("\nLifetime at 0.001 samples a second, as asked, if"), slow);
        long most = allPulses().max().orElseThrow();
        double years = 1e6 * 4000 / most / 1e-3 / 86400 / 365.25;
        assertTrue(slow.contains(String.format("  %.2f years", years)), years + " in\n" + slow);
    }

    @Test
    void whereNoEnduranceIsPublishedThereIsNoLifetime() {
        String none = screen("--device", "ag-a-si");
        assertTrue(none.endsWith("\nLifetime: none, because no endurance is published for device ag-a-si\n"), none);
    }

    @Test
    void levelsThatNobodyPublishedAreNamed() {
        String partly = screen("--device", "hzo-fefet");
        assertTrue(partly.contains("\n  typical: not published\n"), partly);
        assertTrue(partly.contains("\n  optimistic, by full cycle "), partly);
    }

    @Test
    void theScreenOfARunEndsWithWearAndLifetime() {
        Path out = parent.resolve("shown");
        String shown = Cli.run("run", "tiny", DEVICE[0], DEVICE[1], "--out", out.toString())
                .expectDone()
                .out();
        JsonNode pulses = run.summary().at("/writes/pulses");
        assertTrue(
                shown.contains(String.format(
                        "\nPulses: %,d (%,d up, %,d down), %,d at most on one synapse\n",
                        pulses.path("total").longValue(),
                        pulses.path("raising").longValue(),
                        pulses.path("lowering").longValue(),
                        pulses.path("max").longValue())),
                shown);
        long most = allPulses().max().orElseThrow();
        assertTrue(shown.contains(String.format(" commits, %,d pulses; mean ", most)), shown);
        assertTrue(shown.contains("\nLifetime of the first cell of taox-hfox at 215,"), shown);
        assertTrue(shown.contains("\n  weak pulses, 1e11 write cycles "), shown);
        String plain = Cli.run("run", "tiny", "--out", parent.resolve("plain").toString())
                .expectDone()
                .out();
        assertTrue(plain.contains("\nLifetime: none, because no endurance is published for device ideal\n"), plain);
        assertTrue(!plain.contains("\nPulses: "), plain);
    }

    /** The endurance is drawn by cell with a median of 30 pulses. */
    @Test
    void aRunInWhichCellsWearOutSaysHowManyAndWhen() throws IOException {
        RunFiles worn = RunFiles.tiny(
                parent, "worn", "--set=chip.device.endurance=30", "--set=chip.device.enduranceSpread=0.3");
        JsonNode wearOut = worn.summary().path("wearOut");
        assertEquals(18, wearOut.path("wornCells").intValue());
        assertEquals(12, wearOut.at("/byLayer/layer1").intValue());
        int first = wearOut.path("firstSample").intValue();
        assertTrue(first > 5 && first < 40, wearOut.toString());
        assertTrue(run.summary().path("wearOut").isMissingNode());
        assertEquals(0, wornAfter(first));
        assertTrue(wornAfter(first + 1) > 0);
    }

    private static int wornAfter(int samples) throws IOException {
        return RunFiles.tiny(
                        parent,
                        "worn-" + samples,
                        "--set=chip.device.endurance=30",
                        "--set=chip.device.enduranceSpread=0.3",
                        "--set=run.epochs=" + samples / 400.0)
                .summary()
                .at("/wearOut/wornCells")
                .intValue();
    }
}
