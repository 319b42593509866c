package glia.cli.sweep;

import glia.core.config.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of a sweep: what was asked for, the points, what is finished of them, and at the end the tables. */
public final class SweepFolder {
    static final String LOCK = "lock";
    static final String SWEEP = "sweep.yaml";
    private static final String BASE = "base.yaml";
    private static final String TECHNOLOGY = "technology.yaml";
    private static final String POINTS = "points.csv";
    private static final String PARTS = "parts";
    private static final String RUNS = "runs";
    private static final Set<String> FIRST_FILES = Set.of(BASE, TECHNOLOGY, POINTS, LOCK, PARTS, RUNS);

    private final Path folder;
    private final Sweep sweep;

    private SweepFolder(Path folder, Sweep sweep) {
        this.folder = folder;
        this.sweep = sweep;
    }

    /** The folder for a new sweep, or for one that was begun there, which must be the same. */
    public static SweepFolder at(Path folder, Sweep sweep) {
        SweepFolder opened = new SweepFolder(folder.toAbsolutePath().normalize(), sweep);
        if (Files.exists(opened.folder.resolve(SWEEP))) {
            opened.checkSame(folder);
        } else {
            opened.checkFree(folder);
        }
        return opened;
    }

    /** Reserves a folder of the sweep's name and a running number that is not there yet. */
    public static SweepFolder next(Path parent, Sweep sweep) {
        int number = 1;
        while (true) {
            Path folder = parent.resolve(sweep.name() + "-" + number);
            try {
                Files.createDirectories(parent);
                return at(Files.createDirectory(folder), sweep);
            } catch (FileAlreadyExistsException taken) {
                number++;
            } catch (IOException refused) {
                throw complaint(folder, refused);
            }
        }
    }

    /** Whether a folder is that of a sweep. */
    public static boolean isSweep(Path folder) {
        return Files.isRegularFile(folder.resolve(SWEEP));
    }

    /** The folder of a sweep that was begun. */
    public static SweepFolder begun(Path folder) {
        Path file = folder.resolve(SWEEP);
        if (!Files.isRegularFile(file)) {
            throw new InputException(folder + ": is no sweep; expected a folder with " + SWEEP);
        }
        return at(folder, Sweep.read(file));
    }

    /** A complaint about something that cannot be read or written. */
    static InputException complaint(Path place, IOException refused) {
        String reason =
                refused.getMessage() == null ? "" : " " + refused.getMessage().replaceAll("\\s+", " ");
        return new InputException(
                place + ": cannot be used (" + refused.getClass().getSimpleName() + reason + ")");
    }

    private void checkFree(Path shown) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new InputException(shown + ": is no folder; expected a new one for the sweep");
            }
            if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    if (!entries.map(each -> each.getFileName().toString())
                            .allMatch(name -> FIRST_FILES.contains(name) || name.startsWith("."))) {
                        throw new InputException(shown
                                + ": exists already and holds no sweep; expected a new folder, or one of this sweep");
                    }
                }
            }
        } catch (IOException refused) {
            throw complaint(shown, refused);
        }
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(BASE, sweep.base().toYaml());
        texts.put(TECHNOLOGY, sweep.base().technologyText());
        texts.put(SWEEP, sweep.text());
        return texts;
    }

    private void checkSame(Path shown) {
        Map<String, String> what = Map.of(
                SWEEP, "its sweep file says something else",
                BASE, "the scenario it varies has changed",
                TECHNOLOGY, "the technology of its scenario has changed");
        texts().forEach((name, text) -> {
            try {
                if (!Files.readString(folder.resolve(name)).equals(text)) {
                    throw new InputException(shown + ": holds another sweep: " + what.get(name) + " (" + name
                            + "); expected a new folder, or the same sweep");
                }
            } catch (IOException broken) {
                throw complaint(folder.resolve(name), broken);
            }
        });
    }

    /** Writes what the folder begins with, if it is new; {@code sweep.yaml} comes last. */
    public void begin() {
        try {
            Files.createDirectories(folder.resolve(PARTS));
            if (!Files.exists(folder.resolve(SWEEP))) {
                PointTable.write(file(POINTS), sweep);
                for (Map.Entry<String, String> text : texts().entrySet()) {
                    file(text.getKey()).write(out -> out.write(text.getValue().getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    /** Removes the folder if nothing was put into it. */
    public void removeIfEmpty() {
        try {
            if (isEmpty()) {
                Files.delete(folder);
            }
        } catch (IOException refused) {
            throw complaint(folder, refused);
        }
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** A file of the folder, to be written whole. */
    WholeFile file(String name) {
        return new WholeFile(folder.resolve(name));
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** The sweep. */
    public Sweep sweep() {
        return sweep;
    }

    /** Where the runs of points are kept, if they are. */
    public Path runs() {
        return folder.resolve(RUNS);
    }

    /** The folder of what each process has finished. */
    Path parts() {
        return folder.resolve(PARTS);
    }

    /** What is finished by now. */
    Parts finished() {
        return Parts.read(parts(), sweep.points().count());
    }

    /** How many points are finished by now. */
    public int finishedCount() {
        return finished().count();
    }

    /** The points of a share that are not finished by now. */
    public int[] missing(Share share) {
        return finished().missing(share);
    }

    /** Removes what runs of points that are still to be run have left. */
    void clearRuns(int[] points) throws IOException {
        if (!Files.isDirectory(runs())) {
            return;
        }
        Set<String> unfinished = Arrays.stream(points).mapToObj(String::valueOf).collect(Collectors.toSet());
        List<Path> left = new ArrayList<>();
        try (Stream<Path> entries = Files.list(runs())) {
            entries.filter(each ->
                            unfinished.contains(each.getFileName().toString().replaceAll("^\\.|\\.writing-.*", "")))
                    .forEach(left::add);
        }
        for (Path each : left) {
            try (Stream<Path> files = Files.list(each)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(each);
        }
    }
}
