package glia.cli.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Brings one file over HTTP, going on where an earlier try was cut. */
final class Download {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int BAD_RANGE = 416;

    private final FetchListener listener;
    private final Duration patience;
    private final HttpClient client;

    Download(FetchListener listener) {
        this(listener, Duration.ofSeconds(30));
    }

    /** A download that gives up when nothing comes for so long. */
    Download(FetchListener listener, Duration patience) {
        this.listener = listener;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
    }

    /**
     * Appends to the part what is missing, or begins it. An IOException is about the part, a FetchFailure about the
     * source.
     */
    void bring(URI source, Path part, RemoteFile file) throws IOException, FetchFailure {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpResponse<InputStream> response = ask(source, have);
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case OK -> copy(body, part, 0, length(response, 0), file);
                case PARTIAL -> copy(body, part, expectStart(response, have), length(response, have), file);
                case BAD_RANGE -> beginAnew(part, have);
                default -> throw new FetchFailure("HTTP status " + response.statusCode() + "; expected 200", false);
            }
        }
    }

    private HttpResponse<InputStream> ask(URI source, long have) throws FetchFailure {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(patience);
            if (have > 0) {
                request.header("Range", "bytes=" + have + "-");
            }
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException wrong) {
            throw new FetchFailure("no address to ask (" + wrong.getMessage() + ")", false);
        } catch (IOException failed) {
            throw new FetchFailure("no connection (" + reason(failed) + ")", false);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FetchFailure("interrupted", false);
        }
    }

    private static String reason(IOException failed) {
        String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }

    private static OptionalLong length(HttpResponse<?> response, long before) {
        OptionalLong rest = response.headers().firstValueAsLong("Content-Length");
        return rest.isPresent() ? OptionalLong.of(before + rest.getAsLong()) : rest;
    }

    /** What the server says it sends must begin where our part ends. */
    private static long expectStart(HttpResponse<?> response, long have) throws FetchFailure {
        String range = response.headers().firstValue("Content-Range").orElse("nothing");
        if (!range.startsWith("bytes " + have + "-")) {
            throw new FetchFailure("the server sends " + range + "; expected bytes from " + have, false);
        }
        return have;
    }

    /** The part is longer than the file, or complete and yet not sound. */
    private static void beginAnew(Path part, long have) throws IOException, FetchFailure {
        Files.deleteIfExists(part);
        throw new FetchFailure("nothing after the first " + have + " bytes", have > 0);
    }

    private void copy(InputStream body, Path part, long start, OptionalLong total, RemoteFile file)
            throws IOException, FetchFailure {
        expectSize(total.orElse(0), file);
        long bytes = start;
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Download::daemon);
        try (OutputStream out = open(part, start)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = read(body, buffer, clock); count >= 0; count = read(body, buffer, clock)) {
                bytes += count;
                expectSize(bytes, file);
                out.write(buffer, 0, count);
                listener.onProgress(file.name(), bytes, total);
            }
        } finally {
            clock.shutdownNow();
        }
    }

    private static OutputStream open(Path part, long start) throws IOException {
        return start > 0
                ? Files.newOutputStream(part, StandardOpenOption.APPEND)
                : Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fetch-patience");
        thread.setDaemon(true);
        return thread;
    }

    private static void expectSize(long bytes, RemoteFile file) throws FetchFailure {
        if (bytes > file.mostBytes()) {
            throw new FetchFailure(bytes + " bytes or more; expected at most " + file.mostBytes(), false);
        }
    }

    /** Reads a piece; when none comes for too long, the connection is closed under the reader. */
    private int read(InputStream body, byte[] buffer, ScheduledExecutorService clock) throws FetchFailure {
        ScheduledFuture<?> giveUp =
                clock.schedule(() -> closeQuietly(body), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return body.read(buffer);
        } catch (IOException cut) {
            throw new FetchFailure("the connection was cut (" + reason(cut) + ")", true);
        } finally {
            giveUp.cancel(false);
        }
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
