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
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a run: hears of its evaluations, is filled under a temporary name beside it, then moved into place; never half-written. */
public final class RunFolder implements Progress, AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final String WRITING = ".writing-";

    private final Path folder;
    private final Path temporary;
    private volatile boolean written;

    private RunFolder(Path folder, Path temporary) {
        this.folder = folder;
        this.temporary = temporary;
        Runtime.getRuntime().addShutdownHook(new Thread(this::clear));
    }

    /** Reserves a folder for a run, which must be new or empty, and makes the temporary one. */
    public static RunFolder prepare(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || (Files.exists(target) && !isEmptyFolder(target))) {
            throw new InputException(folder + ": exists already; expected a new folder for the run");
        }
        try {
            Files.createDirectories(parent);
            if (!Files.exists(target)) {
                Files.createDirectory(target);
            }
            return open(target);
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    /** Reserves a folder of some name and a running number that is not there yet. */
    public static RunFolder next(Path parent, String name) {
        int number = 1;
        while (Files.exists(parent.resolve(name + "-" + number))) {
            number++;
        }
        Path target = parent.resolve(name + "-" + number).toAbsolutePath().normalize();
        try {
            Files.createDirectories(target.getParent());
            return open(Files.createDirectory(target));
        } catch (FileAlreadyExistsException takenMeanwhile) {
            return next(parent, name);
        } catch (IOException refused) {
            throw complaint(parent, refused);
        }
    }

    private static RunFolder open(Path target) throws IOException {
        String unique = ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path temporary = target.resolveSibling("." + target.getFileName() + WRITING + unique);
        try {
            return new RunFolder(target, Files.createDirectory(temporary));
        } catch (IOException refused) {
            Files.delete(target);
            throw refused;
        }
    }

    /** Whether a folder has the name of one that is still being filled. */
    static boolean isTemporary(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return name.startsWith(".") && name.contains(WRITING);
    }

    /** Where the run will be. */
    public Path folder() {
        return folder;
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
                    temporary.resolve("scenario.yaml"), session.scenario().toYamlFor("technology.yaml"));
            Files.writeString(
                    temporary.resolve("technology.yaml"), session.scenario().technologyText());
            if (session.points().isEmpty()) {
                addCounts("", List.of());
            }
            writeAccuracy(session);
            writeMeasures(session.measured());
            writeLatencies(session.latencies().values());
            StoredParameters.write(
                    temporary, session.chip().shape(), session.chip().parameters());
            Files.deleteIfExists(folder);
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            written = true;
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

    /** Adds the counts of an evaluation to {@code counts.csv}, so that a long run need not keep them all. */
    @Override
    public void onEvaluation(Point point, List<ActionLedger.Entry> counts) {
        try {
            addCounts(point.evaluation().samples() + "," + point.cycles() + ",", counts);
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    private void addCounts(String beginning, List<ActionLedger.Entry> counts) throws IOException {
        Path file = temporary.resolve("counts.csv");
        boolean fresh = !Files.exists(file);
        try (PrintWriter out =
                new PrintWriter(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            if (fresh) {
                out.print("samples,cycles,block,action,count\n");
            }
            for (ActionLedger.Entry entry : counts) {
                out.print(beginning + entry.block() + "," + entry.action() + "," + entry.count() + "\n");
            }
            check(out, "counts.csv");
        }
    }

    private void writeAccuracy(TrainingSession session) throws IOException {
        try (PrintWriter out = writer("accuracy.csv")) {
            out.print("samples,cycles,joules,accuracy,cost,maxWrites\n");
            for (Point point : session.points()) {
                out.print(point.evaluation().samples() + "," + point.cycles() + ","
                        + Summary.joules(point.picojoules()).toPlainString() + ","
                        + point.evaluation().accuracy() + ","
                        + point.evaluation().cost() + ","
                        + point.maximumCommits() + "\n");
            }
            check(out, "accuracy.csv");
        }
    }

    private void writeMeasures(Measured measured) throws IOException {
        if (measured.isOff()) {
            return;
        }
        try (PrintWriter out = writer("measures.csv")) {
            measured.writeTo(out);
            check(out, "measures.csv");
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

    /** Removes what was made for the run if the run did not get into place; also done when the program is interrupted. */
    @Override
    public void close() {
        clear();
    }

    private void clear() {
        if (written || !Files.exists(temporary)) {
            return;
        }
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(temporary);
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            throw complaint(temporary, left);
        }
    }
}
