package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a sweep in a real browser. Skipped where there is no Chromium. */
class SweepPageInBrowserTest {
    /** Sorts by accuracy, best first, and asks for the designs of one rate; then puts what it sees where the check leaves it. */
    private static final String USE = """
            const heads = Array.from(document.querySelectorAll('#points thead button'));
            const accuracy = heads.find(head => head.textContent.trim() === 'testAccuracy');
            accuracy.click();
            accuracy.click();
            const column = accuracy.closest('th').cellIndex;
            const rows = () => Array.from(document.querySelectorAll('#points tbody tr'));
            const sorted = rows().map(row => Number(row.cells[column].dataset.value));
            const falling = sorted.every((value, i) => i === 0 || value <= sorted[i - 1]);
            const filter = document.getElementById('filter');
            const left = text => {
              filter.value = text;
              filter.dispatchEvent(new Event('input'));
              return rows().filter(row => !row.hidden).length + ' ' + document.getElementById('shown').textContent;
            };
            const seen = [falling, left('learning.rate=0.1'), left('testAccuracy>2'), left('32 done'), left('nothing<1'), left('')];
            document.querySelector('h1').textContent = seen.join('; ');
            """;

    @TempDir
    private static Path folder;

    private static CheckedPage checks;
    private static Path page;

    @BeforeAll
    static void sweep() throws IOException {
        Optional<Path> program = Browser.find();
        Assumptions.assumeTrue(
                program.isPresent(),
                "no chromium, chromium-browser or google-chrome on the path; the page is not opened");
        checks = new CheckedPage(new Browser(program.orElseThrow(), folder), folder);
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, """
                scenario: tiny
                set: {run.epochs: 0.5}
                axes:
                  learning.rate: [0.01, 0.1, 0.3]
                  chip.bus.width: [1 bit, 32 bit]
                  run.seed: [1, 2]
                """);
        Path sweep = folder.resolve("sweep");
        Cli.run("sweep", file.toString(), "--out", sweep.toString(), "--quiet", "--keep", "runs")
                .expectDone();
        page = folder.resolve("page.html");
        Cli.run(
                        "report",
                        sweep.toString(),
                        "--out",
                        page.toString(),
                        "--points",
                        folder.resolve("points").toString(),
                        "--minimize=joules",
                        "--maximize=testAccuracy")
                .expectDone();
    }

    @Test
    void isDrawnWholeAtEightHundredPixels() throws Exception {
        JsonNode report = checks.checked(checks.checking(page, ""), "--window-size=800,1000", "--dump-dom");
        assertEquals("[]", report.path("wrong").toString());
        assertEquals(4, report.path("pictures").asInt());
    }

    @Test
    void sortsAndFilters() throws Exception {
        JsonNode report = checks.checked(checks.checking(page, "", USE), "--window-size=1280,1000", "--dump-dom");
        assertEquals("[]", report.path("wrong").toString());
        assertEquals(
                "true; 2 2 of 6; 0 0 of 6; 3 3 of 6; 6 no such column; 6 ",
                report.path("heading").asText());
    }

    @Test
    void leadsToTheReportOfEveryPoint() throws IOException {
        String html = Files.readString(page);
        for (int point = 1; point <= 12; point++) {
            assertTrue(html.contains("href=\"points/point-" + point + ".html\""), "point " + point);
            assertTrue(Files.size(folder.resolve("points/point-" + point + ".html")) > 10_000);
        }
        assertTrue(html.contains("href=\"#design-1\""));
    }
}
