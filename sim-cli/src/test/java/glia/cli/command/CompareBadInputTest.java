package glia.cli.command;

import static glia.cli.command.BadInput.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders, options and summaries that {@code glia compare} cannot use. */
class CompareBadInputTest {
    private static final String EXPECTED = "expected a folder with summary.json and scenario.yaml";
    private static final String NO_RUN = ": is no run; " + EXPECTED;
    private static final String UNFINISHED =
            ": is no finished run (it still goes on, was broken off, or never began); " + EXPECTED;
    private static final String COUNT = "expected a whole number of at least 0";
    private static final String NUMBER = "expected a number of at least 0";
    private static final String SUMMARY = """
            {"status": "completed", "seed": 1,
             "training": {"rule": "delta-mgd", "recall": "error", "samples": 7, "testAccuracy": 0.5, "gradientComponents": 5,
              "gradientComponentsStrict": 6, "forwardPasses": 8},
             "time": {"cycles": 9, "seconds": 0.5, "cyclesPerSample": 1.5},
             "energy": {"totalPicojoules": 10.5, "perSamplePicojoules": 2.5},
             "writes": {"commits": {"total": 11, "max": 12}, "pulses": {"total": 13, "max": 14}},
             "toTarget": {"accuracy": 0.25, "reached": true, "samples": 3, "seconds": 0.125, "joules": 0.75, "maxWrites": 4}}
            """;

    /** Compares two runs that are right but for what is added. */
    private static BadInput two(String what, String line, String... options) {
        String[] all = Stream.concat(Stream.of("compare", "DIR/a", "DIR/b"), Stream.of(options))
                .toArray(String[]::new);
        return of(what, line, all)
                .with("a/summary.json", SUMMARY)
                .with("a/scenario.yaml", "")
                .with("b/summary.json", SUMMARY)
                .with("b/scenario.yaml", "");
    }

    private static BadInput broken(String what, String line, String old, String now) {
        assertTrue(SUMMARY.contains(old), old);
        return two(what, "DIR/b/summary.json" + line).with("b/summary.json", SUMMARY.replace(old, now));
    }

    private static BadInput alone(String what, String line, String... folders) {
        String[] all = Stream.concat(Stream.of("compare"), Stream.of(folders)).toArray(String[]::new);
        return of(what, line, all).with("run-1/summary.json", SUMMARY).with("run-1/scenario.yaml", "");
    }

    static Stream<BadInput> folders() {
        return Stream.of(
                alone("no folder", "no run to compare; expected the folders of two or more"),
                alone("one folder", "DIR/run-1: is the only run; expected the folders of two or more", "DIR/run-1"),
                alone("one twice", "DIR/run-1: is given twice; expected different runs", "DIR/run-1", "DIR/run-1"),
                alone(
                        "one twice by another path",
                        "DIR/run-1/../run-1: is given twice; expected different runs",
                        "DIR/run-1",
                        "DIR/run-1/../run-1"),
                alone("a near name", "DIR/run-2" + NO_RUN + "; did you mean run-1?", "DIR/run-2"),
                alone("a near name that is given", "DIR/run-2" + NO_RUN, "DIR/run-1", "DIR/run-2"),
                alone("no near name", "DIR/else" + NO_RUN, "DIR/else", "DIR/run-1"),
                alone("the root", "/" + NO_RUN, "/", "DIR/run-1"),
                alone("a file", "DIR/run-1/summary.json" + NO_RUN, "DIR/run-1/summary.json"),
                alone(
                        "the folder above",
                        "DIR" + NO_RUN + "; did you mean runs in it, such as DIR/run-1?",
                        "DIR",
                        "DIR/run-1"),
                alone("an ordinary folder", "DIR/x" + NO_RUN, "DIR/run-1", "DIR/x")
                        .with("x/readme", ""),
                alone("broken off", "DIR/x" + UNFINISHED, "DIR/run-1", "DIR/x").with("x/counts.csv", ""),
                alone("still being written", "DIR/.x.writing-1-2" + UNFINISHED, "DIR/run-1", "DIR/.x.writing-1-2")
                        .with(".x.writing-1-2/summary.json", SUMMARY)
                        .with(".x.writing-1-2/scenario.yaml", ""),
                two("broken scenario", "DIR/b/scenario.yaml:1:11: run.seed is x; expected a whole...")
                        .with("b/scenario.yaml", "run.seed: x"),
                two("broken technology", "DIR/b/technology.yaml: lacks the energy of...")
                        .with("b/technology.yaml", "name: x"));
    }

    static Stream<BadInput> options() {
        return Stream.of(
                two(
                        "order, near one",
                        "--sort: no order 'enrgy'; did you mean energy?; there are accuracy, energy, time, writes",
                        "--sort=enrgy"),
                two("order given", "--sort: no order 'given'; there are...", "--sort=given"),
                two("narrow", "--width: 39; expected at least 40", "--width=39"),
                two("width in words", "Invalid value for option '--width': 'x' is not an int...", "--width=x"),
                two("option, near one", "Unknown option: '--sorted=time'; did you mean --sort?...", "--sorted=time"),
                two("file in no folder", "--csv: DIR/no/x is not in a folder that can be written to", "--csv=DIR/no/x"),
                two("file below a file", "--csv: DIR/a/summary.json/x is not in a f...", "--csv=DIR/a/summary.json/x"),
                two("folder as file", "--csv: DIR is a folder; expected a file", "--csv=DIR"),
                two("run as file", "--csv: DIR/a is a folder; expected a file", "--csv", "DIR/a"),
                two(
                        "file among those of a run",
                        "--csv: DIR/a/summary.json is in the folder of a run; expected a place outside",
                        "--csv=DIR/a/summary.json"),
                two(
                        "name too long",
                        "--csv: DIR/" + "x".repeat(300) + " cannot be written (FileSystemException...",
                        "--csv=DIR/" + "x".repeat(300)),
                two("bad run, good file", "DIR/b/scenario.yaml:1:1: unknown key x...", "--csv=DIR/x")
                        .with("b/scenario.yaml", "x: 1"));
    }

    static Stream<BadInput> summaries() {
        return Stream.of(
                broken("no JSON", ":1:12: cannot be read as JSON", SUMMARY, "{\"status\": x"),
                broken("nothing", ": has no training.rule; expected a text", SUMMARY, ""),
                broken("no object", ": has no training.rule; expected a text", SUMMARY, "[1]"),
                broken("no text", ":1:...", SUMMARY, "\u0000"),
                broken("nested deep", ": cannot be read as JSON", SUMMARY, "[".repeat(100_000)),
                broken("status", ": status is \"on\"; expected completed or diverged", "\"completed\"", "\"on\""),
                broken("no reason", ": has no reason; expected a text", "\"completed\"", "\"diverged\""),
                broken("rule", ": training.rule is 7; expected a text", "\"delta-mgd\"", "7"),
                broken("recall", ": training.recall is [1]; expected a text", "\"error\"", "[1]"),
                broken("reached", ": toTarget.reached is 1; expected true or false", "true", "1"),
                broken("negative", ": time.cycles is -9; " + COUNT, "9,", "-9,"),
                broken("part of a count", ": seed is 1.5; " + COUNT, "\"seed\": 1", "\"seed\": 1.5"),
                broken(
                        "count beyond all",
                        ": seed is 18446744073709551616; " + COUNT,
                        "\"seed\": 1",
                        "\"seed\": 18446744073709551616"),
                broken("negative number", ": energy.totalPicojoules is -10.5; " + NUMBER, "10.5", "-10.5"),
                broken("number beyond all", ": time.cyclesPerSample is 1E+999999999; " + NUMBER, "1.5", "1e999999999"),
                broken("number below all", ": time.cyclesPerSample is 1E-999999999; " + NUMBER, "1.5", "1e-999999999"),
                broken("number in words", ": toTarget.joules is \"much\"; " + NUMBER, "0.75", "\"much\""),
                broken(
                        "long text",
                        ": toTarget.joules is \"" + "x".repeat(36) + "...; " + NUMBER,
                        "0.75",
                        '"' + "x".repeat(50) + '"'),
                broken("accuracy", ": training.testAccuracy is 50; expected a number from 0 to 1", "0.5,", "50,"),
                broken("target", ": toTarget.accuracy is 25; expected a number from 0 to 1", "0.25", "25"));
    }

    /** Each field in turn is left out; only the recall and the accuracy of a run may be. */
    static Stream<BadInput> fields() {
        return Stream.of(
                        "/status a text",
                        "/seed ",
                        "training/rule a text",
                        "training/samples ",
                        "training/gradientComponents ",
                        "training/gradientComponentsStrict ",
                        "training/forwardPasses ",
                        "time/cycles ",
                        "time/seconds a number of at least 0",
                        "time/cyclesPerSample a number of at least 0",
                        "energy/totalPicojoules a number of at least 0",
                        "energy/perSamplePicojoules a number of at least 0",
                        "writes.commits/total ",
                        "writes.commits/max ",
                        "writes.pulses/total ",
                        "writes.pulses/max ",
                        "toTarget/accuracy a number of at least 0",
                        "toTarget/reached true or false",
                        "toTarget/samples ",
                        "toTarget/seconds a number of at least 0",
                        "toTarget/joules a number of at least 0",
                        "toTarget/maxWrites ")
                .map(field -> {
                    String section = field.substring(0, field.indexOf('/'));
                    String name = field.substring(field.indexOf('/') + 1, field.indexOf(' '));
                    String expected = field.substring(field.indexOf(' ') + 1);
                    String path = section.isEmpty() ? name : section + "." + name;
                    int at = SUMMARY.indexOf('"' + name + '"', SUMMARY.indexOf(section.replaceAll(".*\\.", "")));
                    return broken(
                            path,
                            ": has no " + path + "; " + (expected.isEmpty() ? COUNT : "expected " + expected),
                            SUMMARY,
                            SUMMARY.substring(0, at + 1) + "no" + SUMMARY.substring(at + 1));
                });
    }

    @ParameterizedTest
    @MethodSource({"folders", "options", "summaries", "fields"})
    void isAnsweredInOneLine(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }

    @Test
    void theSummaryOfTheseTestsIsOneThatCanBeCompared(@TempDir Path folder) throws IOException {
        for (String run : List.of("a", "b")) {
            Files.createDirectory(folder.resolve(run));
            Files.writeString(folder.resolve(run + "/summary.json"), SUMMARY);
            Files.writeString(folder.resolve(run + "/scenario.yaml"), "");
        }
        Cli.run("compare", folder.resolve("a").toString(), folder.resolve("b").toString())
                .expectDone();
    }

    @Test
    void anEmptyFolderIsNoFinishedRun(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("x"));
        of("empty", "DIR/x" + UNFINISHED, "compare", "DIR/x", "DIR/x").check(folder);
    }

    @Test
    void aLinkToARunIsThatRun(@TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("run-1"));
        alone("link", "DIR/link: is given twice; expected different runs", "DIR/run-1", "DIR/link")
                .check(folder);
        assertEquals(folder.resolve("run-1"), Files.readSymbolicLink(link));
    }

    /** As a device: what is there would be lost, not written to. */
    @Test
    void aLinkIsNotReplacedByTheFile(@TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a/summary.json"));
        two("link", "--csv: DIR/link is no plain file; expected a new file, or one to replace", "--csv=DIR/link")
                .check(folder);
        assertTrue(Files.isSymbolicLink(link));
    }
}
