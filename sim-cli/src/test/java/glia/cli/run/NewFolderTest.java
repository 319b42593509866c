package glia.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is there with all its files, or not at all. */
class NewFolderTest {
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void folderThatWasNotMovedLeavesNothing(@TempDir Path home) throws IOException {
        try (NewFolder folder = NewFolder.prepare(home.resolve("one"), "a test")) {
            folder.write("a.txt", "a");
            folder.write("b.txt", "b");
        }
        assertEquals(List.of(), names(home));
    }

    @Test
    void folderThatWasMovedHoldsItsFilesAndNothingElseIsLeft(@TempDir Path home) throws IOException {
        try (NewFolder folder = NewFolder.prepare(home.resolve("one"), "a test")) {
            folder.write("a.txt", "a");
            folder.moveIntoPlace();
        }
        assertEquals(List.of("one"), names(home));
        assertEquals(List.of("a.txt"), names(home.resolve("one")));
        assertEquals("a", Files.readString(home.resolve("one/a.txt")));
    }
}
