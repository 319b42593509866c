package glia.cli.command;

import static glia.cli.command.BadInput.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import glia.cli.scenario.Technologies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of weights and of runs that cannot be read, and places where none can be written. */
class BadFolderTest {
    private static final String NO_RUN = ": is no run; expected a folder with summary.json and scenario.yaml";
    private static final String COUNTS = "samples,cycles,block,action,count\n400,178812,cost,ADD,2040\n";

    static Stream<BadInput> weights() {
        byte[] weights = npy("<f4", "False", "4, 3", 48);
        return Stream.of(
                start("no folder of weights", "DIR/w: is no folder; expected one with layer1.weights.npy and so on"),
                start(
                                "file as a folder of weights",
                                "DIR/w: is no folder; expected one with layer1.weights.npy and so on")
                        .with("w", "x"),
                start("folder without weights", "DIR/w/layer1.weights.npy: cannot be read (NoSuchFileException)")
                        .with("w/readme", "x"),
                start("weights without biases", "DIR/w/layer1.biases.npy: cannot be read (NoSuchFileException)")
                        .with("w/layer1.weights.npy", weights),
                weights("no NumPy file", "is no NumPy file of version 1.0", "4,3\n".getBytes(StandardCharsets.UTF_8)),
                weights("empty file", "is no NumPy file of version 1.0", new byte[0]),
                weights(
                        "matrix of another shape",
                        "is 3 x 4; the network expects 4 x 3",
                        npy("<f4", "False", "3, 4", 48)),
                weights("empty matrix", "is 0 x 0; the network expects 4 x 3", npy("<f4", "False", "0, 3", 0)),
                weights(
                        "truncated data",
                        "has 47 bytes of data; expected 48 for 4 x 3",
                        npy("<f4", "False", "4, 3", 47)),
                weights(
                        "too much data",
                        "has 49 bytes of data; expected 48 for 4 x 3",
                        npy("<f4", "False", "4, 3", 49)),
                weights(
                        "truncated header",
                        "expected a matrix of '<f4' in C order; its header is ",
                        Arrays.copyOf(weights, 40)),
                weights(
                        "doubles",
                        wrong("'<f8', 'fortran_order': False, 'shape': (4, 3)"),
                        npy("<f8", "False", "4, 3", 96)),
                weights(
                        "Fortran order",
                        wrong("'<f4', 'fortran_order': True, 'shape': (4, 3)"),
                        npy("<f4", "True", "4, 3", 48)),
                weights(
                        "a vector",
                        wrong("'<f4', 'fortran_order': False, 'shape': (12,)"),
                        npy("<f4", "False", "12,", 48)),
                of(
                                "no weights to evaluate",
                                "DIR/w/layer1.weights.npy: cannot be read (NoSuchFileException)",
                                "evaluate",
                                "DIR/w",
                                "--scenario",
                                "tiny")
                        .with("w/readme", "x"),
                of(
                                "weights of another network",
                                "DIR/w/layer1.weights.npy: is 3 x 4; the network expects 4 x 3",
                                "evaluate",
                                "DIR/w",
                                "--scenario",
                                "tiny")
                        .with("w/layer1.weights.npy", npy("<f4", "False", "3, 4", 48)));
    }

    static Stream<BadInput> runs() {
        return Stream.of(
                recost("no run to price", "DIR/run" + NO_RUN),
                recost("file as a run", "DIR/run" + NO_RUN).with("run", "x"),
                recost("run without a summary", "DIR/run" + NO_RUN).with("run/scenario.yaml", ""),
                recost("run without a scenario", "DIR/run" + NO_RUN).with("run/summary.json", "{}"),
                recost("broken summary", "DIR/run/summary.json:1:12: cannot be read as JSON")
                        .with("run/scenario.yaml", "")
                        .with("run/summary.json", "{\"status\": "),
                recost(
                                "broken scenario",
                                "DIR/run/scenario.yaml:1:11: run.seed is x; expected a whole number of at least 0")
                        .with("run/scenario.yaml", "run.seed: x")
                        .with("run/summary.json", "{}"),
                of(
                                "broken scenario of a run to evaluate",
                                "DIR/run/scenario.yaml:1:11: run.seed is x; expected a whole number of at least 0",
                                "evaluate",
                                "DIR/run")
                        .with("run/scenario.yaml", "run.seed: x")
                        .with("run/summary.json", "{}"),
                counts("no counts", "DIR/run/counts.csv: cannot be read", null),
                counts(
                        "no line of counts",
                        "the run has no evaluation and so no counts to price",
                        "samples,cycles,block,action,count\n"),
                counts(
                        "a count in words",
                        "DIR/run/counts.csv:3:1: is no line of samples,cycles,block,action,count",
                        COUNTS + "400,178812,cost,DIVIDE,some\n"),
                counts(
                        "counts at no sample",
                        "DIR/run/counts.csv:2:1: is no line of samples,cycles,block,action,count",
                        COUNTS.replace("400", "")),
                counts(
                        "part of a cycle",
                        "DIR/run/counts.csv:2:1: is no line of samples,cycles,block,action,count",
                        COUNTS.replace("178812", "178812.5")),
                counts(
                        "another table",
                        "DIR/run/counts.csv:1:1: is no line of samples,cycles,block,action,count",
                        "samples,cycles\n1,2\n"),
                of(
                                "unknown technology",
                                "technology rram-33nm is neither a file nor one of "
                                        + String.join(", ", Technologies.names()) + "; did you mean rram-32nm?",
                                "recost",
                                "DIR/run",
                                "--technology",
                                "rram-33nm")
                        .with("run/scenario.yaml", "")
                        .with("run/summary.json", "{}"));
    }

    static Stream<BadInput> places() {
        return Stream.of(
                of(
                                "run that is there already",
                                "DIR/old: exists already; expected a new folder for the run",
                                "run",
                                "tiny",
                                "--out",
                                "DIR/old")
                        .with("old/summary.json", "{}"),
                of(
                                "file as the run's folder",
                                "DIR/old: exists already; expected a new folder for the run",
                                "run",
                                "tiny",
                                "--out",
                                "DIR/old")
                        .with("old", "x"),
                of(
                                "below a file",
                                "DIR/old/run: cannot be written (FileAlreadyExistsException DIR/old)",
                                "run",
                                "tiny",
                                "--out",
                                "DIR/old/run")
                        .with("old", "x"),
                of("root", "/: exists already; expected a new folder for the run", "run", "tiny", "--out", "/"),
                of(
                        "name too long",
                        "DIR/" + "x".repeat(300) + ": cannot be written (FileSystemException ...",
                        "run",
                        "tiny",
                        "--out",
                        "DIR/" + "x".repeat(300)));
    }

    private static BadInput start(String what, String line) {
        return of(what, line, "run", "tiny", "--set", "run.initialWeights=DIR/w");
    }

    private static BadInput weights(String what, String line, byte[] content) {
        return start(what, "DIR/w/layer1.weights.npy: " + line).with("w/layer1.weights.npy", content);
    }

    private static String wrong(String header) {
        return "expected a matrix of '<f4' in C order; its header is {'descr': " + header + ", }";
    }

    private static BadInput recost(String what, String line) {
        return of(what, line, "recost", "DIR/run", "--technology", "rram-32nm");
    }

    private static BadInput counts(String what, String line, String counts) {
        BadInput run = recost(what, line).with("run/scenario.yaml", "").with("run/summary.json", "{}");
        return counts == null ? run : run.with("run/counts.csv", counts);
    }

    /** A NumPy file of zeros, written by hand. */
    private static byte[] npy(String type, String fortran, String shape, int dataBytes) {
        String header = "\u0093NUMPY\u0001\u0000v\u0000{'descr': '" + type + "', 'fortran_order': " + fortran
                + ", 'shape': (" + shape + "), }";
        byte[] start = (header + " ".repeat(127 - header.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(start, start.length + dataBytes);
    }

    @ParameterizedTest
    @MethodSource({"weights", "runs", "places"})
    void isAnsweredInOneLine(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsAnsweredInOneLine(@TempDir Path folder) throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(locked), "skipped: permissions do not bind this user (root?)");
            of(
                            "locked",
                            "DIR/locked/run: cannot be written (AccessDeniedException ...",
                            "run",
                            "tiny",
                            "--out",
                            "DIR/locked/run")
                    .check(folder);
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Full at several points of writing: at the summary, at the counts, among the weights. */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 24, 60, 80, 100})
    void aFullDiskLeavesNothing(int kilobytes, @TempDir Path folder) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", disk.toString()),
                "skipped: this user cannot mount a small disk");
        try {
            Cli answer = Cli.run(
                    "run", "tiny", "--quiet", "--out", disk.resolve("run").toString());
            assertTrue(
                    answer.err().startsWith("glia: " + disk.resolve("run") + ": cannot be written (IOException "),
                    answer.err());
            assertEquals(1, answer.err().lines().count(), answer.err());
            assertEquals(Commands.BAD_INPUT, answer.code());
            assertEquals(List.of("/"), BadInput.tree(disk));
        } finally {
            assertTrue(done("umount", "--lazy", disk.toString()), "umount " + disk);
        }
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
