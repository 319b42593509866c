package glia.cli.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import glia.core.config.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The finished points of one process: a line of JSON each, only ever added to. A line that a dying process did not end is no line.
 */
final class PartFile implements Closeable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final FileChannel channel;
    private final int attempt;

    private PartFile(Path file, FileChannel channel, int attempt) {
        this.file = file;
        this.channel = channel;
        this.attempt = attempt;
    }

    /** Starts the file of this process, beside those of others on the same share. */
    static PartFile create(Path folder, Share share) {
        int attempt = 1;
        while (true) {
            Path file =
                    folder.resolve("share-" + share.number() + "-of-" + share.of() + "-attempt-" + attempt + ".jsonl");
            try {
                Files.createDirectories(folder);
                return new PartFile(
                        file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attempt);
            } catch (FileAlreadyExistsException taken) {
                attempt++;
            } catch (IOException refused) {
                throw SweepFolder.complaint(file, refused);
            }
        }
    }

    /** Which process on its share it belongs to, from 1. */
    int attempt() {
        return attempt;
    }

    /** Adds a point, all of it at once. */
    void add(FinishedPoint point) {
        ByteBuffer bytes = ByteBuffer.wrap((line(point) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException refused) {
            throw SweepFolder.complaint(file, refused);
        }
    }

    private static String line(FinishedPoint point) {
        ObjectNode node = JSON.createObjectNode();
        node.put("point", point.result().point());
        node.put("status", point.result().status().label());
        node.put("reason", point.result().reason());
        ObjectNode figures = node.putObject("figures");
        point.result().figures().forEach(figures::put);
        ObjectNode timing = node.putObject("timing");
        timing.put("wallSeconds", point.timing().wallSeconds());
        timing.put("host", point.timing().host());
        timing.put("attempt", point.timing().attempt());
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads a line; where it stands is said if it cannot be. */
    static FinishedPoint parse(String line, String place) {
        try {
            JsonNode node = JSON.readTree(line);
            Map<String, String> figures = new LinkedHashMap<>();
            node.path("figures")
                    .properties()
                    .forEach(each -> figures.put(each.getKey(), each.getValue().textValue()));
            JsonNode timing = node.path("timing");
            return new FinishedPoint(
                    new PointResult(
                            node.path("point").intValue(),
                            PointResult.Status.valueOf(
                                    node.path("status").asText().toUpperCase(Locale.ROOT)),
                            node.path("reason").asText(),
                            figures),
                    new PointTiming(
                            timing.path("wallSeconds").doubleValue(),
                            timing.path("host").asText(),
                            timing.path("attempt").intValue()));
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            throw new InputException(place + ": is no line of a finished point");
        }
    }

    @Override
    public void close() {
        try {
            channel.force(true);
            channel.close();
        } catch (IOException refused) {
            throw SweepFolder.complaint(file, refused);
        }
    }
}
