package glia.cli.data;

import glia.core.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells which sets there are. */
public final class DataList {
    /**
     * One set.
     *
     * @param name what to ask for
     * @param folder where its files are or would be; none if it is embedded
     * @param format how it is written; absent if it is not there yet
     * @param files how many files there are
     * @param bytes how long they are together
     * @param train how many samples to learn from, where a file says so without being read
     * @param test how many samples to test on, likewise
     * @param problem what is wrong with its files, as far as that shows without reading them
     */
    public record Entry(
            String name,
            Optional<Path> folder,
            Optional<DataFormat> format,
            int files,
            long bytes,
            OptionalInt train,
            OptionalInt test,
            Optional<String> problem) {}

    private DataList() {}

    /** The embedded set, those that can be fetched, and whatever else lies in the cache. */
    public static List<Entry> of(DataFolders folders) {
        TreeSet<String> names = new TreeSet<>(folderNames(folders.cache()));
        RemoteSet.ALL.forEach(set -> names.add(set.name()));
        List<Entry> entries = new ArrayList<>();
        entries.add(embedded(DataCatalogue.GLYPHS, DataCatalogue.GLYPHS_TRAIN, DataCatalogue.GLYPHS_TEST));
        entries.add(embedded(DataCatalogue.PATTERNS, DataCatalogue.PATTERNS_TRAIN, DataCatalogue.PATTERNS_TEST));
        names.forEach(name -> entries.add(entry(name, folders.cache().resolve(name))));
        return entries;
    }

    private static Entry embedded(String name, int train, int test) {
        return new Entry(
                name,
                Optional.empty(),
                Optional.of(DataFormat.EMBEDDED),
                0,
                0,
                OptionalInt.of(train),
                OptionalInt.of(test),
                Optional.empty());
    }

    private static List<String> folderNames(Path cache) {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.filter(folder -> DataFormat.of(folder).isPresent())
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        } catch (IOException failed) {
            throw ByteSource.complaint(cache, "", failed);
        }
    }

    private static Entry entry(String name, Path folder) {
        Optional<DataFormat> format = DataFormat.of(folder);
        List<Path> files = format.map(found -> found.files(folder)).orElse(List.of());
        OptionalInt train = OptionalInt.empty();
        OptionalInt test = OptionalInt.empty();
        Optional<String> problem = Optional.empty();
        if (format.filter(DataFormat.IDX::equals).isPresent()) {
            try {
                train = IdxReader.count(folder, "train");
                test = IdxReader.count(folder, "t10k");
            } catch (InputException broken) {
                problem = Optional.ofNullable(broken.getMessage());
            }
        }
        long bytes = files.stream().mapToLong(DataList::size).sum();
        return new Entry(name, Optional.of(folder), format, files.size(), bytes, train, test, problem);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw ByteSource.complaint(file, "", failed);
        }
    }
}
