package glia.cli.run;

import glia.core.config.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that lines are added to while a run goes on.
 *
 * @param file its place, whether it is there or not
 */
record GrowingFile(Path file) {
    /** Has what was written on the disk; answers its length in bytes. */
    long keep() {
        if (!Files.exists(file)) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            return channel.size();
        } catch (IOException refused) {
            throw NewFolder.complaint(file, refused);
        }
    }

    /** Takes back what was added behind a length. */
    void cut(long bytes) {
        if (keep() < bytes) {
            throw new InputException(file + ": is shorter than when the run was saved");
        }
        try {
            if (bytes == 0) {
                Files.deleteIfExists(file);
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(bytes);
            }
        } catch (IOException refused) {
            throw NewFolder.complaint(file, refused);
        }
    }
}
