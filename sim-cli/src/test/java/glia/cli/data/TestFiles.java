package glia.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.core.config.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.function.Executable;

/** Small data files that tests write, and the real ones where this machine has them. */
final class TestFiles {
    private TestFiles() {}

    static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    /** An IDX file: header numbers, then bytes. */
    static byte[] idx(int[] header, int... content) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * header.length + content.length);
        for (int number : header) {
            bytes.putInt(number);
        }
        for (int value : content) {
            bytes.put((byte) value);
        }
        return bytes.array();
    }

    /** The complaint, without the folder, is exactly this one line. */
    static void assertComplaint(Path folder, String message, Executable action) {
        String complaint = assertThrows(InputException.class, action).getMessage();
        assertEquals(message, complaint.replace(folder + "/", "").replace(folder.toString(), "FOLDER"));
    }

    /** The folder of a real set: below the system property glia.data, or below shared/data beside the project. */
    static Path real(String name) {
        String given = System.getProperty("glia.data", "");
        Path folder = given.isEmpty() ? Path.of("shared", "data") : Path.of(given);
        for (Path from = Path.of("").toAbsolutePath(); given.isEmpty() && from != null; from = from.getParent()) {
            if (Files.isDirectory(from.resolve("shared").resolve("data"))) {
                folder = from.resolve("shared").resolve("data");
                break;
            }
        }
        Path set = folder.resolve(name);
        Assumptions.assumeTrue(
                Files.isDirectory(set),
                "real data skipped: no folder " + set + " (-Dglia.data=FOLDER names its parent)");
        return set;
    }
}
