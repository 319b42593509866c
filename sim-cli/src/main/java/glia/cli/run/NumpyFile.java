package glia.cli.run;

import glia.core.config.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matrices of float32 and int32 in the NumPy format, version 1.0, little-endian, row by row. */
public final class NumpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '(<[fi]4)', 'fortran_order': False, 'shape': \\((\\d{1,9}), (\\d{1,9})\\), }\\s*");

    /** No header is longer, in bytes. */
    static final int LONGEST_HEADER = 1 << 16;

    /**
     * What a file's header says.
     *
     * @param data where the values begin, in bytes
     * @param rows number of rows
     * @param columns number of columns
     */
    record Header(int data, int rows, int columns) {}

    private NumpyFile() {}

    /** Writes a matrix of float32, asked for row by row. */
    public static void writeFloats(Path file, int rows, int columns, IntFunction<float[]> row) throws IOException {
        try (OutputStream out = start(file, "<f4", rows, columns)) {
            byte[] bytes = new byte[columns * Float.BYTES];
            for (int i = 0; i < rows; i++) {
                littleEndian(bytes).asFloatBuffer().put(row.apply(i));
                out.write(bytes);
            }
        }
    }

    /** Writes a matrix of int32, asked for row by row. */
    public static void writeInts(Path file, int rows, int columns, IntFunction<int[]> row) throws IOException {
        try (OutputStream out = start(file, "<i4", rows, columns)) {
            byte[] bytes = new byte[columns * Integer.BYTES];
            for (int i = 0; i < rows; i++) {
                littleEndian(bytes).asIntBuffer().put(row.apply(i));
                out.write(bytes);
            }
        }
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static OutputStream start(Path file, String type, int rows, int columns) throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        int unpadded = MAGIC.length + Short.BYTES + header.length() + 1;
        String padding = " ".repeat((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT);
        byte[] text = (header + padding + "\n").getBytes(StandardCharsets.US_ASCII);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out.write(MAGIC);
        out.write(text.length & 0xff);
        out.write(text.length >> 8);
        out.write(text);
        return out;
    }

    /** Reads a matrix of float32 as written above. */
    public static float[][] readFloats(Path file) {
        byte[] bytes = bytes(file);
        Header header = header(file, bytes, bytes.length, "<f4");
        int data = header.data();
        float[][] matrix = new float[header.rows()][header.columns()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes, data, bytes.length - data).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = buffer.getFloat();
            }
        }
        return matrix;
    }

    /**
     * Checks the header of a file of four-byte values.
     *
     * @param bytes its beginning
     * @param length of the whole file, in bytes
     */
    static Header header(Path file, byte[] bytes, long length, String type) {
        int start = MAGIC.length + Short.BYTES;
        if (bytes.length < start || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new InputException(file + ": is no NumPy file of version 1.0");
        }
        int headerLength = (bytes[MAGIC.length] & 0xff) | ((bytes[MAGIC.length + 1] & 0xff) << 8);
        int data = start + headerLength;
        String header = bytes.length < data ? "" : new String(bytes, start, headerLength, StandardCharsets.US_ASCII);
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches() || !matcher.group(1).equals(type)) {
            throw new InputException(file + ": expected a matrix of '" + type + "' in C order; its header is "
                    + header.strip().replaceAll("[^ -~]", "?"));
        }
        long rows = Long.parseLong(matcher.group(2));
        long columns = Long.parseLong(matcher.group(3));
        if (rows * columns * Float.BYTES != length - data) {
            throw new InputException(file + ": has " + (length - data) + " bytes of data; expected "
                    + rows * columns * Float.BYTES + " for " + rows + " x " + columns);
        }
        return new Header(data, (int) rows, (int) columns);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw unreadable(file, missing);
        }
    }

    /** A complaint about a file that cannot be read. */
    static InputException unreadable(Path file, IOException missing) {
        return new InputException(
                file + ": cannot be read (" + missing.getClass().getSimpleName() + ")");
    }
}
