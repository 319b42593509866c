package glia.cli.data;

import static glia.cli.data.TestFiles.assertComplaint;
import static glia.cli.data.TestFiles.idx;
import static glia.cli.data.TestFiles.packed;
import static glia.cli.data.TestFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.learning.data.Dataset;
import glia.learning.data.TrainAndTest;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
    private static final byte[] IMAGES = idx(new int[] {0x803, 2, 1, 3}, 0, 51, 255, 1, 2, 3);
    private static final byte[] LABELS = idx(new int[] {0x801, 2}, 9, 0);

    @TempDir
    Path folder;

    @Test
    void readsAFolderByEitherNamesPlainOrPacked() {
        write(folder.resolve("train-images-idx3-ubyte"), IMAGES);
        write(folder.resolve("train-labels.idx1-ubyte"), LABELS);
        write(folder.resolve("t10k-images.idx3-ubyte.gz"), packed(IMAGES));
        write(folder.resolve("t10k-labels-idx1-ubyte.gz"), packed(LABELS));
        TrainAndTest data = IdxReader.read("toy", folder, 10);
        for (Dataset part : new Dataset[] {data.train(), data.test()}) {
            assertEquals(2, part.size());
            assertArrayEquals(new float[] {0, 51 / 255f, 1}, part.input(0));
            assertEquals(9, part.label(0));
            assertEquals("toy", part.name());
        }
    }

    @Test
    void packingIsToldByTheBytesNotByTheName() {
        write(folder.resolve("i.gz"), IMAGES);
        write(folder.resolve("l"), packed(LABELS));
        assertEquals(0, read("i.gz", "l").label(1));
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertComplaint(
                folder,
                "FOLDER: no file of the train images; expected train-images-idx3-ubyte or train-images-idx3-ubyte.gz"
                        + " or train-images.idx3-ubyte or train-images.idx3-ubyte.gz",
                () -> IdxReader.read("toy", folder, 10));
        write(folder.resolve("i"), IMAGES);
        assertComplaint(folder, "l: no such file", () -> read("i", "l"));
        assertComplaint(folder, "FOLDER: is a folder; expected a file", () -> read("", "l"));
    }

    @Test
    void refusesAWrongMagicNumber() {
        bad(LABELS, LABELS, "i: byte 0: magic number 0x00000801; expected 0x00000803 for IDX images");
        bad(IMAGES, IMAGES, "l: byte 0: magic number 0x00000803; expected 0x00000801 for IDX labels");
    }

    @Test
    void refusesTruncatedFiles() {
        bad(
                Arrays.copyOf(IMAGES, 6),
                LABELS,
                "i: byte 6: the file ends after 2 bytes of the number of pictures; expected 4");
        bad(
                packed(Arrays.copyOf(IMAGES, 21)),
                LABELS,
                "i: unpacked byte 21: the file ends after 2 bytes of picture 2 of 2; expected 3");
        bad(IMAGES, Arrays.copyOf(LABELS, 9), "l: byte 9: the file ends after 1 bytes of 2 labels; expected 2");
    }

    @Test
    void refusesTrailingBytes() {
        bad(
                Arrays.copyOf(IMAGES, 23),
                LABELS,
                "i: byte 22: more bytes after the last of 2 pictures; expected the end of the file");
        bad(
                IMAGES,
                Arrays.copyOf(LABELS, 11),
                "l: byte 10: more bytes after the last of 2 labels; expected the end of the file");
    }

    @Test
    void refusesCountsThatDiffer() {
        bad(IMAGES, idx(new int[] {0x801, 3}, 1, 2, 3), "l: byte 4: 3 labels; expected 2 as there are pictures in i");
    }

    @Test
    void refusesLabelsOutOfRange() {
        bad(IMAGES, idx(new int[] {0x801, 2}, 1, 10), "l: byte 9: label 10; expected 0 to 9");
        bad(IMAGES, packed(idx(new int[] {0x801, 2}, 200, 1)), "l: unpacked byte 8: label 200; expected 0 to 9");
    }

    @Test
    void refusesDamagedGzip() {
        byte[] gzip = packed(IMAGES);
        byte[] flipped = gzip.clone();
        flipped[gzip.length - 6] ^= 1;
        bad(
                flipped,
                LABELS,
                "i: unpacked byte 22: gzip data is damaged (Corrupt GZIP trailer); expected a sound gzip file");
        bad(
                Arrays.copyOf(gzip, gzip.length - 9),
                LABELS,
                "i: unpacked byte 22: gzip data ends too early; expected a whole gzip file");
        bad(new byte[] {0x1F, (byte) 0x8B}, LABELS, "i: gzip data ends too early; expected a whole gzip file");
    }

    @Test
    void refusesSizesThatTheFileCannotHold() {
        bad(
                idx(new int[] {0x803, Integer.MAX_VALUE, 28, 28}, 0),
                LABELS,
                "i: byte 16: 2147483647 pictures of 784 bytes make 1683627179264 bytes;"
                        + " expected at most 17 in a file of this size");
        bad(idx(new int[] {0x803, 1, 70_000, 28}, 0), LABELS, "i: byte 8: 70000 rows; expected 1 to 4096");
        bad(idx(new int[] {0x803, 1, 28, -1}, 0), LABELS, "i: byte 12: 4294967295 columns; expected 1 to 4096");
        bad(idx(new int[] {0x803, 0, 28, 28}), LABELS, "i: byte 4: 0 pictures; expected 1 to 2147483647");
    }

    private void bad(byte[] images, byte[] labels, String message) {
        write(folder.resolve("i"), images);
        write(folder.resolve("l"), labels);
        assertComplaint(folder, message, () -> read("i", "l"));
    }

    private Dataset read(String images, String labels) {
        return IdxReader.read("toy", folder.resolve(images), folder.resolve(labels), 10);
    }
}
