package glia.cli.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fields of one protocol buffer message, in the wire format; messages within it are written by {@link #message}. */
final class ProtoBuffer {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;

    private byte[] bytes = new byte[256];
    private int size;

    /** Writes an unsigned number. */
    ProtoBuffer number(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
        return this;
    }

    /** Writes eight bytes. */
    ProtoBuffer fixed(int field, long value) {
        varint(((long) field << 3) | FIXED64);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            put((byte) (value >>> shift));
        }
        return this;
    }

    /** Writes a double. */
    ProtoBuffer real(int field, double value) {
        return fixed(field, Double.doubleToRawLongBits(value));
    }

    /** Writes a text. */
    ProtoBuffer text(int field, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return bytes(field, encoded, encoded.length);
    }

    /** Writes a message. */
    ProtoBuffer message(int field, ProtoBuffer message) {
        return bytes(field, message.bytes, message.size);
    }

    private ProtoBuffer bytes(int field, byte[] content, int length) {
        varint(((long) field << 3) | LENGTH);
        varint(length);
        ensure(length);
        System.arraycopy(content, 0, bytes, size, length);
        size += length;
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    private void put(byte value) {
        ensure(1);
        bytes[size++] = value;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /** Empties it. */
    ProtoBuffer clear() {
        size = 0;
        return this;
    }

    /** Writes it all. */
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }
}
