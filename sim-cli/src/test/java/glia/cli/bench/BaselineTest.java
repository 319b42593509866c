package glia.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glia.core.config.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored ratios: what is written is read again, and what cannot be read is said with its line. */
class BaselineTest {
    @Test
    void whatIsWrittenIsReadAgainInOrder(@TempDir Path folder) throws IOException {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratios.put("write counts, all", 12.5);
        ratios.put("a queue", 0.0625);
        Path file = folder.resolve("ratios.csv");
        Files.writeString(file, new Baseline(ratios).text());
        assertEquals("name,ratio\nwrite counts, all,12.5000\na queue,0.0625\n", Files.readString(file));
        assertEquals(
                List.copyOf(ratios.entrySet()),
                List.copyOf(Baseline.read(file).ratios().entrySet()));
    }

    @Test
    void theShippedOneHoldsRatios() {
        assertFalse(Baseline.shipped().ratios().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|:1: expected the line name,ratio",
                "name,ratio;a,1;b|:3: is 'b'; expected a name, a comma and a number above 0",
                "name,ratio;a,0|:2: is 'a,0'; expected a name, a comma and a number above 0",
                "name,ratio;a,NaN|:2: is 'a,NaN'; expected a name, a comma and a number above 0",
                "name,ratio;a,Infinity|:2: is 'a,Infinity'; expected a name, a comma and a number above 0",
                "name,ratio;,3|:2: is ',3'; expected a name, a comma and a number above 0",
                "name,ratio;a,1;a,2|:3: there is a second a"
            })
    void whatCannotBeReadIsSaidWithItsLine(String lines, String complaint) {
        InputException wrong =
                assertThrows(InputException.class, () -> Baseline.parse("file", lines.replace(';', '\n')));
        assertEquals("file" + complaint, wrong.getMessage());
    }
}
