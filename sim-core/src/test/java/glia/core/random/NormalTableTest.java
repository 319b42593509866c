package glia.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalTableTest {
    private static float at(int place) {
        return NormalTable.of((long) place << 48 | 0xFFFFL);
    }

    /** Φ⁻¹ of standard tables. */
    @Test
    void holdsQuantiles() {
        assertEquals(1.2815516, at((int) (0.1 * 65_536)), 1e-4);
        assertEquals(0.6744898, at((int) (0.25 * 65_536)), 1e-4);
        assertEquals(0.0000191, at(32_767), 1e-6);
        assertEquals(2.3263479, at((int) (0.01 * 65_536)), 2e-3);
        assertEquals(4.3250, at(0), 1e-3);
    }

    @Test
    void isSymmetricWithVarianceOne() {
        double sum = 0;
        double squares = 0;
        for (int place = 0; place < 65_536; place++) {
            float value = at(place);
            assertEquals(-value, at(place ^ 0x8000));
            sum += value;
            squares += (double) value * value;
        }
        assertEquals(0, sum / 65_536, 1e-12);
        assertEquals(1, squares / 65_536, 1e-4);
    }
}
