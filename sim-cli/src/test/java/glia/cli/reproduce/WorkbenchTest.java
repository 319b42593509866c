package glia.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.cli.data.DataFolders;
import glia.core.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which data a reproduction gets. */
class WorkbenchTest {
    private static final Subject SUBJECT =
            new Subject("x", Paper.DELTA, "Fig. 0", "claim", 1, 2, List.of("mnist", "cifar-10"));

    @TempDir
    private Path folder;

    private Workbench bench(boolean full, boolean given) {
        DataFolders folders = new DataFolders(given ? folder.resolve("cache") : folder);
        return new Workbench(full, List.of(1L), given ? Optional.of(folder) : Optional.empty(), folders, Steps.SILENT);
    }

    private void put(String set, String file) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(set)).resolve(file), "");
    }

    @Test
    void quickFormTakesGlyphsWhereNothingIsThere() {
        assertEquals(List.of("data.set=glyphs"), bench(false, false).dataSettings("mnist"));
        assertDoesNotThrow(() -> bench(false, false).check(SUBJECT));
    }

    @Test
    void publishedSetIsTakenFromTheCacheOrTheFolderGiven() throws IOException {
        put("mnist", "train-images-idx3-ubyte.gz");
        assertEquals(List.of("data.set=mnist"), bench(false, false).dataSettings("mnist"));
        String dir = "data.dir=" + folder.resolve("mnist").toAbsolutePath();
        assertEquals(List.of("data.set=mnist", dir), bench(false, true).dataSettings("mnist"));
        assertDoesNotThrow(() -> bench(false, true).check(SUBJECT));
    }

    @Test
    void fullFormWithoutDataSaysWhatToDo() throws IOException {
        put("mnist", "train-images-idx3-ubyte.gz");
        InputException missing =
                assertThrows(InputException.class, () -> bench(true, false).check(SUBJECT));
        assertEquals(
                "reproduce x --full: " + folder.resolve("cifar-10")
                        + " does not hold cifar-10; expected it there (glia data fetch"
                        + " brings mnist and fashion-mnist) or in a folder of that name in one given with --data",
                missing.getMessage());
    }
}
