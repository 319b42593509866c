package glia.cli.command;

import static glia.cli.command.BadInput.of;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glia.cli.scenario.DataSource;
import glia.cli.scenario.Scenario;
import glia.learning.data.Dataset;
import glia.learning.data.Glyphs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures that are cropped and binarized on their way to the chip. */
class PictureDataTest {
    @Test
    void glyphsAreCroppedToTheirMiddleAndMadeOfOneBit() {
        Scenario scenario = Scenario.load(
                "glyphs",
                List.of(
                        "data.crop=20",
                        "data.binarize=0.5",
                        "network.layers=[400, 16, 10]",
                        "data.train=40",
                        "data.test=10"));
        Dataset shown = DataSource.load(scenario.settings(), scenario.shape()).train();
        Dataset whole = Glyphs.generate(1, 40, 10).train();
        assertEquals(40, shown.size());
        for (int i = 0; i < shown.size(); i++) {
            float[] expected = new float[400];
            for (int row = 0; row < 20; row++) {
                for (int column = 0; column < 20; column++) {
                    expected[20 * row + column] = whole.input(i)[28 * (row + 4) + column + 4] > 0.5f ? 1f : 0f;
                }
            }
            assertArrayEquals(expected, shown.input(i));
            assertEquals(whole.label(i), shown.label(i));
        }
    }

    static Stream<BadInput> bad() {
        return Stream.of(
                of(
                        "crop larger than a picture",
                        "--set: data.crop is 29; expected at most 28, the side of the pictures",
                        "run",
                        "glyphs",
                        "--set",
                        "data.crop=29"),
                of(
                        "crop of what is no picture",
                        "--set: data.crop is 2; expected none, or one of the sets glyphs, mnist, fashion-mnist",
                        "run",
                        "tiny",
                        "--set",
                        "data.crop=2"),
                of(
                        "crop that the network does not take",
                        "--set: network.layers is [784, 16, 10]; expected 400 inputs first and 10 classes last, as data set"
                                + " glyphs has",
                        "run",
                        "glyphs",
                        "--set",
                        "data.crop=20",
                        "--set",
                        "network.layers=[784, 16, 10]"),
                of(
                        "threshold in words",
                        "--set: data.binarize is half; expected none or a number from -1000000 to 1000000",
                        "run",
                        "glyphs",
                        "--set",
                        "data.binarize=half"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isAnsweredInOneLine(BadInput input, @TempDir Path folder) throws IOException {
        input.check(folder);
    }
}
