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
import java.util.OptionalInt;

/** Reads pictures and labels in IDX files, the format of MNIST and its relatives, plain or packed with gzip. */
public final class IdxReader {
    private static final int IMAGES_MAGIC = 0x00000803;
    private static final int LABELS_MAGIC = 0x00000801;
    private static final int LABELS_START = 8;
    private static final int LARGEST_SIDE = 4096;

    private IdxReader() {}

    /** Reads the four files of a folder, found by their customary names. */
    public static TrainAndTest read(String name, Path folder, int classes) {
        return new TrainAndTest(part(name, folder, "train", classes), part(name, folder, "t10k", classes));
    }

    private static Dataset part(String name, Path folder, String part, int classes) {
        return read(name, file(folder, part, "images", 3), file(folder, part, "labels", 1), classes);
    }

    /** Reads one file of pictures, values 0 to 1, and the file of their labels. */
    public static Dataset read(String name, Path images, Path labels, int classes) {
        float[][] inputs = images(images);
        return new Dataset(name, inputs, labels(labels, images, inputs.length, classes), classes);
    }

    /** The number of pictures that the file of a part (train or t10k) says it holds, if the folder has such a file. */
    static OptionalInt count(Path folder, String part) {
        Optional<Path> file = find(folder, part, "images", 3);
        if (file.isEmpty()) {
            return OptionalInt.empty();
        }
        try (ByteSource source = ByteSource.open(file.get())) {
            return OptionalInt.of(header(source, IMAGES_MAGIC, "pictures", "images"));
        }
    }

    private static Path file(Path folder, String part, String kind, int dimensions) {
        return find(folder, part, kind, dimensions)
                .orElseThrow(() -> new InputException(
                        Position.of(folder.toString()),
                        "no file of the " + part + " " + kind + "; expected "
                                + String.join(" or ", names(part, kind, dimensions))));
    }

    private static Optional<Path> find(Path folder, String part, String kind, int dimensions) {
        return names(part, kind, dimensions).stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<String> names(String part, String kind, int dimensions) {
        String dashed = part + "-" + kind + "-idx" + dimensions + "-ubyte";
        String dotted = part + "-" + kind + ".idx" + dimensions + "-ubyte";
        return List.of(dashed, dashed + ".gz", dotted, dotted + ".gz");
    }

    private static float[][] images(Path file) {
        try (ByteSource source = ByteSource.open(file)) {
            int count = header(source, IMAGES_MAGIC, "pictures", "images");
            int size = side(source, "rows") * side(source, "columns");
            expectRoom(source, source.offset() + (long) count * size, count + " pictures of " + size + " bytes");
            byte[] bytes = new byte[size];
            List<float[]> images = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                source.fill(bytes, "picture " + (i + 1) + " of " + count);
                images.add(Standardisation.pixels(bytes, 0, size));
            }
            source.expectEnd("the last of " + count + " pictures");
            return images.toArray(float[][]::new);
        }
    }

    private static int[] labels(Path file, Path imagesFile, int images, int classes) {
        try (ByteSource source = ByteSource.open(file)) {
            int count = header(source, LABELS_MAGIC, "labels", "labels");
            if (count != images) {
                throw source.complaint(
                        4,
                        count + " labels; expected " + images + " as there are pictures in "
                                + imagesFile.getFileName());
            }
            byte[] bytes = new byte[count];
            source.fill(bytes, count + " labels");
            source.expectEnd("the last of " + count + " labels");
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                labels[i] = bytes[i] & 0xFF;
                if (labels[i] >= classes) {
                    throw source.complaint(LABELS_START + i, "label " + labels[i] + "; expected 0 to " + (classes - 1));
                }
            }
            return labels;
        }
    }

    /** Reads the magic number and the number of things. */
    private static int header(ByteSource source, int magic, String things, String kind) {
        int found = source.integer("the magic number");
        if (found != magic) {
            throw source.complaint(
                    0, String.format("magic number 0x%08X; expected 0x%08X for IDX %s", found, magic, kind));
        }
        int count = source.integer("the number of " + things);
        if (count < 1) {
            throw source.complaint(4, Integer.toUnsignedString(count) + " " + things + "; expected 1 to 2147483647");
        }
        return count;
    }

    private static int side(ByteSource source, String what) {
        long at = source.offset();
        int side = source.integer("the number of " + what);
        if (side < 1 || side > LARGEST_SIDE) {
            throw source.complaint(at, Integer.toUnsignedString(side) + " " + what + "; expected 1 to " + LARGEST_SIDE);
        }
        return side;
    }

    /** A header that lies must not make us ask for memory. */
    private static void expectRoom(ByteSource source, long bytes, String content) {
        if (bytes > source.mostBytes()) {
            throw source.complaint(
                    source.offset(),
                    content + " make " + bytes + " bytes; expected at most " + source.mostBytes()
                            + " in a file of this size");
        }
    }
}
