package glia.cli.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import glia.core.account.ActionLedger;
import glia.core.config.InputException;
import glia.core.stat.Distribution;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a run: filled under a temporary name beside it, then moved into place; never half-written. */
public final class RunFolder implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Path folder;
    private final Path temporary;

    private RunFolder(Path folder, Path temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** Checks that a run can be written to a folder, and makes the temporary one. */
    public static RunFolder prepare(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target) && !isEmptyFolder(target)) {
            throw new InputException(folder + ": exists already; expected a new folder for the run");
        }
        Path parent = target.getParent();
        if (parent == null) {
            throw new InputException(folder + ": cannot hold a run; expected a new folder");
        }
        try {
            Files.createDirectories(parent);
            return new RunFolder(target, Files.createTempDirectory(parent, "." + target.getFileName() + ".writing"));
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    /** A folder of this name and a running number that is not there yet. */
    public static Path next(Path parent, String name) {
        int number = 1;
        while (Files.exists(parent.resolve(name + "-" + number))) {
            number++;
        }
        return parent.resolve(name + "-" + number);
    }

    private static boolean isEmptyFolder(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static InputException complaint(Path folder, IOException refused) {
        String reason = refused.getMessage() == null ? "" : refused.getMessage().replaceAll("\\s+", " ");
        return new InputException(
                folder + ": cannot be written (" + refused.getClass().getSimpleName() + " " + reason + ")");
    }

    /** Writes all files of a run and moves the folder into place; answers where it is. */
    public Path write(TrainingSession session, JsonNode summary) {
        try {
            Files.writeString(temporary.resolve("summary.json"), JSON.writeValueAsString(summary) + "\n");
            Files.writeString(
                    temporary.resolve("scenario.yaml"), session.scenario().toYaml());
            Files.writeString(
                    temporary.resolve("technology.yaml"), session.scenario().technologyText());
            writeCounts(session.points());
            writeAccuracy(session);
            writeLatencies(session.latencies().values());
            StoredParameters.write(
                    temporary, session.chip().shape(), session.chip().parameters());
            Files.deleteIfExists(folder);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    private PrintWriter writer(String name) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(temporary.resolve(name)));
    }

    private static void check(PrintWriter out, String name) throws IOException {
        if (out.checkError()) {
            throw new IOException("writing " + name + " failed; is the disk full?");
        }
    }

    private void writeCounts(List<Point> points) throws IOException {
        try (PrintWriter out = writer("counts.csv")) {
            out.print("samples,cycles,block,action,count\n");
            for (Point point : points) {
                for (ActionLedger.Entry entry : point.counts()) {
                    out.print(point.evaluation().samples() + "," + point.cycles() + "," + entry.block() + ","
                            + entry.action() + "," + entry.count() + "\n");
                }
            }
            check(out, "counts.csv");
        }
    }

    private void writeAccuracy(TrainingSession session) throws IOException {
        try (PrintWriter out = writer("accuracy.csv")) {
            out.print("samples,cycles,joules,accuracy,cost,maxWrites\n");
            for (Point point : session.points()) {
                out.print(point.evaluation().samples() + "," + point.cycles() + ","
                        + Summary.joules(point.energy().totalPicojoules()).toPlainString() + ","
                        + point.evaluation().accuracy() + ","
                        + point.evaluation().cost() + ","
                        + point.maximumCommits() + "\n");
            }
            check(out, "accuracy.csv");
        }
    }

    private void writeLatencies(Iterable<Distribution> latencies) throws IOException {
        try (PrintStream out = new PrintStream(
                Files.newOutputStream(temporary.resolve("latency.hlog")), false, StandardCharsets.UTF_8)) {
            Distribution.writeLog(out, latencies);
            if (out.checkError()) {
                throw new IOException("writing latency.hlog failed; is the disk full?");
            }
        }
    }

    /** Removes the temporary folder if the run did not get into place. */
    @Override
    public void close() {
        if (!Files.exists(temporary)) {
            return;
        }
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(temporary);
        } catch (IOException left) {
            throw complaint(temporary, left);
        }
    }
}
