package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drawing of a floorplan that {@code glia describe} writes. */
class DescribeDrawingTest {
    @TempDir
    private Path parent;

    @Test
    void describeDrawsTheFloorplan() throws Exception {
        Path file = parent.resolve("plan.svg");
        for (String kind : List.of("point-to-point", "shared-bus", "h-tree", "mesh")) {
            Cli.run("describe", "tiny", "--svg=" + file, "--set", "chip.interconnect.kind=" + kind)
                    .expectDone();
            String svg = Files.readString(file);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            for (String block : List.of("tile0.0", "tile1.1", "neurons", "astrocyte", "input", "cost", "sequencer")) {
                assertTrue(svg.contains(">" + block + "</text>"), block);
            }
            assertTrue(svg.contains("broadcast by bus</text>") && svg.contains(">" + kind + ", "), svg);
            assertEquals(!kind.equals("point-to-point"), svg.contains("class=\"link\"/>"), kind);
        }
    }
}
