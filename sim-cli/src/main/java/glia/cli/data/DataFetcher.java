package glia.cli.data;

import glia.core.config.InputException;
import glia.core.config.Position;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Fetches the files of a set from their homes. A file grows as {@code NAME.part}, with which a later run goes on. It
 * gets its name only when the sum of its unpacked bytes is the published one, so a part may even be continued from
 * another home.
 */
public final class DataFetcher {
    private static final int TRIES = 3;

    private final Download download;

    /** A fetcher that tells a listener how far it is. */
    public DataFetcher(FetchListener listener) {
        this(new Download(listener));
    }

    DataFetcher(Download download) {
        this.download = download;
    }

    /** Brings the files that are not yet in the folder, or not sound there. Answers the files it brought. */
    public List<Path> fetch(RemoteSet set, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
        List<Path> brought = new ArrayList<>();
        for (RemoteFile file : set.files()) {
            Path target = folder.resolve(file.name());
            if (!isSound(target, file)) {
                bring(set, file, target);
                brought.add(target);
            }
        }
        return brought;
    }

    private void bring(RemoteSet set, RemoteFile file, Path target) {
        Path part = target.resolveSibling(file.name() + ".part");
        List<String> failures = new ArrayList<>();
        for (URI home : set.homes()) {
            try {
                bringFrom(home.resolve(file.name()), file, part);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (FetchFailure failure) {
                failures.add(home.resolve(file.name()) + ": " + failure.getMessage());
            } catch (IOException failed) {
                throw unwritable(target, failed);
            }
        }
        throw new InputException(Position.of(target.toString()), "not fetched; " + String.join("; ", failures));
    }

    /** Goes on after a cut, up to some tries. */
    private void bringFrom(URI source, RemoteFile file, Path part) throws IOException, FetchFailure {
        boolean sound = isSound(part, file);
        for (int attempt = 1; !sound; attempt++) {
            try {
                sound = goOn(source, file, part);
            } catch (FetchFailure failure) {
                if (!failure.mayPass() || attempt >= TRIES) {
                    throw failure;
                }
            }
        }
    }

    /** Brings the rest. What is wrong is thrown away; if it was not begun by an earlier try, the source is wrong. */
    private boolean goOn(URI source, RemoteFile file, Path part) throws IOException, FetchFailure {
        boolean begun = Files.exists(part) && Files.size(part) > 0;
        download.bring(source, part, file);
        if (isSound(part, file)) {
            return true;
        }
        Files.deleteIfExists(part);
        if (!begun) {
            throw new FetchFailure(
                    "wrong content; expected " + file.unpackedBytes() + " unpacked bytes of sha256 " + file.sha256(),
                    false);
        }
        return false;
    }

    /** Whether a file is there and holds the published bytes. */
    static boolean isSound(Path file, RemoteFile expected) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file), buffer.length)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                bytes += count;
                if (bytes > expected.unpackedBytes()) {
                    return false;
                }
                digest.update(buffer, 0, count);
            }
        } catch (IOException unsound) {
            return false;
        }
        return HexFormat.of().formatHex(digest.digest()).equals(expected.sha256());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static InputException unwritable(Path path, IOException failed) {
        String reason = String.valueOf(failed.getMessage());
        if (failed instanceof FileAlreadyExistsException) {
            reason = "a file is in its place";
        } else if (failed instanceof AccessDeniedException) {
            reason = "this user may not write there";
        } else if (failed instanceof FileSystemException wrong && wrong.getReason() != null) {
            reason = wrong.getReason();
        }
        return new InputException(Position.of(path.toString()), "cannot be written: " + reason);
    }
}
