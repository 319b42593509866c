package glia.core.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Loads what an {@link ArchiveWriter} saved. Its sum is checked first, so that nothing damaged is loaded. */
public final class ArchiveReader implements Archive {
    private final SeekableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(Layout.BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private String part = "its beginning";
    private long left;

    /**
     * Reads from a channel at its start, which the caller closes.
     *
     * @throws ArchiveException if the sum at the end is not that of what stands before it
     */
    public ArchiveReader(SeekableByteChannel channel) {
        this.channel = channel;
        buffer.limit(0);
        try {
            check();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void check() throws IOException {
        long bytes = channel.size() - Layout.SUM;
        CRC32C sum = new CRC32C();
        left = bytes;
        while (left > 0) {
            fill();
            sum.update(buffer);
        }
        left = Layout.SUM;
        if (bytes < 0 || take(Long.BYTES).getLong() != sum.getValue()) {
            throw new ArchiveException("is damaged or cut short");
        }
        channel.position(0);
        left = bytes;
        buffer.limit(0);
    }

    @Override
    public boolean isLoading() {
        return true;
    }

    @Override
    public void part(String name) {
        String saved = at(name);
        if (!saved.equals(name)) {
            throw new ArchiveException("holds " + saved + " after " + part + ", where " + name + " is expected");
        }
        part = name;
    }

    @Override
    public long at(long value) {
        return take(Long.BYTES).getLong();
    }

    @Override
    public String at(String value) {
        long length = at(0L);
        if (length < 0 || length > left + buffer.remaining()) {
            throw new ArchiveException("holds no text in " + part);
        }
        byte[] bytes = new byte[Math.toIntExact(length)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = take(1).get();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void at(float[] values, int count) {
        expect(count);
        for (int done = 0; done < count; ) {
            int next = Math.min(count - done, take(Float.BYTES).remaining() / Float.BYTES);
            buffer.asFloatBuffer().get(values, done, next);
            done += skip(next, Float.BYTES);
        }
    }

    @Override
    public void at(int[] values) {
        expect(values.length);
        for (int done = 0; done < values.length; ) {
            int next = Math.min(values.length - done, take(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(values, done, next);
            done += skip(next, Integer.BYTES);
        }
    }

    @Override
    public void at(long[] values) {
        expect(values.length);
        for (int done = 0; done < values.length; ) {
            int next = Math.min(values.length - done, take(Long.BYTES).remaining() / Long.BYTES);
            buffer.asLongBuffer().get(values, done, next);
            done += skip(next, Long.BYTES);
        }
    }

    private void expect(int count) {
        long saved = at(0L);
        if (saved != count) {
            throw new ArchiveException("holds " + saved + " numbers in " + part + ", where " + count + " are expected");
        }
    }

    /** Says that all was loaded. */
    public void finish() {
        if (left + buffer.remaining() > 0) {
            throw new ArchiveException("holds more than is expected after " + part);
        }
    }

    private int skip(int count, int bytes) {
        buffer.position(buffer.position() + count * bytes);
        return count;
    }

    /** The buffer with so many bytes at least. */
    private ByteBuffer take(int bytes) {
        if (buffer.remaining() < bytes) {
            fill();
            if (buffer.remaining() < bytes) {
                throw new ArchiveException("ends in " + part);
            }
        }
        return buffer;
    }

    private void fill() {
        buffer.compact();
        buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + left));
        try {
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer);
                if (read < 0) {
                    throw new ArchiveException("ends in " + part);
                }
                left -= read;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        buffer.flip();
    }
}
