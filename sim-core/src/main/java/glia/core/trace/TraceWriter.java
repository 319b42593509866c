package glia.core.trace;

import java.io.IOException;

/** Writes what is traced in some format, event by event, in the order in which they happened. */
public interface TraceWriter extends AutoCloseable {
    /**
     * Writes an event.
     *
     * @throws IOException if it cannot
     */
    void write(TraceEvent event) throws IOException;

    /**
     * Ends what is written.
     *
     * @throws IOException if it cannot
     */
    @Override
    void close() throws IOException;
}
