package glia.cli.run;

import glia.core.config.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that an option asks for: written under a temporary name beside its place, then moved there; never half-written. */
public final class NewFile {
    private final String option;
    private final Path file;
    private final Path target;

    /** Complains if no file can be written there, or if it would replace something that is no file, or one of a run. */
    public NewFile(String option, Path file) {
        this.option = option;
        this.file = file;
        target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (Files.isDirectory(target)) {
            throw complaint("is a folder; expected a file");
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw complaint("is not in a folder that can be written to");
        }
        if (FinishedRun.isRun(folder)) {
            throw complaint("is in the folder of a run; expected a place outside");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw complaint("is no plain file; expected a new file, or one to replace");
        }
    }

    private InputException complaint(String problem) {
        return new InputException(option + ": " + file + " " + problem);
    }

    /** Writes the file. */
    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As above. */
    public void write(byte[] bytes) {
        Path part = target.resolveSibling(
                "." + target.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            try {
                Files.write(part, bytes);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException refused) {
            String reason = refused.getClass().getSimpleName() + " " + refused.getMessage();
            throw complaint("cannot be written (" + reason.replaceAll("\\s+", " ") + ")");
        }
    }
}
