package glia.learning.train;

import glia.core.random.RandomStream;
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

/** Data for whole runs: the first pictures of the files in the folder that the property glia.data names, and drawn values. */
final class BenchData {
    private static final int DENSE = 32;
    private static final int PICTURES = 10_000;
    private static final int CLASSES = 10;
    private static final int SIDE = 28;
    private static final int CENTRE = 20;
    private static final int IDX_IMAGES_HEADER = 16;
    private static final int IDX_LABELS_HEADER = 8;

    private BenchData() {}

    /** The central 20 x 20 of pictures of 28 x 28. */
    static Dataset centre(Dataset pictures) {
        float[][] inputs = new float[pictures.size()][CENTRE * CENTRE];
        int[] labels = new int[pictures.size()];
        int edge = (SIDE - CENTRE) / 2;
        for (int i = 0; i < inputs.length; i++) {
            for (int row = 0; row < CENTRE; row++) {
                System.arraycopy(pictures.input(i), (row + edge) * SIDE + edge, inputs[i], row * CENTRE, CENTRE);
            }
            labels[i] = pictures.label(i);
        }
        return new Dataset(
                pictures.name() + ", central " + CENTRE + " x " + CENTRE, inputs, labels, pictures.classes());
    }

    /** A few samples of inputs none of which is 0. */
    static Dataset dense(int inputs, int classes) {
        RandomStream draws = RandomStream.of(RunCase.SEED, 4);
        float[][] values = new float[DENSE][inputs];
        int[] labels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < inputs; j++) {
                values[i][j] = 0.1f + (float) draws.sub(i).uniform(j);
            }
            labels[i] = i % classes;
        }
        return new Dataset("dense", values, labels, classes);
    }

    static Dataset mnist() {
        float[][] inputs = new float[PICTURES][];
        int[] labels = new int[PICTURES];
        try (DataInputStream images = open("mnist/train-images-idx3-ubyte");
                DataInputStream classes = open("mnist/train-labels-idx1-ubyte")) {
            images.readNBytes(IDX_IMAGES_HEADER);
            classes.readNBytes(IDX_LABELS_HEADER);
            byte[] pixels = new byte[SIDE * SIDE];
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
