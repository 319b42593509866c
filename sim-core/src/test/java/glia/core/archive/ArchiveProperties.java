package glia.core.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Laws of archives: what was saved is loaded to the bit, and nothing else is. */
class ArchiveProperties {
    /** A part of a run with a field of every kind. */
    private static final class Part {
        private boolean yes;
        private int whole;
        private long number;
        private float value;
        private double fine;
        private String text = "";
        private float[] values;
        private int[] counts;
        private long[] words;
        private double[] figures;

        Part(int length) {
            values = new float[length];
            counts = new int[length];
            words = new long[length];
            figures = new double[length];
        }

        void state(Archive archive) {
            archive.part("part");
            yes = archive.at(yes);
            whole = archive.at(whole);
            number = archive.at(number);
            value = archive.at(value);
            fine = archive.at(fine);
            text = archive.at(text);
            archive.at(values);
            archive.at(counts);
            archive.at(new int[][] {counts, counts});
            archive.at(words);
            archive.at(figures);
        }
    }

    private static byte[] saved(Consumer<Archive> state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ArchiveWriter writer = new ArchiveWriter(Channels.newChannel(bytes));
        state.accept(writer);
        writer.finish();
        return bytes.toByteArray();
    }

    private static void load(byte[] bytes, Consumer<Archive> state) {
        try {
            Path file = Files.createTempFile("archive", ".bin");
            try {
                Files.write(file, bytes);
                try (FileChannel channel = FileChannel.open(file)) {
                    ArchiveReader reader = new ArchiveReader(channel);
                    state.accept(reader);
                    reader.finish();
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Property(tries = 200)
    void whatWasSavedIsLoadedToTheBit(
            @ForAll boolean yes,
            @ForAll int whole,
            @ForAll long number,
            @ForAll float value,
            @ForAll double fine,
            @ForAll String text,
            @ForAll @Size(max = 50) long[] some,
            @ForAll @IntRange(max = 70_000) int length) {
        Part part = new Part(length);
        part.yes = yes;
        part.whole = whole;
        part.number = number;
        part.value = value;
        part.fine = fine;
        part.text = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        for (int i = 0; some.length > 0 && i < length; i++) {
            long bits = some[i % some.length] + i;
            part.values[i] = Float.intBitsToFloat((int) bits);
            part.counts[i] = (int) bits;
            part.words[i] = bits;
            part.figures[i] = Double.longBitsToDouble(bits);
        }
        byte[] bytes = saved(part::state);
        Part loaded = new Part(length);
        load(bytes, loaded::state);
        assertArrayEquals(bytes, saved(loaded::state));
        assertEquals(part.text, loaded.text);
        assertArrayEquals(part.counts, loaded.counts);
        assertArrayEquals(part.words, loaded.words);
    }

    @Property(tries = 300)
    void noDamagedArchiveIsLoaded(
            @ForAll @IntRange(max = 40) int length, @ForAll int place, @ForAll @IntRange(max = 7) int bit) {
        byte[] bytes = saved(new Part(length)::state);
        byte[] cut = Arrays.copyOf(bytes, Math.floorMod(place, bytes.length));
        assertThrows(ArchiveException.class, () -> load(cut, new Part(length)::state));
        byte[] flipped = bytes.clone();
        flipped[Math.floorMod(place, bytes.length)] ^= (byte) (1 << bit);
        assertThrows(ArchiveException.class, () -> load(flipped, new Part(length)::state));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThrows(ArchiveException.class, () -> load(longer, new Part(length)::state));
    }

    private static String complaint(Consumer<Archive> saved, Consumer<Archive> loaded) {
        return assertThrows(ArchiveException.class, () -> load(saved(saved), loaded))
                .getMessage();
    }

    @Test
    void complaintsNameThePart() {
        Consumer<Archive> tile = archive -> {
            archive.part("layer1.tile0.0");
            archive.at(new float[3]);
        };
        assertEquals("holds 3 numbers in layer1.tile0.0, where 4 are expected", complaint(tile, archive -> {
            archive.part("layer1.tile0.0");
            archive.at(new float[4]);
        }));
        assertEquals(
                "holds layer1.tile0.0 after its beginning, where cost is expected",
                complaint(tile, archive -> archive.part("cost")));
        assertEquals("ends in layer1.tile0.0", complaint(tile, archive -> {
            tile.accept(archive);
            archive.at(0L);
        }));
        assertEquals(
                "holds more than is expected after layer1.tile0.0",
                complaint(tile, archive -> archive.part("layer1.tile0.0")));
    }
}
