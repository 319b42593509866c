package glia.cli.sweep;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written under a temporary name beside its place, then moved there; under its own name it is never half-written.
 *
 * @param path its place
 */
record WholeFile(Path path) {
    /** Writes to a file. */
    interface Writer {
        /** Writes all of it; may leave the stream open. */
        void to(OutputStream out) throws IOException;
    }

    void write(Writer writer) throws IOException {
        Path part = path.resolveSibling("." + path.getFileName() + ".part-" + Host.NAME + "-"
                + ProcessHandle.current().pid());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                writer.to(out);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
