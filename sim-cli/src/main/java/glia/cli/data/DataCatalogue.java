package glia.cli.data;

import glia.core.config.InputException;
import glia.core.config.NearestName;
import glia.core.config.Position;
import glia.learning.data.Dataset;
import glia.learning.data.Glyphs;
import glia.learning.data.Patterns;
import glia.learning.data.Split;
import glia.learning.data.TrainAndTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Finds a set by its name and reads it. */
public final class DataCatalogue {
    /** The set that is always there. */
    public static final String GLYPHS = "glyphs";

    /** The set small enough to follow by eye, always there too. */
    public static final String PATTERNS = "patterns";

    /** The number of patterns drawn to learn from unless another is asked for. */
    public static final int PATTERNS_TRAIN = 400;

    /** The number of patterns drawn to test on unless another is asked for. */
    public static final int PATTERNS_TEST = 100;

    /** The numbers of glyphs drawn unless others are asked for. */
    public static final int GLYPHS_TRAIN = 20_000;

    /** The numbers of glyphs drawn to test on. */
    public static final int GLYPHS_TEST = 4_000;

    /** The share of a set without a split that is kept for the test. */
    public static final double TEST_SHARE = 0.2;

    private static final int IDX_CLASSES = 10;

    private final DataFolders folders;

    /** A catalogue of the sets in these folders. */
    public DataCatalogue(DataFolders folders) {
        this.folders = folders;
    }

    /** Whether a folder holds files of a set. */
    public static boolean holds(Path folder) {
        return DataFormat.of(folder).isPresent();
    }

    /** The samples asked for, as they were written (pixels 0 to 1), not standardised. */
    public TrainAndTest load(DataRequest request) {
        if (request.name().equals(GLYPHS)) {
            return glyphs(request);
        }
        if (request.name().equals(PATTERNS)) {
            return Patterns.generate(
                    request.seed(),
                    request.train().orElse(PATTERNS_TRAIN),
                    request.test().orElse(PATTERNS_TEST));
        }
        Path folder = folders.folder(request.name(), request.folder());
        TrainAndTest all = read(request, folder);
        return new TrainAndTest(
                first(all.train(), request.train(), "training", folder),
                first(all.test(), request.test(), "test", folder));
    }

    private static TrainAndTest glyphs(DataRequest request) {
        int train = request.train().orElse(GLYPHS_TRAIN);
        int test = request.test().orElse(GLYPHS_TEST);
        if (train < 1 || test < 1) {
            throw new InputException(GLYPHS + ": " + (train < 1 ? train + " training" : test + " test")
                    + " samples wanted; expected at least 1");
        }
        return Glyphs.generate(request.seed(), train, test);
    }

    private TrainAndTest read(DataRequest request, Path folder) {
        boolean fetched = request.folder().isEmpty()
                && RemoteSet.ALL.stream().anyMatch(set -> set.name().equals(request.name()));
        if (!Files.isDirectory(folder) || (fetched && DataFormat.of(folder).isEmpty())) {
            throw missing(request, folder);
        }
        DataFormat format = DataFormat.of(folder)
                .orElseThrow(() -> new InputException(
                        Position.of(folder.toString()), "no data file; expected IDX, CIFAR-10 or CSV files"));
        return switch (format) {
            case EMBEDDED -> throw new IllegalStateException("an embedded set has no folder");
            case IDX -> IdxReader.read(request.name(), folder, IDX_CLASSES);
            case CIFAR -> CifarReader.read(request.name(), folder);
            case CSV -> split(request, folder);
        };
    }

    private static TrainAndTest split(DataRequest request, Path folder) {
        Path file = DataFormat.CSV.onlyFile(folder);
        Dataset all = CsvReader.read(request.name(), file, request.layout());
        if (request.test().isEmpty()) {
            return Split.byFraction(all, TEST_SHARE, request.seed());
        }
        int count = request.test().getAsInt();
        if (count < 1 || count >= all.size()) {
            throw new InputException(
                    Position.of(file.toString()),
                    count + " test samples wanted; expected 1 to " + (all.size() - 1) + " of its " + all.size());
        }
        return Split.byCount(all, count, request.seed());
    }

    private static Dataset first(Dataset data, OptionalInt wanted, String part, Path folder) {
        int count = wanted.orElse(data.size());
        if (count < 1 || count > data.size()) {
            throw new InputException(
                    Position.of(folder.toString()),
                    count + " " + part + " samples wanted; expected 1 to " + data.size());
        }
        return count == data.size() ? data : data.first(count);
    }

    private InputException missing(DataRequest request, Path folder) {
        if (request.folder().isPresent()) {
            return new InputException(
                    Position.of(folder.toString()), "no such folder; expected the files of " + request.name());
        }
        if (RemoteSet.ALL.stream().anyMatch(set -> set.name().equals(request.name()))) {
            return new InputException(
                    Position.of(folder.toString()),
                    "no such folder; expected " + request.name() + ", which \"glia data fetch " + request.name()
                            + "\" brings there");
        }
        List<String> names =
                DataList.of(folders).stream().map(DataList.Entry::name).toList();
        return new InputException("no data set " + request.name() + "; expected one of " + String.join(", ", names)
                + ", or a folder" + NearestName.hint(request.name(), names));
    }
}
