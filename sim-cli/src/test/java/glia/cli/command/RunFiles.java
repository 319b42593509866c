package glia.cli.command;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The files of a run, read without Glia's own readers.
 *
 * @param folder where they are
 * @param summary summary.json with exact decimals
 */
record RunFiles(Path folder, JsonNode summary) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Trains the scenario tiny with some more arguments into a folder that is new. */
    static RunFiles tiny(Path parent, String name, String... more) throws IOException {
        return run(parent, name, "tiny", more);
    }

    /** Trains a scenario. */
    static RunFiles run(Path parent, String name, String scenario, String... more) throws IOException {
        Path folder = parent.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("run", scenario, "--quiet", "--out", folder.toString()));
        arguments.addAll(Arrays.asList(more));
        Cli.run(arguments.toArray(String[]::new)).expectDone();
        return read(folder);
    }

    static RunFiles read(Path folder) throws IOException {
        return new RunFiles(folder, JSON.readTree(folder.resolve("summary.json").toFile()));
    }

    /** A copy of what a finished run is read from, with some fields of its summary changed. */
    RunFiles copy(Path parent, String name, Consumer<ObjectNode> change) throws IOException {
        Path copy = Files.createDirectories(parent.resolve(name));
        for (String file : List.of("scenario.yaml", "technology.yaml")) {
            Files.copy(folder.resolve(file), copy.resolve(file));
        }
        ObjectNode changed = summary.deepCopy();
        change.accept(changed);
        Files.writeString(copy.resolve("summary.json"), JSON.writeValueAsString(changed));
        return read(copy);
    }

    /** A copy with other words in one of its files. */
    RunFiles copy(Path parent, String name, String file, String old, String now) throws IOException {
        RunFiles copy = copy(parent, name, unchanged -> {});
        if (!copy.text(file).contains(old)) {
            throw new AssertionError(file + " has no " + old);
        }
        Files.writeString(copy.folder.resolve(file), copy.text(file).replace(old, now));
        return copy;
    }

    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    String fingerprint() {
        return summary.path("fingerprint").textValue();
    }

    String schedule() {
        return summary.path("scheduleFingerprint").textValue();
    }

    /** The lines of a CSV file below its header, by column. */
    List<Map<String, String>> table(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name));
        String[] columns = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** The sum of one object's numbers. */
    static BigDecimal sum(JsonNode parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : parts) {
            sum = sum.add(part.decimalValue());
        }
        return sum;
    }
}
