package glia.learning.train;

import glia.learning.data.Dataset;
import glia.learning.data.Standardisation;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The first pictures of MNIST and CIFAR-10 in the folder that the property glia.data names. */
final class DataFolder {
    private static final int PICTURES = 10_000;
    private static final int CLASSES = 10;
    private static final int IDX_IMAGES_HEADER = 16;
    private static final int IDX_LABELS_HEADER = 8;

    private DataFolder() {}

    /** Whether a folder is named. */
    static boolean isGiven() {
        return !System.getProperty("glia.data", "").isBlank();
    }

    static Dataset mnist() {
        float[][] inputs = new float[PICTURES][];
        int[] labels = new int[PICTURES];
        try (DataInputStream images = open("mnist/train-images-idx3-ubyte");
                DataInputStream classes = open("mnist/train-labels-idx1-ubyte")) {
            images.readNBytes(IDX_IMAGES_HEADER);
            classes.readNBytes(IDX_LABELS_HEADER);
            byte[] pixels = new byte[28 * 28];
            for (int i = 0; i < PICTURES; i++) {
                images.readFully(pixels);
                inputs[i] = Standardisation.pixels(pixels, 0, pixels.length);
                labels[i] = classes.readUnsignedByte();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Dataset("mnist", inputs, labels, CLASSES);
    }

    static Dataset cifar() {
        float[][] inputs = new float[PICTURES][];
        int[] labels = new int[PICTURES];
        try (DataInputStream batch = open("cifar-10/data_batch_1.bin")) {
            byte[] pixels = new byte[3 * 32 * 32];
            for (int i = 0; i < PICTURES; i++) {
                labels[i] = batch.readUnsignedByte();
                batch.readFully(pixels);
                inputs[i] = Standardisation.pixels(pixels, 0, pixels.length);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Dataset("cifar-10", inputs, labels, CLASSES);
    }

    private static DataInputStream open(String name) throws IOException {
        Path plain = Path.of(System.getProperty("glia.data")).resolve(name);
        Path packed = plain.resolveSibling(plain.getFileName() + ".gz");
        InputStream bytes =
                Files.exists(plain) ? Files.newInputStream(plain) : new GZIPInputStream(Files.newInputStream(packed));
        return new DataInputStream(new BufferedInputStream(bytes, 1 << 16));
    }
}
