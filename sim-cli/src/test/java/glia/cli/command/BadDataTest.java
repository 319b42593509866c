package glia.cli.command;

import static glia.cli.command.BadInput.of;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that cannot be used: a sound little set of pictures, 2 x 2 in ten classes, with one thing changed; and tables. */
class BadDataTest {
    private static final int SAMPLES = 20;
    private static final String TRAIN_IMAGES = "own/train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "own/train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "own/t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "own/t10k-labels-idx1-ubyte";

    static Stream<BadInput> pictures() {
        byte[] label10 = labels(SAMPLES);
        label10[8 + 7] = 10;
        byte[] unsound = packed(images(SAMPLES));
        unsound[20] ^= 0x55;
        return Stream.of(
                idx("network of other inputs", layers("[5, 3, 10]"), "network.layers=[5, 3, 10]"),
                idx("network of fewer classes", layers("[4, 3, 9]"), "network.layers=[4, 3, 9]"),
                idx("network of more classes", layers("[4, 3, 11]"), "network.layers=[4, 3, 11]"),
                idx(
                        "a class without a sample",
                        "--set: data.train is 9; expected enough samples to have each class at least once; class 9 has"
                                + " none",
                        "data.train=9"),
                idx(
                        "more training samples than there are",
                        "DIR/own: 21 training samples wanted; expected 1 to 20",
                        "data.train=21"),
                idx(
                        "more test samples than there are",
                        "DIR/own: 11 test samples wanted; expected 1 to 10",
                        "data.test=11"),
                idx("label out of range", "DIR/" + TRAIN_LABELS + ": byte 15: label 10; expected 0 to 9")
                        .with(TRAIN_LABELS, label10),
                idx(
                                "fewer labels than pictures",
                                "DIR/" + TEST_LABELS
                                        + ": byte 4: 9 labels; expected 10 as there are pictures in t10k-images-idx3-ubyte")
                        .with(TEST_LABELS, labels(9)),
                idx(
                                "truncated pictures",
                                "DIR/" + TRAIN_IMAGES
                                        + ": byte 16: 20 pictures of 4 bytes make 96 bytes; expected at most"
                                        + " 95 in a file of this size")
                        .with(TRAIN_IMAGES, Arrays.copyOf(images(SAMPLES), 95)),
                idx(
                                "truncated labels",
                                "DIR/" + TRAIN_LABELS
                                        + ": byte 27: the file ends after 19 bytes of 20 labels; expected 20")
                        .with(TRAIN_LABELS, Arrays.copyOf(labels(SAMPLES), 27)),
                idx(
                                "truncated header",
                                "DIR/" + TEST_IMAGES
                                        + ": byte 2: the file ends after 2 bytes of the magic number; expected 4")
                        .with(TEST_IMAGES, new byte[2]),
                idx(
                                "empty file",
                                "DIR/" + TEST_LABELS
                                        + ": byte 0: the file ends after 0 bytes of the magic number; expected 4")
                        .with(TEST_LABELS, new byte[0]),
                idx(
                                "more than was said",
                                "DIR/" + TEST_IMAGES
                                        + ": byte 56: more bytes after the last of 10 pictures; expected the end of the file")
                        .with(TEST_IMAGES, Arrays.copyOf(images(10), 57)),
                idx(
                                "pictures for labels",
                                "DIR/" + TEST_LABELS
                                        + ": byte 0: magic number 0x00000803; expected 0x00000801 for IDX labels")
                        .with(TEST_LABELS, images(10)),
                idx("damaged gzip", "DIR/" + TRAIN_IMAGES + ": ...").with(TRAIN_IMAGES, unsound),
                idx("truncated gzip", "DIR/" + TRAIN_IMAGES + ": ...")
                        .with(TRAIN_IMAGES, Arrays.copyOf(packed(images(SAMPLES)), 30)));
    }

    static Stream<BadInput> folders() {
        return Stream.of(
                data("missing folder", "DIR/none: no such folder; expected the files of own", "own")
                        .set("data.dir=DIR/none"),
                data("folder without data", "DIR/own: no data file; expected IDX, CIFAR-10 or CSV files", "own")
                        .with("own/readme.txt", "nothing"),
                data("file as a folder", "DIR/own: no such folder; expected the files of own", "own")
                        .set("data.dir=DIR/own")
                        .with("own", "x"),
                data(
                                "no test labels",
                                "DIR/own: no file of the t10k labels; expected t10k-labels-idx1-ubyte or t10k-labels-idx1-ubyte.gz or t10k-labels.idx1-ubyte or t10k-labels.idx1-ubyte.gz",
                                "own")
                        .with(TRAIN_IMAGES, images(SAMPLES))
                        .with(TRAIN_LABELS, labels(SAMPLES))
                        .with(TEST_IMAGES, images(10)),
                data(
                                "batches that are missing",
                                "DIR/own: no file data_batch_2; expected data_batch_2.bin or data_batch_2.bin.gz",
                                "own")
                        .with("own/data_batch_1.bin", new byte[3073]),
                of(
                        "unknown data set",
                        "no data set nowhere; expected one of glyphs, patterns, ...",
                        "run",
                        "tiny",
                        "--set",
                        "data.set=nowhere"),
                of(
                        "unknown data set, near one",
                        "no data set paterns; expected one of glyphs, patterns, ...",
                        "run",
                        "tiny",
                        "--set",
                        "data.set=paterns"),
                of(
                        "no pattern of one class",
                        "--set: data.train is 1; expected enough samples to have each class at least once; class 0 has none",
                        "run",
                        "tiny",
                        "--set",
                        "data.train=1"));
    }

    static Stream<BadInput> tables() {
        return Stream.of(
                csv(
                        "a word among numbers",
                        "DIR/own/own.csv:3:5: value two; expected a finite number",
                        "1,1,0,0,a",
                        "1,0,1,0,b",
                        "0,1,two,0,a"),
                csv(
                        "no finite number",
                        "DIR/own/own.csv:2:1: value NaN; expected a finite number",
                        "1,1,0,0,a",
                        "NaN,0,1,0,b"),
                csv(
                        "a row too short",
                        "DIR/own/own.csv:2:7: 4 columns; expected 5 as in the first row",
                        "1,1,0,0,a",
                        "1,0,1,b"),
                csv(
                        "labels all the same",
                        "DIR/own/own.csv: the label column holds 1 different labels; expected 2 to 1000",
                        "1,1,0,0,a",
                        "1,0,1,0,a"),
                csv(
                        "header alone",
                        "DIR/own/own.csv: no row below the header; expected rows of numbers and a label",
                        "p,q,r,s,label"),
                csv("empty table", "DIR/own/own.csv: the file is empty; expected rows of numbers and a label", ""),
                csv(
                                "unknown label column",
                                "DIR/own/own.csv: label column lable; expected a number from 1 to 5 or one of p, q, r, s, label; did you mean label?",
                                "p,q,r,s,label",
                                "1,1,0,0,a",
                                "1,0,1,0,b")
                        .set("data.label=lable"),
                csv(
                                "more test rows than rows",
                                "DIR/own/own.csv: 3 test samples wanted; expected 1 to 2 of its 3",
                                "1,1,0,0,a",
                                "1,0,1,0,b",
                                "0,1,1,0,a")
                        .set("data.test=3"),
                csv(
                                "network of other inputs",
                                "--set: network.layers is [5, 2]; expected 4 inputs first and 2 classes last, as data set own has",
                                "1,1,0,0,a",
                                "1,0,1,0,b",
                                "0,1,1,0,a",
                                "0,1,1,0,b")
                        .set("network.layers=[5, 2]"),
                csv("two tables", "DIR/own: 2 CSV files; expected exactly one", "1,1,0,0,a")
                        .with("own/other.csv", "1"));
    }

    private static String layers(String given) {
        return "--set: network.layers is " + given
                + "; expected 4 inputs first and 10 classes last, as data set own has";
    }

    private static BadInput data(String what, String line, String name, String... overrides) {
        List<String> arguments = new ArrayList<>(List.of("run", "tiny", "--set", "data.set=" + name));
        for (String override : overrides) {
            arguments.addAll(List.of("--set", override));
        }
        arguments.addAll(List.of("--set", "data.dir=DIR"));
        return of(what, line, arguments.toArray(String[]::new));
    }

    private static BadInput idx(String what, String line, String... overrides) {
        List<String> all = new ArrayList<>(List.of("network.layers=[4, 3, 10]"));
        all.addAll(List.of(overrides));
        return data(what, line, "own", all.toArray(String[]::new))
                .with(TRAIN_IMAGES, images(SAMPLES))
                .with(TRAIN_LABELS, labels(SAMPLES))
                .with(TEST_IMAGES, images(10))
                .with(TEST_LABELS, labels(10));
    }

    private static BadInput csv(String what, String line, String... rows) {
        return data(what, line, "own").with("own/own.csv", String.join("\n", rows) + "\n");
    }

    private static byte[] images(int count) {
        return ByteBuffer.allocate(16 + 4 * count)
                .putInt(0x803)
                .putInt(count)
                .putInt(2)
                .putInt(2)
                .array();
    }

    private static byte[] labels(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i % 10));
        }
        return bytes.array();
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource({"pictures", "folders", "tables"})
    void isAnsweredInOneLineWithItsFile(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }
}
