package glia.cli.data;

import static glia.cli.data.TestFiles.assertComplaint;
import static glia.cli.data.TestFiles.packed;
import static glia.cli.data.TestFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.learning.data.TrainAndTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarReaderTest {
    private static final int RECORD = 3073;

    @TempDir
    Path folder;

    @BeforeEach
    void writeBatches() {
        for (int batch = 1; batch <= 5; batch++) {
            write(folder.resolve("data_batch_" + batch + ".bin.gz"), packed(records(batch, 9)));
        }
        write(folder.resolve("test_batch.bin"), records(7));
    }

    @Test
    void readsTheBatchesInOrder() {
        TrainAndTest data = CifarReader.read("cifar", folder);
        assertEquals(10, data.train().size());
        assertEquals(3072, data.train().inputSize());
        assertArrayEquals(
                new int[] {1, 9, 2, 9, 3, 9, 4, 9, 5, 9},
                IntStream.range(0, 10).map(data.train()::label).toArray());
        assertEquals(1 / 255f, data.test().input(0)[0]);
        assertEquals((3072 % 251) / 255f, data.test().input(0)[3071]);
    }

    @Test
    void namesTheBatchThatIsMissing() throws Exception {
        Files.delete(folder.resolve("data_batch_3.bin.gz"));
        bad("FOLDER: no file data_batch_3; expected data_batch_3.bin or data_batch_3.bin.gz");
    }

    @Test
    void refusesBrokenRecords() {
        write(folder.resolve("test_batch.bin"), Arrays.copyOf(records(1, 2), RECORD + 100));
        bad("test_batch.bin: byte 3173: the last record ends after 100 bytes; expected 3073");
        write(folder.resolve("test_batch.bin"), packed(records(1, 10)));
        bad("test_batch.bin: unpacked byte 3073: label 10; expected 0 to 9");
        write(folder.resolve("test_batch.bin"), new byte[0]);
        bad("test_batch.bin: byte 0: the file is empty; expected records of 3073 bytes");
    }

    private void bad(String message) {
        assertComplaint(folder, message, () -> CifarReader.read("cifar", folder));
    }

    /** Records whose bytes count up, so that a shift by one would show. */
    private static byte[] records(int... labels) {
        byte[] bytes = new byte[labels.length * RECORD];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % RECORD == 0 ? labels[i / RECORD] : i % RECORD % 251);
        }
        return bytes;
    }
}
