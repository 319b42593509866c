package glia.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.learning.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IdxReaderProperties {
    @Property(tries = 200)
    void everyFileReadsBackAsWritten(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @Size(min = 10, max = 90) byte[] pixels,
            @ForAll boolean packed)
            throws IOException {
        int count = pixels.length / (2 * rows);
        int[] content = new int[count * 2 * rows];
        int[] labels = new int[count];
        for (int i = 0; i < content.length; i++) {
            content[i] = pixels[i] & 0xFF;
            labels[i / (2 * rows)] = content[i] % 10;
        }
        Path folder = Files.createTempDirectory("glia-idx");
        Path images = written(folder.resolve("i"), TestFiles.idx(new int[] {0x803, count, rows, 2}, content), packed);
        Path classes = written(folder.resolve("l"), TestFiles.idx(new int[] {0x801, count}, labels), packed);
        Dataset read = IdxReader.read("toy", images, classes, 10);
        Files.delete(images);
        Files.delete(classes);
        Files.delete(folder);
        for (int i = 0; i < content.length; i++) {
            assertEquals(content[i] / 255f, read.input(i / (2 * rows))[i % (2 * rows)]);
            assertEquals(labels[i / (2 * rows)], read.label(i / (2 * rows)));
        }
    }

    private static Path written(Path file, byte[] content, boolean packed) {
        return TestFiles.write(file, packed ? TestFiles.packed(content) : content);
    }
}
