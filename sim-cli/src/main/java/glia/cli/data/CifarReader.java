package glia.cli.data;

import glia.core.config.InputException;
import glia.core.config.Position;
import glia.learning.data.Dataset;
import glia.learning.data.Standardisation;
import glia.learning.data.TrainAndTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads CIFAR-10 in its binary version, plain or packed with gzip: a label byte, then red, green and blue planes. */
public final class CifarReader {
    private static final int CLASSES = 10;
    private static final int PIXEL_BYTES = 3 * 32 * 32;
    private static final int RECORD_BYTES = 1 + PIXEL_BYTES;

    private CifarReader() {}

    /** Reads data_batch_1 to data_batch_5 and test_batch of a folder; values lie between 0 and 1. */
    public static TrainAndTest read(String name, Path folder) {
        List<Path> train = IntStream.rangeClosed(1, 5)
                .mapToObj(batch -> file(folder, "data_batch_" + batch))
                .toList();
        return new TrainAndTest(read(name, train), read(name, List.of(file(folder, "test_batch"))));
    }

    private static Path file(Path folder, String batch) {
        return find(folder, batch)
                .orElseThrow(() -> new InputException(
                        Position.of(folder.toString()),
                        "no file " + batch + "; expected " + batch + ".bin or " + batch + ".bin.gz"));
    }

    static Optional<Path> find(Path folder, String batch) {
        return Stream.of(folder.resolve(batch + ".bin"), folder.resolve(batch + ".bin.gz"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Dataset read(String name, List<Path> files) {
        List<float[]> inputs = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path file : files) {
            try (ByteSource source = ByteSource.open(file)) {
                readBatch(source, inputs, labels);
            }
        }
        int[] all = labels.stream().mapToInt(Integer::intValue).toArray();
        return new Dataset(name, inputs.toArray(float[][]::new), all, CLASSES);
    }

    private static void readBatch(ByteSource source, List<float[]> inputs, List<Integer> labels) {
        byte[] bytes = new byte[RECORD_BYTES];
        int count = source.read(bytes);
        if (count == 0) {
            throw source.complaint(0, "the file is empty; expected records of " + RECORD_BYTES + " bytes");
        }
        while (count > 0) {
            long at = source.offset() - count;
            if (count < RECORD_BYTES) {
                throw source.complaint(
                        source.offset(), "the last record ends after " + count + " bytes; expected " + RECORD_BYTES);
            }
            if ((bytes[0] & 0xFF) >= CLASSES) {
                throw source.complaint(at, "label " + (bytes[0] & 0xFF) + "; expected 0 to " + (CLASSES - 1));
            }
            labels.add((int) bytes[0]);
            inputs.add(Standardisation.pixels(bytes, 1, PIXEL_BYTES));
            count = source.read(bytes);
        }
    }
}
