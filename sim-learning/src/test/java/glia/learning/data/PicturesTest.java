package glia.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PicturesTest {
    /** Pixel values 0 to 15, row by row, and the same twice as large. */
    private static Dataset pictures() {
        float[][] inputs = new float[2][16];
        for (int i = 0; i < 16; i++) {
            inputs[0][i] = i;
            inputs[1][i] = 2 * i;
        }
        return new Dataset("squares", inputs, new int[] {1, 0}, 2);
    }

    @Test
    void aCropIsTheMiddle() {
        Dataset cropped = Pictures.crop(pictures(), 2);
        assertArrayEquals(new float[] {5, 6, 9, 10}, cropped.input(0));
        assertArrayEquals(new float[] {10, 12, 18, 20}, cropped.input(1));
        assertEquals(1, cropped.label(0));
        assertEquals(0, cropped.label(1));
    }

    @Test
    void anOddMarginIsSmallerAboveAndToTheLeft() {
        assertArrayEquals(
                new float[] {0, 1, 2, 4, 5, 6, 8, 9, 10},
                Pictures.crop(pictures(), 3).input(0));
        assertArrayEquals(pictures().input(0), Pictures.crop(pictures(), 4).input(0));
    }

    @Test
    void onlyWhatIsAboveTheThresholdIsOne() {
        float[] bits = Pictures.binarize(pictures(), 13f).input(0);
        assertArrayEquals(new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1}, bits);
    }

    @Test
    void whatIsNoSquareOrTooLargeIsRefused() {
        Dataset flat = new Dataset("flat", new float[][] {{1, 2, 3}}, new int[] {0}, 2);
        assertThrows(IllegalArgumentException.class, () -> Pictures.side(flat));
        assertThrows(IllegalArgumentException.class, () -> Pictures.crop(pictures(), 5));
        assertThrows(IllegalArgumentException.class, () -> Pictures.crop(pictures(), 0));
        assertEquals(28, Pictures.side(Glyphs.generate(1, 1, 1).train()));
    }
}
