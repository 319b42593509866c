package glia.cli.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import glia.core.account.ActionLedger;
import glia.core.stat.Distribution;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a run: hears of its evaluations, is filled under a temporary name beside it, then moved into place; never half-written. */
public final class RunFolder implements Progress, AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final String PURPOSE = "the run";

    private final NewFolder files;
    private final Optional<UnfinishedRun> unfinished;

    private RunFolder(NewFolder files, Optional<UnfinishedRun> unfinished) {
        this.files = files;
        this.unfinished = unfinished;
    }

    /** Reserves a folder for a run, which must be new or empty, and makes the temporary one. */
    public static RunFolder prepare(Path folder) {
        return new RunFolder(NewFolder.prepare(folder, PURPOSE), Optional.empty());
    }

    /** Reserves a folder of some name and a running number that is not there yet. */
    public static RunFolder next(Path parent, String name) {
        return new RunFolder(NewFolder.next(parent, name), Optional.empty());
    }

    /** Reserves a folder, or the next one of a name, for a run that is saved now and then; what it has written stays if it is broken off. */
    public static RunFolder saved(Optional<Path> folder, Path parent, String name) {
        Path run = folder.map(given -> NewFolder.reserve(given, PURPOSE))
                .orElseGet(() -> NewFolder.reserveNext(parent, name));
        return resumed(UnfinishedRun.begin(run));
    }

    /** The folder of a run that goes on. */
    public static RunFolder resumed(UnfinishedRun unfinished) {
        return new RunFolder(NewFolder.kept(unfinished.run(), unfinished.files()), Optional.of(unfinished));
    }

    /** Where the run will be. */
    public Path folder() {
        return files.folder();
    }

    /** Where its files are while it is being filled. */
    public Path temporary() {
        return files.temporary();
    }

    /** Its files while it is being filled. */
    NewFolder files() {
        return files;
    }

    /** Writes all files of a run and moves the folder into place; answers where it is. */
    public Path write(RunFigures session, JsonNode summary) {
        try {
            Files.writeString(files.file("summary.json"), JSON.writeValueAsString(summary) + "\n");
            writeScenario(session);
            if (session.points().isEmpty()) {
                addCounts("", List.of());
            }
            writeAccuracy(session);
            writeLatencies(session.phases().latencies().values());
            session.writeTrained(files.temporary());
            return files.moveIntoPlace();
        } catch (IOException refused) {
            throw NewFolder.complaint(files.folder(), refused);
        }
    }

    private void writeScenario(RunFigures session) throws IOException {
        Files.writeString(files.file("scenario.yaml"), session.scenario().toYamlFor("technology.yaml"));
        Files.writeString(files.file("technology.yaml"), session.scenario().technologyText());
    }

    /** Keeps the scenario for a process that goes on with the run. */
    void begin(TrainingSession session) {
        try {
            writeScenario(session);
        } catch (IOException refused) {
            throw NewFolder.complaint(files.folder(), refused);
        }
    }

    /** The file that holds the state of a run that is saved. */
    public Path checkpoint() {
        return unfinished.orElseThrow().checkpoint();
    }

    /** The files that grow at each evaluation, in order. */
    List<GrowingFile> growing() {
        return List.of(new GrowingFile(files.file("counts.csv")), new GrowingFile(files.file(ColumnsFile.NAME)));
    }

    /** Takes back what was added to the files that grow behind the lengths that they had. */
    public void cut(List<Long> bytes) {
        List<GrowingFile> growing = growing();
        for (int i = 0; i < growing.size(); i++) {
            growing.get(i).cut(bytes.get(i));
        }
    }

    private PrintWriter writer(String name) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(files.file(name)));
    }

    static void check(PrintWriter out, String name) throws IOException {
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
            throw NewFolder.complaint(files.folder(), refused);
        }
    }

    private void addCounts(String beginning, List<ActionLedger.Entry> counts) throws IOException {
        Stream<String> lines =
                counts.stream().map(entry -> beginning + entry.block() + "," + entry.action() + "," + entry.count());
        add("counts.csv", "samples,cycles,block,action,count", lines);
    }

    /** Adds the writes until an evaluation to {@code columns.csv}, by tile and column. */
    @Override
    public void onWrites(long samples, ColumnWrites writes) {
        try {
            Stream<String> lines = writes.tiles().stream().map(tile -> samples + "," + tile.line());
            add(ColumnsFile.NAME, ColumnsFile.HEADER, lines);
        } catch (IOException refused) {
            throw NewFolder.complaint(files.folder(), refused);
        }
    }

    /** Adds lines to a file, which begins with a header. */
    private void add(String name, String header, Stream<String> lines) throws IOException {
        Path file = files.file(name);
        boolean fresh = !Files.exists(file);
        try (PrintWriter out =
                new PrintWriter(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            if (fresh) {
                out.print(header + "\n");
            }
            lines.forEach(line -> out.print(line + "\n"));
            check(out, name);
        }
    }

    private void writeAccuracy(RunFigures session) throws IOException {
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

    private void writeLatencies(Iterable<Distribution> latencies) throws IOException {
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(files.file("latency.hlog")), false, StandardCharsets.UTF_8)) {
            Distribution.writeLog(out, latencies);
            if (out.checkError()) {
                throw new IOException("writing latency.hlog failed; is the disk full?");
            }
        }
    }

    /** Removes what was made for the run if the run did not get into place; also done when the program is interrupted. */
    @Override
    public void close() {
        files.close();
        unfinished.ifPresent(UnfinishedRun::close);
    }
}
