package glia.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of runs in a real browser: a copy of it with a script that looks at every picture, table and control, clicks every
 * button, and hears every fault. Skipped where there is no Chromium.
 */
class ReportPageInBrowserTest {
    @TempDir
    private static Path folder;

    private static CheckedPage checks;
    private static RunFiles one;
    private static RunFiles other;

    @BeforeAll
    static void train() throws IOException {
        Optional<Path> program = Browser.find();
        Assumptions.assumeTrue(
                program.isPresent(),
                "no chromium, chromium-browser or google-chrome on the path; the page is not opened");
        checks = new CheckedPage(new Browser(program.orElseThrow(), folder), folder);
        one = RunFiles.tiny(folder, "a<b>&\"c'", "--set=run.epochs=1");
        String[] mesh = {"--set=run.epochs=1", "--set=chip.interconnect.kind=mesh", "--set=learning.recall=label"};
        other = RunFiles.tiny(folder, "other", mesh);
    }

    private static Path page(RunFiles... runs) {
        Path file = folder.resolve("page.html");
        String[] arguments = new String[runs.length + 2];
        arguments[0] = "report";
        arguments[1] = "--out=" + file;
        for (int i = 0; i < runs.length; i++) {
            arguments[i + 2] = runs[i].folder().toString();
        }
        Cli.run(arguments).expectDone();
        return file;
    }

    @Test
    void aRunIsDrawnWholeAtEightHundredPixels() throws Exception {
        JsonNode report = checks.checked(checks.checking(page(one), ""), "--window-size=800,1000", "--dump-dom");
        assertEquals("[]", report.path("wrong").toString());
        assertEquals(19, report.path("pictures").asInt());
        assertEquals("a<b>&\"c'", report.path("heading").asText());
        String csv = report.path("files").path("accuracy.csv").asText();
        String name = "\"a<b>&\"\"c'\"";
        assertEquals(
                "run,samples,cycles,seconds,joules,accuracy,cost,max writes",
                csv.lines().findFirst().orElseThrow());
        assertEquals(
                one.table("accuracy.csv").size(),
                csv.lines().filter(line -> line.startsWith(name)).count());
    }

    @Test
    void severalRunsAreDrawnWholeInTheDark() throws Exception {
        JsonNode report = checks.checked(
                checks.checking(page(one, other), ""),
                "--window-size=1280,1000",
                "--blink-settings=preferredColorScheme=0",
                "--dump-dom");
        assertEquals("[]", report.path("wrong").toString());
        assertEquals("rgb(22, 25, 30)", report.path("background").asText());
        assertEquals(27, report.path("pictures").asInt());
    }

    /** Else an empty list of faults would prove nothing. */
    @Test
    void theCheckSeesFaults() throws Exception {
        String faults = "<svg role=\"img\" id=\"bare\"></svg><div id=\"bare\"></div><script>nothing()</script>"
                + "<button class=\"x\"></button>";
        Path page = checks.checking(page(one), faults);
        Files.writeString(
                page, Files.readString(page).replace("</main>", "<svg width=\"900\" height=\"1\"></svg></main>"));
        AssertionError console =
                assertThrows(AssertionError.class, () -> checks.checked(page, "--window-size=800,1000", "--dump-dom"));
        assertTrue(console.getMessage().contains("CONSOLE"), console.getMessage());
        assertTrue(console.getMessage().contains("Content Security Policy"), console.getMessage());
        Files.writeString(page, Files.readString(page).replace("<script>nothing()</script>", ""));
        String wrong = checks.checked(page, "--window-size=800,1000", "--dump-dom")
                .path("wrong")
                .toString();
        for (String fault :
                new String[] {"no name or description: bare", "not drawn", "twice: bare", "no name, or out"}) {
            assertTrue(wrong.contains(fault), wrong);
        }
        assertTrue(wrong.contains("wide in a window of 800"), wrong);
    }

    @Test
    void printsOnPaper() throws Exception {
        Path pdf = folder.resolve("page.pdf");
        checks.browser().open(page(one), "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
        String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
        long pages = text.lines()
                .filter(line -> line.matches(".*/Type\\s*/Page\\b(?!s).*"))
                .count();
        assertTrue(text.startsWith("%PDF") && pages >= 3 && pages <= 12, pages + " pages");
    }
}
