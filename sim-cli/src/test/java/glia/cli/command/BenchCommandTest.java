package glia.cli.command;

import static glia.cli.command.BadInput.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.bench.Baseline;
import glia.cli.bench.BenchPart;
import glia.cli.bench.BenchPlan;
import glia.cli.bench.Benchmarks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command around the benchmarks, which are played here. */
class BenchCommandTest {
    @TempDir
    private Path folder;

    /** Answers the next of some measurements whenever asked. */
    private static final class Played implements Benchmarks {
        private final List<Map<String, Double>> answers;
        private final List<String> asked = new ArrayList<>();
        private Optional<BenchPlan> plan = Optional.empty();

        @SafeVarargs
        Played(Map<String, Double>... answers) {
            this.answers = new ArrayList<>(List.of(answers));
        }

        @Override
        public Map<String, Double> measure(BenchPlan given, PrintWriter out) {
            plan = Optional.of(given);
            out.println("| a table |");
            return answers.remove(0);
        }

        @Override
        public Map<String, Double> measureAgain(Set<String> names) {
            asked.add(String.join(" ", names));
            return answers.remove(0);
        }
    }

    private Cli run(Played played, String... options) throws IOException {
        Path stored = folder.resolve("stored.csv");
        Files.writeString(stored, new Baseline(Map.of("a", 1.0, "b", 1.0)).text());
        List<String> all = new ArrayList<>(List.of("bench", "--baseline", stored.toString()));
        all.addAll(List.of(options));
        return Cli.run(Optional.of(played), all.toArray(String[]::new));
    }

    @Test
    void tablesAreFollowedByTheVerdict() throws IOException {
        Played played = new Played(Map.of("a", 1.0, "b", 2.0));
        Cli answer = run(played).expectDone();
        assertEquals(
                "| a table |\nverdict: 2 of 2 ratios within 5 % of the baseline or above it\n",
                answer.out().replace("\r", ""));
        assertEquals(EnumSet.allOf(BenchPart.class), played.plan.orElseThrow().parts());
    }

    @Test
    void whatLostIsMeasuredAgainAndItsBestCounts() throws IOException {
        Played played = new Played(Map.of("a", 0.5, "b", 0.9), Map.of("a", 0.8, "b", 1.1), Map.of("a", 0.7));
        Cli answer = run(played).expectDone();
        assertEquals(List.of("a b", "a"), played.asked);
        assertTrue(answer.out().endsWith("1 of 2 ratios lost more than 5 %: a 0.80 (baseline 1.00)\n"), answer.out());
    }

    @Test
    void aLossIsAFailureOnlyWhenStrict() throws IOException {
        Map<String, Double> lost = Map.of("a", 0.5);
        assertEquals(
                Commands.FAILED, run(new Played(lost, lost, lost), "--strict").code());
        assertEquals(Commands.DONE, run(new Played(lost, lost, lost)).code());
        assertEquals(
                Commands.DONE, run(new Played(Map.of("a", 1.0)), "--strict").code());
    }

    @Test
    void savedIsWhatTheTablesShow() throws IOException {
        Path file = folder.resolve("new.csv");
        run(new Played(Map.of("a", 0.5), Map.of("a", 1.0)), "--save", file.toString());
        assertEquals(Map.of("a", 0.5), Baseline.read(file).ratios());
    }

    @Test
    void partsAndDataReachTheBenchmarks() throws IOException {
        Path mnist = Files.createDirectory(folder.resolve("mnist"));
        Files.createFile(mnist.resolve("train-images-idx3-ubyte.gz"));
        Files.createFile(mnist.resolve("train-labels-idx1-ubyte"));
        Played played = new Played(Map.of());
        run(played, "--parts", "scale,events", "--data", folder.toString(), "--long");
        BenchPlan plan = played.plan.orElseThrow();
        assertEquals(EnumSet.of(BenchPart.EVENTS, BenchPart.SCALE), plan.parts());
        assertEquals(Set.of("mnist"), plan.sets());
        assertTrue(plan.slowly());
    }

    static Stream<BadInput> badInputs() {
        String parts = "; there are events, kernels, runs, scale";
        return Stream.of(
                of(
                        "no benchmarks at hand",
                        "the benchmarks are built and started by the launcher, ./glia bench; this jar does not hold them",
                        "bench"),
                of(
                        "a part of another name",
                        "--parts: no part 'kernel'; did you mean kernels?" + parts,
                        "bench",
                        "--parts",
                        "runs,kernel"),
                of("a part without a name", "--parts: no part ''...", "bench", "--parts", ",runs"),
                of("a folder without data", "--data: DIR holds no folder mnist or cifar-10", "bench", "--data", "DIR"),
                of(
                                "a set in part",
                                "--data: DIR/mnist has no file train-labels-idx1-ubyte; expected it plain or as .gz",
                                "bench",
                                "--data",
                                "DIR")
                        .with("mnist/train-images-idx3-ubyte", ""),
                of("no baseline there", "--baseline: no file DIR/x", "bench", "--baseline", "DIR/x"),
                of("no baseline", "DIR/x:1: expected the line name,ratio", "bench", "--baseline", "DIR/x")
                        .with("x", ""),
                of(
                                "a binary baseline",
                                "DIR/x: is not UTF-8 text; expected lines of name,ratio",
                                "bench",
                                "--baseline",
                                "DIR/x")
                        .with("x", new byte[] {(byte) 0xff, (byte) 0xfe}),
                of(
                        "no folder to save to",
                        "--save: DIR/no/x is not in a folder that can be written to",
                        "bench",
                        "--save",
                        "DIR/no/x"),
                of("a folder to save to", "--save: DIR is a folder; expected a file", "bench", "--save", "DIR"),
                of(
                        "no tolerance",
                        "--tolerance: 0.0; expected a number between 0 and 100",
                        "bench",
                        "--tolerance",
                        "0"),
                of(
                        "a tolerance that is no number",
                        "Invalid value for option '--tolerance': 'x' is not a double (see glia bench --help)",
                        "bench",
                        "--tolerance",
                        "x"));
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void badInputIsAnsweredByOneLine(BadInput input) throws IOException {
        input.check(folder);
    }
}
