package glia.cli.run;

import glia.core.config.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a run that is saved keeps beside its folder until it is finished: the last checkpoint, its files so far, and a lock that a process
 * holds while it is at it.
 */
public final class UnfinishedRun implements AutoCloseable {
    private final Path run;
    private final Path place;
    private final FileChannel lock;

    private UnfinishedRun(Path run) {
        this.run = run;
        place = placeOf(run);
        try {
            lock = FileChannel.open(place.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isFree(lock)) {
                lock.close();
                throw new InputException(run + ": another process is at this run");
            }
        } catch (IOException refused) {
            throw NewFolder.complaint(run, refused);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException ownProcess) {
            return false;
        }
    }

    private static Path placeOf(Path run) {
        Path whole = run.toAbsolutePath().normalize();
        return whole.resolveSibling("." + whole.getFileName() + ".unfinished");
    }

    /** Whether a run can be resumed. */
    static boolean isThere(Path run) {
        return Files.exists(placeOf(run).resolve("checkpoint"));
    }

    /** How to go on with an unfinished run, and how not to. */
    static String advice(Path run) {
        return "glia resume " + run + " goes on with it, removing " + placeOf(run) + " gives it up";
    }

    /** Begins a run that will have a folder. */
    static UnfinishedRun begin(Path run) {
        try {
            Files.createDirectories(placeOf(run));
            UnfinishedRun begun = new UnfinishedRun(run);
            if (Files.exists(begun.files())) {
                clear(begun.files());
            }
            Files.createDirectory(begun.files());
            return begun;
        } catch (IOException refused) {
            throw NewFolder.complaint(run, refused);
        }
    }

    /**
     * Goes on with a run.
     *
     * @throws InputException if it is finished, was not saved, or another process is at it
     */
    public static UnfinishedRun of(Path run) {
        if (FinishedRun.isRun(run)) {
            if (Files.exists(placeOf(run))) {
                new UnfinishedRun(run).close();
            }
            throw new InputException(run + ": is finished; there is nothing to resume");
        }
        if (!isThere(run)) {
            throw new InputException(
                    run + ": has no checkpoint; expected a run that was begun with --checkpoint and not finished");
        }
        return new UnfinishedRun(run);
    }

    /** The folder that the run is to have. */
    Path run() {
        return run.toAbsolutePath().normalize();
    }

    /** The file that holds its state. */
    public Path checkpoint() {
        return place.resolve("checkpoint");
    }

    /** The folder of its files so far. */
    public Path files() {
        return place.resolve("files");
    }

    /** Frees the lock; removes what is there if it is of no more use: the run is in place, or was never saved. */
    @Override
    public void close() {
        try {
            boolean isSaved = Files.exists(checkpoint());
            if (FinishedRun.isRun(run)) {
                clear(place);
            } else if (!isSaved) {
                clear(place);
                Files.deleteIfExists(run);
            }
            lock.close();
        } catch (IOException left) {
            throw NewFolder.complaint(place, left);
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
