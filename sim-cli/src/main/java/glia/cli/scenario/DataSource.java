package glia.cli.scenario;

import glia.chip.build.NetworkShape;
import glia.cli.data.CsvReader;
import glia.cli.data.DataCatalogue;
import glia.cli.data.DataFolders;
import glia.cli.data.DataRequest;
import glia.core.config.InputException;
import glia.core.config.Settings;
import glia.learning.data.Pictures;
import glia.learning.data.Standardisation;
import glia.learning.data.TrainAndTest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The data of a scenario, read, standardised and checked against its network. */
public final class DataSource {
    private static final List<String> AS_READ = List.of("glyphs", "patterns", "mnist", "fashion-mnist");

    private static final List<String> PICTURES = List.of("glyphs", "mnist", "fashion-mnist");

    private DataSource() {}

    /** Reads the data that the settings name. */
    public static TrainAndTest load(Settings settings, NetworkShape shape) {
        TrainAndTest data = binarized(
                settings, cropped(settings, new DataCatalogue(DataFolders.ofThisUser()).load(request(settings))));
        checkFit(settings, shape, data);
        return standardisation(settings).apply(data);
    }

    private static TrainAndTest cropped(Settings settings, TrainAndTest data) {
        if (settings.isWord("data.crop", "none")) {
            return data;
        }
        if (!PICTURES.contains(settings.word("data.set"))) {
            throw settings.complaint("data.crop", "none, or one of the sets " + String.join(", ", PICTURES));
        }
        int side = settings.integer("data.crop");
        int whole = Pictures.side(data.train());
        if (side > whole) {
            throw settings.complaint("data.crop", "at most " + whole + ", the side of the pictures");
        }
        return new TrainAndTest(Pictures.crop(data.train(), side), Pictures.crop(data.test(), side));
    }

    private static TrainAndTest binarized(Settings settings, TrainAndTest data) {
        if (settings.isWord("data.binarize", "none")) {
            return data;
        }
        float threshold = (float) settings.decimal("data.binarize");
        return new TrainAndTest(Pictures.binarize(data.train(), threshold), Pictures.binarize(data.test(), threshold));
    }

    private static DataRequest request(Settings settings) {
        return new DataRequest(
                settings.word("data.set"),
                settings.isWord("data.dir", "cache") ? Optional.empty() : Optional.of(path(settings, "data.dir")),
                settings.whole("data.seed"),
                count(settings, "data.train"),
                count(settings, "data.test"),
                new CsvReader.Layout(
                        CsvReader.Header.DETECT,
                        settings.isWord("data.label", "last")
                                ? Optional.empty()
                                : Optional.of(settings.word("data.label"))));
    }

    /** The path under a key. */
    public static Path path(Settings settings, String key) {
        try {
            return Path.of(settings.word(key));
        } catch (InvalidPathException wrong) {
            throw settings.complaint(key, "a path");
        }
    }

    private static OptionalInt count(Settings settings, String key) {
        return settings.isWord(key, "all") ? OptionalInt.empty() : OptionalInt.of(settings.integer(key));
    }

    private static Standardisation standardisation(Settings settings) {
        return switch (settings.word("data.standardise")) {
            case "none" -> Standardisation.NONE;
            case "scalar" -> Standardisation.SCALAR;
            case "per-feature" -> Standardisation.FEATURE;
            default -> automatic(settings.word("data.set"));
        };
    }

    private static Standardisation automatic(String set) {
        if (set.equals("cifar-10")) {
            return Standardisation.SCALAR;
        }
        return AS_READ.contains(set) ? Standardisation.NONE : Standardisation.FEATURE;
    }

    private static void checkFit(Settings settings, NetworkShape shape, TrainAndTest data) {
        InputException complaint = settings.complaint(
                "network.layers",
                data.train().inputSize() + " inputs first and " + data.train().classes() + " classes last, as data set "
                        + settings.word("data.set") + " has");
        if (shape.inputs(0) != data.train().inputSize()
                || shape.classes() != data.train().classes()) {
            throw complaint;
        }
        for (int label = 0; label < data.train().classes(); label++) {
            if (data.train().indicesOf(label).length == 0) {
                throw settings.complaint(
                        "data.train", "enough samples to have each class at least once; class " + label + " has none");
            }
        }
    }
}
