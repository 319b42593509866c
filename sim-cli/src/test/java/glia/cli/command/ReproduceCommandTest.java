package glia.cli.command;

import static glia.cli.command.BadInput.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.reproduce.Reproductions;
import glia.cli.reproduce.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code glia reproduce}: the list, one that needs no data, and what it cannot use. */
class ReproduceCommandTest {
    private static final String NAMES = Reproductions.all().stream()
            .map(each -> each.subject().name())
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();

    @Test
    void listNamesEveryReproductionWithPaperAndTimes() {
        Cli answer = Cli.run("reproduce").expectDone();
        for (Subject subject :
                Reproductions.all().stream().map(each -> each.subject()).toList()) {
            String line = answer.out()
                    .lines()
                    .filter(each -> each.startsWith("  " + subject.name() + " "))
                    .findFirst()
                    .orElseThrow();
            assertTrue(line.contains("[" + subject.paper().letter() + "] " + subject.item()), line);
        }
        assertTrue(answer.out().contains("arXiv 2501.15403"));
    }

    @Test
    void namesAreAllDifferent() {
        List<String> names =
                Reproductions.all().stream().map(each -> each.subject().name()).toList();
        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Test
    void componentsAreWrittenAsPagePictureAndNumbers(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("deep/er");
        Cli answer = Cli.run("reproduce", "components", "--seeds", "2", "--out", out.toString())
                .expectDone();
        assertTrue(
                answer.out().startsWith("components (Sec. IV, gradient components): quick, seeds [2]; about"),
                answer.out());
        assertEquals(List.of("data.csv", "figure.svg", "index.html"), names(out));
        assertEquals(List.of("er"), names(folder.resolve("deep")));
        String page = Files.readString(out.resolve("index.html"));
        for (String expected : List.of(
                "<td>222,335</td><td>222,335</td><td>0</td>",
                "<td>70,969,200,000</td><td>70,969,200,000</td>",
                "<td>5,320</td><td></td><td>closed form 5,320</td>",
                "<td>11,828,200</td><td></td><td>closed form 11,828,200</td>",
                "quick: smaller than the published setting",
                "--set learning.rule=delta-mgd",
                "Seeds [2]")) {
            assertTrue(page.contains(expected), expected);
        }
        assertTrue(page.contains(Files.readString(out.resolve("figure.svg"))));
        assertTrue(Files.readString(out.resolve("data.csv"))
                .contains("784-128-128-10,600000,118282,70969200000,319200,closed form"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    static Stream<BadInput> bad() {
        return Stream.of(
                of(
                        "an unknown name",
                        "no reproduction component; expected " + NAMES + " or all; did you mean components?",
                        "reproduce",
                        "component"),
                of(
                        "seeds",
                        "--seeds: 3-1; expected different seeds such as 1-3 or 1,5, at most 100",
                        "reproduce",
                        "components",
                        "--seeds",
                        "3-1",
                        "--out",
                        "DIR/out"),
                of(
                        "options without a name",
                        "reproduce: no NAME; expected one of the list (glia reproduce), or all",
                        "reproduce",
                        "--full"),
                of(
                        "a seed twice",
                        "--seeds: 1,1; expected different seeds such as 1-3 or 1,5, at most 100",
                        "reproduce",
                        "components",
                        "--seeds",
                        "1,1",
                        "--out",
                        "DIR/out"),
                of(
                                "a folder that holds something",
                                "DIR/out: exists already; expected a new folder for the page",
                                "reproduce",
                                "components",
                                "--out",
                                "DIR/out")
                        .with("out/file", ""),
                of(
                        "data that are not there",
                        "--data: DIR/data has no folder mnist with the files of mnist",
                        "reproduce",
                        "stability",
                        "--data",
                        "DIR/data",
                        "--out",
                        "DIR/out"),
                of(
                                "one of several sets missing",
                                "--data: DIR/data has no folder fashion-mnist with the files of fashion-mnist",
                                "reproduce",
                                "recalls",
                                "--full",
                                "--data",
                                "DIR/data",
                                "--out",
                                "DIR/out")
                        .with("data/mnist/train-images-idx3-ubyte", ""));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badInputIsOneLine(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }
}
