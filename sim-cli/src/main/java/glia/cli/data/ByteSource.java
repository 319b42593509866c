package glia.cli.data;

import glia.core.config.InputException;
import glia.core.config.Position;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a data file, unpacked where it is packed with gzip; its complaints name the file and the byte. */
final class ByteSource implements Closeable {
    /** Gzip cannot pack more bytes than this into one. */
    private static final long BEST_PACKING = 1032;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final boolean packed;
    private final long fileSize;
    private final InputStream stream;
    private long offset;

    private ByteSource(Path file, boolean packed, long fileSize, InputStream stream) {
        this.file = file;
        this.packed = packed;
        this.fileSize = fileSize;
        this.stream = stream;
    }

    /** Opens a file; whether it is packed is decided by its first two bytes, not by its name. */
    static ByteSource open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new InputException(Position.of(file.toString()), "is a folder; expected a file");
            }
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            try {
                raw.mark(2);
                boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
                raw.reset();
                InputStream stream = packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
                return new ByteSource(file, packed, Files.size(file), stream);
            } catch (IOException failed) {
                raw.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw complaint(file, "", failed);
        }
    }

    /** What to say of a file that cannot be read. */
    static InputException complaint(Path file, String where, IOException failed) {
        String what;
        if (failed instanceof NoSuchFileException || failed instanceof FileNotFoundException) {
            what = "no such file";
        } else if (failed instanceof AccessDeniedException) {
            what = "may not be read; expected a file that this user may read";
        } else if (failed instanceof EOFException) {
            what = "gzip data ends too early; expected a whole gzip file";
        } else if (failed instanceof ZipException) {
            what = "gzip data is damaged (" + failed.getMessage() + "); expected a sound gzip file";
        } else if (failed instanceof FileSystemException wrong && wrong.getReason() != null) {
            what = "cannot be read: " + wrong.getReason();
        } else {
            what = "cannot be read: " + failed.getMessage();
        }
        return new InputException(Position.of(file.toString()), where + what);
    }

    /** The unpacked bytes, for a reader of text. */
    InputStream stream() {
        return stream;
    }

    /** The most bytes that the file can hold, unpacked. */
    long mostBytes() {
        return packed ? Math.multiplyExact(fileSize, BEST_PACKING) : fileSize;
    }

    /** The bytes read so far. */
    long offset() {
        return offset;
    }

    /** A complaint about the byte at an offset. */
    InputException complaint(long at, String what) {
        return new InputException(Position.of(file.toString()), where(at) + what);
    }

    private String where(long at) {
        return (packed ? "unpacked byte " : "byte ") + at + ": ";
    }

    /** Reads as many bytes as there are, up to the length of the buffer; answers how many. */
    int read(byte[] buffer) {
        try {
            int count = stream.readNBytes(buffer, 0, buffer.length);
            offset += count;
            return count;
        } catch (IOException failed) {
            throw complaint(file, where(offset), failed);
        }
    }

    /** Fills the buffer with the bytes of something that is expected here. */
    void fill(byte[] buffer, String what) {
        int count = read(buffer);
        if (count < buffer.length) {
            throw complaint(
                    offset, "the file ends after " + count + " bytes of " + what + "; expected " + buffer.length);
        }
    }

    /** Reads a whole number of four bytes, the highest first. */
    int integer(String what) {
        byte[] bytes = new byte[4];
        fill(bytes, what);
        return ByteBuffer.wrap(bytes).getInt();
    }

    /** Complains if anything is left. */
    void expectEnd(String after) {
        long end = offset;
        if (read(new byte[1]) > 0) {
            throw complaint(end, "more bytes after " + after + "; expected the end of the file");
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException failed) {
            throw complaint(file, "", failed);
        }
    }
}
