package glia.core.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Saves state: little endian, arrays and texts after their lengths, and at the end a sum (CRC-32C) over everything before it. */
public final class ArchiveWriter implements Archive {
    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(Layout.BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C sum = new CRC32C();

    /** Writes into a channel, which the caller closes after {@link #finish}. */
    public ArchiveWriter(WritableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public boolean isLoading() {
        return false;
    }

    @Override
    public void part(String name) {
        at(name);
    }

    @Override
    public long at(long value) {
        room(Long.BYTES).putLong(value);
        return value;
    }

    @Override
    public String at(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        at((long) bytes.length);
        for (byte each : bytes) {
            room(1).put(each);
        }
        return value;
    }

    @Override
    public void at(float[] values, int count) {
        at((long) count);
        for (int done = 0; done < count; ) {
            int next = Math.min(count - done, room(Float.BYTES).remaining() / Float.BYTES);
            buffer.asFloatBuffer().put(values, done, next);
            done += skip(next, Float.BYTES);
        }
    }

    @Override
    public void at(int[] values) {
        at((long) values.length);
        for (int done = 0; done < values.length; ) {
            int next = Math.min(values.length - done, room(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, done, next);
            done += skip(next, Integer.BYTES);
        }
    }

    @Override
    public void at(long[] values) {
        at((long) values.length);
        for (int done = 0; done < values.length; ) {
            int next = Math.min(values.length - done, room(Long.BYTES).remaining() / Long.BYTES);
            buffer.asLongBuffer().put(values, done, next);
            done += skip(next, Long.BYTES);
        }
    }

    private int skip(int count, int bytes) {
        buffer.position(buffer.position() + count * bytes);
        return count;
    }

    /** Writes the sum; nothing can be saved after. */
    public void finish() {
        flush();
        buffer.putLong(sum.getValue());
        flush();
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        sum.update(buffer.flip());
        buffer.rewind();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        buffer.clear();
    }
}
