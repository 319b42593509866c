package glia.cli.data;

import static glia.cli.data.TestFiles.assertComplaint;
import static glia.cli.data.TestFiles.packed;
import static glia.cli.data.TestFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFetcherTest {
    private static final int SIZE = 200_000;

    /** Seeded noise, so that it cannot be packed and takes many pieces. */
    private final byte[] content = new byte[SIZE];

    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private final List<String> heard = new ArrayList<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private HttpServer server;
    private URI home;
    private byte[] gzip;
    private RemoteFile file;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws Exception {
        new Random(1).nextBytes(content);
        gzip = packed(content);
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
        file = new RemoteFile("d.gz", SIZE, HexFormat.of().formatHex(sum));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.start();
        home = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        server.createContext("/good/", exchange -> send(exchange, gzip, true));
        server.createContext("/whole/", exchange -> send(exchange, gzip, false));
        server.createContext("/other/", exchange -> send(exchange, packed(new byte[SIZE]), true));
        server.createContext("/cut/", this::cutFirst);
        server.createContext("/stall/", this::stall);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    @Test
    void bringsAWholeFileAndTellsHowFar() throws IOException {
        assertEquals(List.of(folder.resolve("d.gz")), fetch("good"));
        assertArrayEquals(gzip, Files.readAllBytes(folder.resolve("d.gz")));
        assertFalse(Files.exists(folder.resolve("d.gz.part")));
        assertEquals("d.gz " + gzip.length + " OptionalLong[" + gzip.length + "]", heard.get(heard.size() - 1));
    }

    @Test
    void replacesWhatIsThereButUnsound() throws IOException {
        write(folder.resolve("d.gz"), packed(new byte[5]));
        fetch("good");
        assertArrayEquals(gzip, Files.readAllBytes(folder.resolve("d.gz")));
    }

    @Test
    void goesOnWithAPart() throws IOException {
        write(folder.resolve("d.gz.part"), Arrays.copyOf(gzip, 150_000));
        fetch("good");
        assertEquals(List.of("bytes=150000-"), ranges);
        assertArrayEquals(gzip, Files.readAllBytes(folder.resolve("d.gz")));
    }

    @Test
    void neitherAFileNorACompletePartIsFetchedAgain() {
        write(folder.resolve("d.gz.part"), gzip);
        assertEquals(List.of(folder.resolve("d.gz")), fetch("missing"));
        assertEquals(List.of(), fetch("missing"));
    }

    @Test
    void beginsAnewWhereTheServerKnowsNoRanges() throws IOException {
        write(folder.resolve("d.gz.part"), Arrays.copyOf(gzip, 150_000));
        fetch("whole");
        assertArrayEquals(gzip, Files.readAllBytes(folder.resolve("d.gz")));
    }

    @Test
    void beginsAnewIfThePartWasWrongOrTooLong() throws IOException {
        write(folder.resolve("d.gz.part"), new byte[150_000]);
        fetch("good");
        assertEquals(List.of("bytes=150000-", "none"), ranges);
        assertArrayEquals(gzip, Files.readAllBytes(folder.resolve("d.gz")));
        Files.move(folder.resolve("d.gz"), folder.resolve("moved"));
        write(folder.resolve("d.gz.part"), new byte[gzip.length]);
        fetch("good");
        assertArrayEquals(gzip, Files.readAllBytes(folder.resolve("d.gz")));
    }

    @Test
    void goesOnAfterACut() throws IOException {
        fetch("cut");
        assertEquals(2, ranges.size());
        assertTrue(ranges.get(1).matches("bytes=[1-9][0-9]*-"), ranges.get(1));
        assertArrayEquals(gzip, Files.readAllBytes(folder.resolve("d.gz")));
    }

    @Test
    void refusesAWrongSumAndKeepsNothing() throws IOException {
        bad(
                List.of("other"),
                "d.gz: not fetched; HOME/other/d.gz: wrong content; expected 200000 unpacked bytes of sha256 "
                        + file.sha256());
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        file = new RemoteFile("d.gz", 1000, file.sha256());
        bad(
                List.of("good"),
                "d.gz: not fetched; HOME/good/d.gz: " + gzip.length + " bytes or more; expected at most 2025");
        bad(
                List.of("chunked"),
                "d.gz: not fetched; HOME/chunked/d.gz: 3000 bytes or more; expected at most 2025",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(gzip, 0, 3000);
                    exchange.close();
                });
    }

    @Test
    void namesEveryHomeThatFailed() throws IOException {
        bad(
                List.of("missing", "other"),
                "d.gz: not fetched; HOME/missing/d.gz: HTTP status 404; expected 200; HOME/other/d.gz: wrong content;"
                        + " expected 200000 unpacked bytes of sha256 " + file.sha256());
    }

    @Test
    void triesTheNextHome() throws IOException {
        new DataFetcher(this::hear).fetch(set("missing", "other", "good"), folder);
        assertArrayEquals(gzip, Files.readAllBytes(folder.resolve("d.gz")));
    }

    @Test
    void saysThatThereIsNoConnection() {
        server.stop(0);
        assertComplaint(
                folder,
                "d.gz: not fetched; " + home + "good/d.gz: no connection (ConnectException)",
                () -> fetch("good"));
    }

    @Test
    void givesUpWhenNothingComesAndKeepsThePart() throws IOException {
        DataFetcher impatient = new DataFetcher(new Download(this::hear, Duration.ofMillis(200)));
        assertComplaint(
                folder,
                "d.gz: not fetched; " + home + "stall/d.gz: the connection was cut (closed)",
                () -> impatient.fetch(set("stall"), folder));
        assertEquals(1000, Files.size(folder.resolve("d.gz.part")));
    }

    @Test
    void saysWhyAFolderCannotBeWritten() {
        Path occupied = write(folder.resolve("occupied"), new byte[0]);
        assertComplaint(
                folder,
                "occupied: cannot be written: a file is in its place",
                () -> new DataFetcher(this::hear).fetch(set("good"), occupied));
    }

    @Test
    void saysThatTheDiskIsFull() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: this system has no /dev/full");
        Path part = Files.createSymbolicLink(folder.resolve("d.gz.part"), Path.of("/dev/full"));
        assertComplaint(folder, "d.gz: cannot be written: No space left on device", () -> fetch("good"));
        assertFalse(Files.exists(folder.resolve("d.gz")));
        Files.delete(part);
    }

    @Test
    void refusesBytesFromAnotherPlaceThanAskedFor() throws IOException {
        write(folder.resolve("d.gz.part"), Arrays.copyOf(gzip, 1000));
        bad(
                List.of("shifted"),
                "d.gz: not fetched; HOME/shifted/d.gz: the server sends bytes 999-1001/1002; expected bytes from 1000",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Range", "bytes 999-1001/1002");
                    exchange.sendResponseHeaders(206, 3);
                    exchange.getResponseBody().write(gzip, 0, 3);
                    exchange.close();
                });
    }

    private void bad(List<String> paths, String message, HttpHandler handler) throws IOException {
        server.createContext("/" + paths.get(0) + "/", handler);
        bad(paths, message);
    }

    private void bad(List<String> paths, String message) throws IOException {
        assertComplaint(
                folder,
                message.replace("HOME/", home.toString()),
                () -> new DataFetcher(this::hear).fetch(set(paths.toArray(String[]::new)), folder));
        assertFalse(Files.exists(folder.resolve("d.gz")));
    }

    private List<Path> fetch(String path) {
        return new DataFetcher(this::hear).fetch(set(path), folder);
    }

    private RemoteSet set(String... paths) {
        return new RemoteSet(
                "toy",
                Arrays.stream(paths).map(path -> home.resolve(path + "/")).toList(),
                List.of(file));
    }

    private void hear(String name, long bytes, OptionalLong total) {
        heard.add(name + " " + bytes + " " + total);
    }

    private void send(HttpExchange exchange, byte[] bytes, boolean knowsRanges) throws IOException {
        String range = range(exchange);
        int start = knowsRanges && !range.equals("none") ? Integer.parseInt(range.replaceAll("[^0-9]", "")) : 0;
        if (start >= bytes.length) {
            exchange.sendResponseHeaders(416, -1);
        } else {
            if (start > 0) {
                exchange.getResponseHeaders()
                        .add("Content-Range", "bytes " + start + "-" + (bytes.length - 1) + "/" + bytes.length);
            }
            exchange.sendResponseHeaders(start > 0 ? 206 : 200, bytes.length - start);
            exchange.getResponseBody().write(bytes, start, bytes.length - start);
        }
        exchange.close();
    }

    private String range(HttpExchange exchange) {
        String asked = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(asked == null ? "none" : asked);
        return ranges.get(ranges.size() - 1);
    }

    /** The first answer breaks off in the middle. */
    private void cutFirst(HttpExchange exchange) throws IOException {
        if (ranges.isEmpty()) {
            range(exchange);
            exchange.sendResponseHeaders(200, gzip.length);
            exchange.getResponseBody().write(gzip, 0, 100_000);
            exchange.close();
        } else {
            send(exchange, gzip, true);
        }
    }

    private void stall(HttpExchange exchange) throws IOException {
        range(exchange);
        boolean first = ranges.size() == 1;
        if (!first) {
            exchange.getResponseHeaders().add("Content-Range", "bytes 1000-" + (gzip.length - 1) + "/" + gzip.length);
        }
        exchange.sendResponseHeaders(first ? 200 : 206, first ? gzip.length : gzip.length - 1000);
        if (first) {
            exchange.getResponseBody().write(gzip, 0, 1000);
        }
        exchange.getResponseBody().flush();
        LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
        exchange.close();
    }
}
