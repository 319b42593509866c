package glia.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlyphsTest {
    private final TrainAndTest glyphs = Glyphs.generate(1, 2000, 500);

    /** A change here changes every run on the embedded data: it needs a reason in the commit. */
    @Test
    void theFirstPicturesStayAsTheyAre() {
        assertEquals(
                "[5, 8, 0, 1, 2, 9, 3, 6, 4, 7]",
                Arrays.toString(
                        IntStream.range(0, 10).map(glyphs.train()::label).toArray()));
        assertEquals(1304693397, fingerprint(glyphs.train().first(20)));
        assertEquals(-2004666005, fingerprint(glyphs.test().first(20)));
    }

    @Test
    void aPictureDoesNotDependOnHowManyAreDrawn() {
        TrainAndTest few = Glyphs.generate(1, 33, 7);
        for (int i = 0; i < 33; i++) {
            assertArrayEquals(few.train().input(i), glyphs.train().input(i));
            assertEquals(few.train().label(i), glyphs.train().label(i));
        }
        assertArrayEquals(few.test().input(6), glyphs.test().input(6));
    }

    @Test
    void classesAreBalancedInEveryTen() {
        for (int start = 0; start < 500; start += 10) {
            int from = start;
            assertEquals(
                    10,
                    IntStream.range(from, from + 10)
                            .map(glyphs.test()::label)
                            .distinct()
                            .count());
        }
    }

    @Test
    void mostPixelsAreExactlyZeroAndNoneIsOutside() {
        int zeros = 0;
        for (int i = 0; i < glyphs.train().size(); i++) {
            for (float value : glyphs.train().input(i)) {
                assertTrue(value >= 0 && value <= 1);
                zeros += value == 0 ? 1 : 0;
            }
        }
        double share = zeros / (double) (glyphs.train().size() * Glyphs.SIDE * Glyphs.SIDE);
        assertTrue(share > 0.75 && share < 0.85, "share of zeros " + share);
    }

    @Test
    void pixelsAreMultiplesOfOne255thAsInPictureFiles() {
        for (float value : glyphs.test().input(3)) {
            assertEquals(Math.round(value * 255) / 255f, value);
        }
    }

    @Test
    void setsAndSeedsDiffer() {
        assertNotEquals(
                fingerprint(glyphs.train().first(20)), fingerprint(glyphs.test().first(20)));
        assertNotEquals(
                fingerprint(glyphs.train().first(20)),
                fingerprint(Glyphs.generate(2, 20, 20).train()));
    }

    /** Even a nearest-mean classifier finds much of the class, so labels and pictures belong together. */
    @Test
    void picturesTellTheirClass() {
        float[][] means = new float[Glyphs.CLASSES][Glyphs.SIDE * Glyphs.SIDE];
        Dataset train = glyphs.train();
        for (int i = 0; i < train.size(); i++) {
            for (int j = 0; j < train.inputSize(); j++) {
                means[train.label(i)][j] += train.input(i)[j] * Glyphs.CLASSES / train.size();
            }
        }
        Dataset test = glyphs.test();
        long right = IntStream.range(0, test.size())
                .filter(i -> nearest(means, test.input(i)) == test.label(i))
                .count();
        assertTrue(right > test.size() / 2, right + " of " + test.size());
    }

    private static int nearest(float[][] means, float[] input) {
        int best = 0;
        for (int label = 1; label < means.length; label++) {
            best = distance(means[label], input) < distance(means[best], input) ? label : best;
        }
        return best;
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }

    private static int fingerprint(Dataset data) {
        int hash = 1;
        for (int i = 0; i < data.size(); i++) {
            hash = 31 * hash + Arrays.hashCode(data.input(i));
        }
        return hash;
    }
}
