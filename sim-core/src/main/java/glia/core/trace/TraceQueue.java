package glia.core.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Brings events from the thread that simulates to one that writes, through a ring of bytes. Where the ring is full the simulation
 * waits, so that nothing is lost.
 */
public final class TraceQueue implements Consumer<TraceEvent>, AutoCloseable {
    /** Bytes of the ring; an event takes an eighth of it at most. */
    private static final int CAPACITY = 1 << 22;

    /** Values of a vector that travel together at most. */
    public static final int LONGEST_VECTOR = 65_536;

    private final OneToOneRingBuffer ring;
    private final TraceWriter writer;
    private final Thread thread;
    private final IdleStrategy waiting = new BackoffIdleStrategy();
    private long accepted;
    private long written;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    /** Starts to write what will be accepted. */
    public TraceQueue(TraceWriter writer) {
        this(writer, CAPACITY);
    }

    /** As above, with a ring of some bytes, a power of 2. */
    TraceQueue(TraceWriter writer, int capacity) {
        this.writer = writer;
        ring = new OneToOneRingBuffer(
                new UnsafeBuffer(ByteBuffer.allocateDirect(capacity + RingBufferDescriptor.TRAILER_LENGTH)));
        thread = new Thread(this::work, "trace-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes an event; waits while there is no room for it. Events after a failure to write are dropped. */
    @Override
    public void accept(TraceEvent event) {
        int length = TraceCodec.length(event);
        int index = ring.tryClaim(TraceCodec.type(event), length);
        while (index < 0) {
            waiting.idle();
            index = ring.tryClaim(TraceCodec.type(event), length);
        }
        waiting.reset();
        TraceCodec.write(event, ring.buffer(), index);
        ring.commit(index);
        accepted++;
    }

    private void work() {
        IdleStrategy idle = new BackoffIdleStrategy();
        while (true) {
            boolean last = closing;
            int read = ring.read(this::onRecord);
            if (last && ring.size() == 0) {
                return;
            }
            idle.idle(read);
        }
    }

    private void onRecord(int type, DirectBuffer buffer, int index, int length) {
        written++;
        if (failure != null) {
            return;
        }
        try {
            writer.write(TraceCodec.read(type, buffer, index, length));
        } catch (Throwable refused) {
            failure = refused;
        }
    }

    /**
     * Has everything written that was accepted, and ends it.
     *
     * @throws IOException if something could not be written
     */
    @Override
    public void close() throws IOException {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            check();
        } finally {
            writer.close();
        }
    }

    private void check() throws IOException {
        Throwable refused = failure;
        if (refused instanceof IOException exception) {
            throw exception;
        } else if (refused instanceof RuntimeException exception) {
            throw exception;
        } else if (refused instanceof Error error) {
            throw error;
        } else if (written != accepted) {
            throw new IllegalStateException(accepted + " events were traced and " + written + " written");
        }
    }
}
