package glia.cli.data;

import static glia.cli.data.TestFiles.assertComplaint;
import static glia.cli.data.TestFiles.idx;
import static glia.cli.data.TestFiles.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.learning.data.TrainAndTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCatalogueTest {
    @TempDir
    Path folder;

    private DataFolders folders;
    private DataCatalogue catalogue;

    @BeforeEach
    void fillTheCache() throws IOException {
        folders = new DataFolders(folder);
        catalogue = new DataCatalogue(folders);
        Path digits = Files.createDirectory(folder.resolve("digits"));
        for (String part : List.of("train", "t10k")) {
            write(digits.resolve(part + "-images-idx3-ubyte"), idx(new int[] {0x803, 3, 1, 1}, 7, 8, 9));
            write(digits.resolve(part + "-labels-idx1-ubyte"), idx(new int[] {0x801, 3}, 0, 1, 2));
        }
        Path flowers = Files.createDirectory(folder.resolve("flowers"));
        write(
                flowers.resolve("f.csv"),
                "1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n9,a\n10,b\n".getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(folder.resolve("empty"));
    }

    @Test
    void loadsByTheFormatOfTheFiles() {
        assertEquals(3, catalogue.load(DataRequest.of("digits")).test().size());
        TrainAndTest flowers = catalogue.load(DataRequest.of("flowers"));
        assertEquals(8, flowers.train().size());
        assertEquals(2, flowers.test().size());
    }

    @Test
    void drawsGlyphsInTheNumbersAskedFor() {
        TrainAndTest glyphs = catalogue.load(request("glyphs", Optional.empty(), 30, 20));
        assertEquals(30, glyphs.train().size());
        assertEquals(20, glyphs.test().size());
    }

    @Test
    void takesTheFirstSamples() {
        TrainAndTest digits = catalogue.load(request("digits", Optional.empty(), 2, 1));
        assertEquals(2, digits.train().size());
        assertEquals(1, digits.test().size());
        TrainAndTest flowers = catalogue.load(request("flowers", Optional.empty(), 3, 6));
        assertEquals(3, flowers.train().size());
        assertEquals(6, flowers.test().size());
    }

    @Test
    void aGivenFolderIsTheSetOrHoldsIt() {
        assertEquals(
                2,
                catalogue
                        .load(request("digits", Optional.of(folder), 2, 1))
                        .train()
                        .size());
        assertEquals(
                2,
                catalogue
                        .load(request("mine", Optional.of(folder.resolve("digits")), 2, 1))
                        .train()
                        .size());
    }

    @Test
    void namesWhatIsMissingAndHowToGetIt() {
        bad(
                DataRequest.of("mnist"),
                "mnist: no such folder; expected mnist, which \"glia data fetch mnist\" brings there");
        bad(
                DataRequest.of("flovers"),
                "no data set flovers; expected one of glyphs, patterns, digits, fashion-mnist, flowers, mnist, or a folder;"
                        + " did you mean flowers?");
        bad(DataRequest.of("empty"), "empty: no data file; expected IDX, CIFAR-10 or CSV files");
        bad(
                request("x", Optional.of(folder.resolve("nowhere")), 1, 1),
                "nowhere: no such folder; expected the files of x");
    }

    @Test
    void refusesMoreSamplesThanThereAre() {
        bad(request("digits", Optional.empty(), 4, 1), "digits: 4 training samples wanted; expected 1 to 3");
        bad(request("digits", Optional.empty(), 1, 0), "digits: 0 test samples wanted; expected 1 to 3");
        bad(
                request("flowers", Optional.empty(), 1, 10),
                "flowers/f.csv: 10 test samples wanted; expected 1 to 9 of its 10");
        bad(request("glyphs", Optional.empty(), 0, 10), "glyphs: 0 training samples wanted; expected at least 1");
    }

    @Test
    void refusesAFolderWithTwoTables() {
        write(folder.resolve("flowers").resolve("g.csv"), new byte[0]);
        bad(DataRequest.of("flowers"), "flowers: 2 CSV files; expected exactly one");
    }

    @Test
    void listsWhatThereIs() {
        List<DataList.Entry> list = DataList.of(folders);
        assertEquals(
                List.of("glyphs", "patterns", "digits", "fashion-mnist", "flowers", "mnist"),
                list.stream().map(DataList.Entry::name).toList());
        assertEquals(
                new DataList.Entry(
                        "digits",
                        Optional.of(folder.resolve("digits")),
                        Optional.of(DataFormat.IDX),
                        4,
                        60,
                        OptionalInt.of(3),
                        OptionalInt.of(3),
                        Optional.empty()),
                list.get(2));
        assertEquals(0, list.get(5).files());
        assertEquals(Optional.empty(), list.get(5).format());
    }

    @Test
    void aBrokenSetIsListedWithItsProblem() {
        Path images = write(folder.resolve("digits").resolve("train-images-idx3-ubyte"), new byte[3]);
        DataList.Entry digits = DataList.of(folders).get(2);
        assertEquals(
                Optional.of(images + ": byte 3: the file ends after 3 bytes of the magic number; expected 4"),
                digits.problem());
        assertEquals(OptionalInt.empty(), digits.train());
    }

    @Test
    void theCacheIsWhereTheEnvironmentSays() {
        Path home = Path.of("home");
        assertEquals(
                Path.of("a/glia/data"),
                DataFolders.of(Map.of("GLIA_CACHE", "a", "XDG_CACHE_HOME", "b"), home)
                        .cache());
        assertEquals(
                Path.of("b/glia/data"),
                DataFolders.of(Map.of("GLIA_CACHE", "", "XDG_CACHE_HOME", "b"), home)
                        .cache());
        assertEquals(
                Path.of("home/.cache/glia/data"), DataFolders.of(Map.of(), home).cache());
    }

    private void bad(DataRequest request, String message) {
        assertComplaint(folder, message, () -> catalogue.load(request));
    }

    private static DataRequest request(String name, Optional<Path> given, int train, int test) {
        return new DataRequest(name, given, 1, OptionalInt.of(train), OptionalInt.of(test), CsvReader.Layout.STANDARD);
    }
}
