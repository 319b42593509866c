package glia.cli.run;

import glia.cli.scenario.Scenario;
import glia.core.archive.Archive;
import glia.core.archive.ArchiveException;
import glia.core.archive.ArchiveReader;
import glia.core.archive.ArchiveWriter;
import glia.core.config.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The state of a run in a file: what it belongs to, what the host keeps, then all state, then a sum. Written under another name, and moved
 * into place when it is complete. Host figures apart, equal runs have equal files.
 */
public final class Checkpoint {
    private static final String MAGIC = "glia checkpoint";
    private static final long LAYOUT = 1;
    private static final String PROGRAM = Provenance.version() + " (" + Provenance.commit() + ")";

    private Checkpoint() {}

    /**
     * What the host keeps with a run.
     *
     * @param scenario the scenario's name
     * @param text the scenario as resolved
     * @param every how often the run is saved
     * @param grown lengths of the files that grow with the run
     * @param seconds of wall time so far
     */
    public record Host(String scenario, String text, String every, List<Long> grown, double seconds) {
        static final Host NONE = new Host("", "", "", List.of(), 0);

        private Host state(Archive archive) {
            archive.part("host");
            return new Host(
                    archive.at(scenario), archive.at(text), archive.at(every), lengths(archive), archive.at(seconds));
        }

        private List<Long> lengths(Archive archive) {
            int files = archive.at(grown.size());
            List<Long> lengths = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                lengths.add(archive.at(archive.isLoading() ? 0L : grown.get(i)));
            }
            return lengths;
        }
    }

    /** Saves a run between samples. */
    static void save(TrainingSession session, Path file, Host host) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ArchiveWriter writer = new ArchiveWriter(channel);
                program(writer);
                host.state(writer);
                belonging(session, writer);
                session.state(writer);
                writer.finish();
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException refused) {
            throw NewFolder.complaint(file, Objects.requireNonNull(refused.getCause()));
        } catch (IOException refused) {
            throw NewFolder.complaint(file, refused);
        }
    }

    /** What the host kept with the run in a file. */
    public static Host host(Path file) {
        return read(file, reader -> {
            program(reader);
            return Host.NONE.state(reader);
        });
    }

    /** Loads a run into a session of the same scenario and data that has not begun. */
    static void load(TrainingSession session, Path file) {
        read(file, reader -> {
            program(reader);
            Host host = Host.NONE.state(reader);
            belonging(session, reader);
            session.state(reader);
            reader.finish();
            return host;
        });
    }

    private static <T> T read(Path file, Function<ArchiveReader, T> work) {
        try (FileChannel channel = FileChannel.open(file)) {
            checkMagic(channel);
            return work.apply(new ArchiveReader(channel));
        } catch (ArchiveException wrong) {
            throw new InputException(file + ": " + wrong.getMessage());
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InputException(file + ": cannot be read");
        }
    }

    private static void checkMagic(FileChannel channel) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(Long.BYTES + MAGIC.length());
        channel.read(first, 0);
        String start = new String(first.array(), Long.BYTES, MAGIC.length(), StandardCharsets.UTF_8);
        if (!start.equals(MAGIC)) {
            throw new ArchiveException("is no checkpoint");
        }
    }

    private static void program(Archive archive) {
        archive.part(MAGIC);
        long layout = archive.at(LAYOUT);
        String program = layout == LAYOUT ? archive.at(PROGRAM) : "another version";
        if (!program.equals(PROGRAM)) {
            throw new ArchiveException("was saved by glia " + program + "; this is " + PROGRAM);
        }
    }

    private static void belonging(TrainingSession session, Archive archive) {
        Scenario scenario = session.scenario();
        expect(archive, scenario.fingerprint(), "is of another scenario or technology");
        expect(archive, session.dataFingerprint(), "is of a run on other data");
    }

    private static void expect(Archive archive, String present, String complaint) {
        if (!archive.at(present).equals(present)) {
            throw new ArchiveException(complaint + " than this one");
        }
    }
}
