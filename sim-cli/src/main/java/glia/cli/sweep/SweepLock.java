package glia.cli.sweep;

import glia.core.config.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps processes on one folder apart; what a process holds ends with it. One works on all points, or several on shares of them, and
 * beside these one that has them started.
 */
final class SweepLock implements Closeable {
    private static final long POINTS = 0;
    private static final long STARTER = 1;
    private static final long SHARES = 1L << 20;

    private final FileChannel channel;

    private SweepLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Locks a folder for a process that works on a share, or on all points. */
    static SweepLock of(Path folder, Share share) {
        SweepLock lock = open(folder);
        boolean mine = share.equals(Share.WHOLE)
                ? lock.take(POINTS, 2, false)
                : lock.take(POINTS, 1, true) && lock.take(SHARES * share.of() + share.number(), 1, false);
        return lock.or(
                mine,
                folder + ": another process works on "
                        + (share.equals(Share.WHOLE) ? "this sweep" : "share " + share + ", or on the whole sweep"));
    }

    /** Locks a folder for a process that has shares started elsewhere. */
    static SweepLock ofStarter(Path folder) {
        SweepLock lock = open(folder);
        return lock.or(lock.take(STARTER, 1, false), folder + ": another process works on this sweep");
    }

    private static SweepLock open(Path folder) {
        try {
            return new SweepLock(FileChannel.open(
                    folder.resolve(SweepFolder.LOCK),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE));
        } catch (IOException refused) {
            throw SweepFolder.complaint(folder, refused);
        }
    }

    private boolean take(long place, long length, boolean shared) {
        try {
            FileLock taken = channel.tryLock(place, length, shared);
            return taken != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        } catch (IOException refused) {
            throw new InputException("the folder of the sweep cannot be locked ("
                    + refused.getClass().getSimpleName() + " " + refused.getMessage() + ")");
        }
    }

    private SweepLock or(boolean mine, String complaint) {
        if (!mine) {
            close();
            throw new InputException(complaint);
        }
        return this;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
