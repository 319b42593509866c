package glia.cli.run;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A matrix of int32 in a NumPy file, read row by row.
 *
 * @param file where it lies
 * @param start where its values begin, in bytes
 * @param rows number of rows
 * @param columns number of columns
 */
public record NumpyInts(Path file, int start, int rows, int columns) {
    /** Reads the header of a file, and checks that all values are there. */
    public static NumpyInts open(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer beginning = ByteBuffer.allocate((int) Math.min(NumpyFile.LONGEST_HEADER, channel.size()));
            fill(channel, beginning, 0);
            NumpyFile.Header header = NumpyFile.header(file, beginning.array(), channel.size(), "<i4");
            return new NumpyInts(file, header.data(), header.rows(), header.columns());
        } catch (IOException missing) {
            throw NumpyFile.unreadable(file, missing);
        }
    }

    /** The values of a row. */
    public int[] row(int row) {
        int[] values = new int[columns];
        ByteBuffer bytes = ByteBuffer.allocate(columns * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file)) {
            fill(channel, bytes, start + (long) row * columns * Integer.BYTES);
        } catch (IOException missing) {
            throw NumpyFile.unreadable(file, missing);
        }
        bytes.flip().asIntBuffer().get(values);
        return values;
    }

    private static void fill(FileChannel channel, ByteBuffer bytes, long from) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("ends after " + (from + bytes.position()) + " bytes");
            }
        }
    }
}
