package glia.cli.data;

import static glia.cli.data.TestFiles.assertComplaint;
import static glia.cli.data.TestFiles.packed;
import static glia.cli.data.TestFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.cli.data.CsvReader.Header;
import glia.cli.data.CsvReader.Layout;
import glia.learning.data.Dataset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsNamedClassesInTheOrderOfTheirNames() {
        Dataset data = read("width,height,kind\n1,2.5,rose\n-3,4e1,iris\n5,6,rose\n", Layout.STANDARD);
        assertEquals(2, data.classes());
        assertEquals("[1, 0, 1]", labels(data));
        assertArrayEquals(new float[] {-3, 40}, data.input(1));
    }

    @Test
    void readsNumberedClassesByValueWithoutAHeader() {
        Dataset data = read("0.5,1,10\r\n2,3,9\r\n\r\n4,5,-1\r\n", Layout.STANDARD);
        assertEquals(3, data.classes());
        assertEquals("[2, 1, 0]", labels(data));
        assertArrayEquals(new float[] {0.5f, 1}, data.input(0));
    }

    @Test
    void theLabelColumnMayBeNamedOrNumbered() {
        String text = "kind,a,b\nx,1,2\ny,3,4\n";
        assertArrayEquals(
                new float[] {1, 2}, read(text, layout(Header.DETECT, "kind")).input(0));
        assertArrayEquals(
                new float[] {3, 4}, read(text, layout(Header.PRESENT, "1")).input(1));
        assertArrayEquals(
                new float[] {1, 9},
                read("1,x,9\n2,y,8\n", layout(Header.ABSENT, "2")).input(0));
    }

    @Test
    void aNamedLabelColumnShowsTheHeaderEvenIfOtherNamesAreNumbers() {
        assertEquals(
                2,
                read("0,1,kind\n1,2,x\n3,4,y\n", layout(Header.DETECT, "kind")).size());
    }

    @Test
    void readsPackedFilesWithAByteOrderMarkAndQuotes() {
        write(folder.resolve("d.csv"), packed("\uFEFF\"1\",2,\"x, y\"\n3,4,z\n".getBytes(StandardCharsets.UTF_8)));
        Dataset data = CsvReader.read("toy", folder.resolve("d.csv"), Layout.STANDARD);
        assertArrayEquals(new float[] {1, 2}, data.input(0));
        assertEquals("[0, 1]", labels(data));
    }

    @Test
    void namesLineAndColumnOfAWrongField() {
        bad("1,2,x\n3,abc,y\n", Layout.STANDARD, "d.csv:2:3: value abc; expected a finite number");
        bad("\"1\",2,x\n\"3\",,y\n", Layout.STANDARD, "d.csv:2:5: value ; expected a finite number");
        bad("1,2,x\n3,NaN,y\n", Layout.STANDARD, "d.csv:2:3: value NaN; expected a finite number");
        bad("1,2,x\n1e40,2,y\n", Layout.STANDARD, "d.csv:2:1: value 1e40; expected a finite number");
        bad("1,2,x\n3,2f,y\n", Layout.STANDARD, "d.csv:2:3: value 2f; expected a finite number");
        bad("1,2,x\n3,4, \n", Layout.STANDARD, "d.csv:2:5: empty label; expected a name or a whole number");
        bad("1,2,x\n3,4\n", Layout.STANDARD, "d.csv:2:3: 2 columns; expected 3 as in the first row");
        bad("1,2,x\n3,4,y,5\n", Layout.STANDARD, "d.csv:2:5: 4 columns; expected 3 as in the first row");
    }

    @Test
    void refusesWhatIsNoTableOfSamples() {
        bad("", Layout.STANDARD, "d.csv: the file is empty; expected rows of numbers and a label");
        bad("a,b,c\n", Layout.STANDARD, "d.csv: no row below the header; expected rows of numbers and a label");
        bad("1;2;x\n", Layout.STANDARD, "d.csv:1:1: 1 column; expected at least 2, separated by commas");
        bad("1,x\n2,x\n", Layout.STANDARD, "d.csv: the label column holds 1 different labels; expected 2 to 1000");
        bad(
                "a,kind\n1,x\n",
                layout(Header.DETECT, "kinds"),
                "d.csv: label column kinds; expected a number from 1 to 2 or one of a, kind; did you mean kind?");
        bad("1,x\n", layout(Header.DETECT, "3"), "d.csv: label column 3; expected a number from 1 to 2");
    }

    @Test
    void refusesDamagedFiles() {
        byte[] gzip = packed("1,2,x\n3,4,y\n".getBytes(StandardCharsets.UTF_8));
        write(folder.resolve("d.csv"), Arrays.copyOf(gzip, gzip.length - 9));
        assertComplaint(
                folder,
                "d.csv: gzip data ends too early; expected a whole gzip file",
                () -> CsvReader.read("toy", folder.resolve("d.csv"), Layout.STANDARD));
        assertComplaint(
                folder, "e.csv: no such file", () -> CsvReader.read("toy", folder.resolve("e.csv"), Layout.STANDARD));
    }

    private void bad(String text, Layout layout, String message) {
        assertComplaint(folder, message, () -> read(text, layout));
    }

    private Dataset read(String text, Layout layout) {
        Path file = write(folder.resolve("d.csv"), text.getBytes(StandardCharsets.UTF_8));
        return CsvReader.read("toy", file, layout);
    }

    private static Layout layout(Header header, String labelColumn) {
        return new Layout(header, Optional.of(labelColumn));
    }

    private static String labels(Dataset data) {
        return Arrays.toString(IntStream.range(0, data.size()).map(data::label).toArray());
    }
}
