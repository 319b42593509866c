package glia.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each form of an axis holds, and in which order points come. */
class AxesTest {
    @TempDir
    private Path folder;

    private List<List<String>> points(String... lines) throws IOException {
        Points points = SweepFiles.sweep(folder, SweepFiles.tiny(lines)).points();
        List<List<String>> all = new ArrayList<>();
        for (int point = 1; point <= points.count(); point++) {
            all.add(points.values(point));
        }
        return all;
    }

    private List<String> values(String range) throws IOException {
        return points("axes: {learning.rate: {" + range + "}}").stream()
                .map(each -> each.get(0))
                .toList();
    }

    @Test
    void stepsEndAtTheGreatestOrBeforeIt() throws IOException {
        assertEquals(List.of("0.1", "0.2", "0.3"), values("from: 0.1, to: 0.3, step: 0.1"));
        assertEquals(List.of("0.1", "0.25"), values("from: 0.1, to: 0.3, step: 0.15"));
    }

    @Test
    void countsHoldBothEnds() throws IOException {
        assertEquals(List.of("0", "0.25", "0.5", "0.75", "1"), values("from: 0, to: 1, count: 5"));
        assertEquals(List.of("0.001", "0.01", "0.1"), values("from: 0.001, to: 0.1, count: 3, scale: log"));
        assertEquals(List.of("1", "4", "6"), values("from: 1, to: 6, count: 3, scale: integer"));
    }

    @Test
    void factorsMultiply() throws IOException {
        assertEquals(List.of("0.001", "0.003", "0.009"), values("from: 0.001, to: 0.02, factor: 3"));
    }

    @Test
    void unitsStay() throws IOException {
        List<List<String>> clocks = points("axes: {chip.clock: {from: 100 MHz, to: 400 MHz, factor: 2}}");
        assertEquals(List.of(List.of("100 MHz"), List.of("200 MHz"), List.of("400 MHz")), clocks);
    }

    @Test
    void lastAxisOfAGridChangesFastestAndZippedKeysMoveTogether() throws IOException {
        List<List<String>> points = points(
                "axes:",
                "  network.layers: [[4, 3, 2], [4, 5, 2]]",
                "zip:",
                "  shape:",
                "    chip.tile.rows: [1, 2]",
                "    chip.tile.columns: {from: 3, to: 4, step: 1}");
        assertEquals(
                List.of(
                        List.of("[4, 3, 2]", "1", "3"),
                        List.of("[4, 3, 2]", "2", "4"),
                        List.of("[4, 5, 2]", "1", "3"),
                        List.of("[4, 5, 2]", "2", "4")),
                points);
    }

    @Test
    void drawnValuesAreOfTheirScale() throws IOException {
        for (String method : List.of("random", "latin-hypercube")) {
            List<List<String>> points = points(
                    "method: " + method,
                    "count: 40",
                    "axes:",
                    "  chip.tile.rows: {from: 2, to: 9, scale: integer}",
                    "  learning.rate: {from: 0.001, to: 1, scale: log}",
                    "  data.set: [patterns, glyphs]");
            assertEquals(40, points.size());
            assertEquals(
                    List.of("2", "3", "4", "5", "6", "7", "8", "9"),
                    points.stream().map(each -> each.get(0)).distinct().sorted().toList(),
                    method);
            long below = points.stream()
                    .filter(each -> Double.parseDouble(each.get(1)) < 0.0316227766)
                    .count();
            assertEquals(20, below, method.equals("random") ? 8 : 0);
        }
    }

    @Test
    void constraintsLeavePointsOutAndRandomDrawsAreReplaced() throws IOException {
        String[] grid = SweepFiles.tiny(
                "axes: {chip.tile.rows: [1, 2, 4], chip.tile.columns: [1, 2, 4]}",
                "constraints:",
                "  - chip.tile.rows * chip.tile.columns <= 4",
                "  - chip.tile.rows >= chip.tile.columns",
                "  - chip.clock >= 50 MHz",
                "  - learning.rule == delta-mgd");
        Points points = SweepFiles.sweep(folder, grid).points();
        assertEquals(4, points.count());
        assertEquals(5, points.leftOut());
        assertEquals(List.of("4", "1"), points.values(4));
        String[] drawn = SweepFiles.tiny(
                "method: random",
                "count: 10",
                "axes: {chip.tile.rows: {from: 1, to: 100, scale: integer}}",
                "constraints: ['chip.tile.rows <= 50']");
        assertEquals(10, SweepFiles.sweep(folder, drawn).points().count());
    }

    @Test
    void resolvedFileReadsBackAsTheSameSweep() throws IOException {
        for (String method : List.of("grid", "random", "latin-hypercube")) {
            boolean grid = method.equals("grid");
            Sweep sweep = SweepFiles.sweep(
                    folder,
                    "scenario: tiny",
                    "method: " + method,
                    grid ? "" : "count: 7",
                    "set:",
                    "  network.layers: [4, 3, 2]",
                    "zip: {shape: {chip.tile.rows: [1, 2], chip.tile.columns: [2, 1]}}",
                    "axes:",
                    "  chip.clock: {from: 1 MHz, to: 3 MHz" + (grid ? ", count: 2" : "") + "}",
                    "  chip.device.kind: [ideal, 'quantized']",
                    "constraints: ['chip.tile.rows != 3']");
            Path copy = folder.resolve("copy.yaml");
            Files.writeString(copy, sweep.text());
            Sweep again = Sweep.read(copy);
            assertEquals(sweep.text(), again.text());
            assertEquals(sweep.columns(), again.columns());
            assertEquals(sweep.name(), again.name());
            for (int point = 1; point <= sweep.points().count(); point++) {
                assertEquals(sweep.overrides(point), again.overrides(point));
            }
        }
    }
}
