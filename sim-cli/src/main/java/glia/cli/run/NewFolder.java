package glia.cli.run;

import glia.core.config.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A folder that is filled under a temporary name beside it, then moved into place; never half-written. */
public final class NewFolder implements AutoCloseable {
    private static final String WRITING = ".writing-";

    private final Path folder;
    private final Path temporary;
    private final Thread clearing = new Thread(this::clear);
    private final boolean isKept;
    private volatile boolean written;

    private NewFolder(Path folder, Path temporary, boolean isKept) {
        this.folder = folder;
        this.temporary = temporary;
        this.isKept = isKept;
        Runtime.getRuntime().addShutdownHook(clearing);
    }

    /** A folder whose files lie in some place and stay there until it is moved, even if the program is interrupted. */
    static NewFolder kept(Path folder, Path place) {
        return new NewFolder(folder, place, true);
    }

    /**
     * Reserves a folder, which must be new or empty, and makes the temporary one.
     *
     * @param purpose what the folder is for, as a complaint says it
     */
    public static NewFolder prepare(Path folder, String purpose) {
        Path target = reserve(folder, purpose);
        try {
            return open(target);
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    /** Reserves a folder as {@link #prepare} does, and makes no temporary one. */
    static Path reserve(Path folder, String purpose) {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || (Files.exists(target) && !isEmptyFolder(target))) {
            throw new InputException(folder + ": exists already; expected a new folder for " + purpose);
        }
        if (UnfinishedRun.isThere(target)) {
            throw new InputException(folder + ": is an unfinished run; " + UnfinishedRun.advice(folder));
        }
        try {
            Files.createDirectories(parent);
            if (!Files.exists(target)) {
                Files.createDirectory(target);
            }
            return target;
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    /** Reserves a folder of some name and a running number that is not there yet. */
    public static NewFolder next(Path parent, String name) {
        try {
            return open(reserveNext(parent, name));
        } catch (IOException refused) {
            throw complaint(parent, refused);
        }
    }

    /** Reserves a folder as {@link #next} does, and makes no temporary one. */
    static Path reserveNext(Path parent, String name) {
        int number = 1;
        while (isTaken(parent.resolve(name + "-" + number))) {
            number++;
        }
        Path target = parent.resolve(name + "-" + number).toAbsolutePath().normalize();
        try {
            Files.createDirectories(target.getParent());
            return Files.createDirectory(target);
        } catch (FileAlreadyExistsException takenMeanwhile) {
            return reserveNext(parent, name);
        } catch (IOException refused) {
            throw complaint(parent, refused);
        }
    }

    private static boolean isTaken(Path folder) {
        return Files.exists(folder) || UnfinishedRun.isThere(folder);
    }

    private static NewFolder open(Path target) throws IOException {
        String unique = ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path temporary = target.resolveSibling("." + target.getFileName() + WRITING + unique);
        try {
            return new NewFolder(target, Files.createDirectory(temporary), false);
        } catch (IOException refused) {
            Files.delete(target);
            throw refused;
        }
    }

    /** Whether a folder has the name of one that is still being filled. */
    static boolean isTemporary(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return name.startsWith(".") && name.contains(WRITING);
    }

    private static boolean isEmptyFolder(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** A complaint about a folder that cannot be written. */
    static InputException complaint(Path folder, IOException refused) {
        String reason = refused.getMessage() == null ? "" : refused.getMessage().replaceAll("\\s+", " ");
        return new InputException(
                folder + ": cannot be written (" + refused.getClass().getSimpleName() + " " + reason + ")");
    }

    /** Where the folder will be. */
    public Path folder() {
        return folder;
    }

    /** The place of a file while the folder is being filled. */
    Path file(String name) {
        return temporary.resolve(name);
    }

    /** Where files are written until the folder is moved. */
    Path temporary() {
        return temporary;
    }

    /** Writes a text file, to be moved with the folder. */
    public void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file, to be moved with the folder. */
    public void write(String name, byte[] content) {
        try {
            Files.write(file(name), content);
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    /** Moves the filled folder into place; answers where it is. */
    public Path moveIntoPlace() {
        try {
            Files.deleteIfExists(folder);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            written = true;
            return folder;
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    /** Removes what was made if it did not get into place; also done when the program is interrupted. */
    @Override
    public void close() {
        clear();
        forgetClearing();
    }

    /** Thousands of folders may be made by one process. */
    private boolean forgetClearing() {
        try {
            return Runtime.getRuntime().removeShutdownHook(clearing);
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    private void clear() {
        if (written || isKept || !Files.exists(temporary)) {
            return;
        }
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(temporary);
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            throw complaint(temporary, left);
        }
    }
}
