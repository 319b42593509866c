package glia.cli.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ticks and their labels. */
class ScaleTest {
    @Test
    void linearTicksAreRound() {
        assertEquals(List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), Scale.LINEAR.ticks(0, 1, 6));
        assertEquals(List.of(-5.0, 0.0, 5.0), Scale.LINEAR.ticks(-7, 9, 4));
        assertEquals(List.of(84.0, 86.0, 88.0, 90.0, 92.0, 94.0), Scale.LINEAR.ticks(84, 94, 6));
    }

    @Test
    void logarithmicTicksAreDecadesOrDigits() {
        assertEquals(List.of(1.0, 10.0, 100.0, 1000.0), Scale.LOG.ticks(0.9, 1100, 6));
        assertEquals(List.of(20.0, 50.0, 100.0), Scale.LOG.ticks(15, 150, 6));
        assertEquals(List.of(1.0, 100.0, 10000.0), Scale.LOG.ticks(1, 100_000, 3));
    }

    @Test
    void logarithmicAxisRefusesZero() {
        assertThrows(IllegalArgumentException.class, () -> Axis.linear("x", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Axis("x", Scale.LOG, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Scale.LOG.place(-1));
    }

    /** 70 · 0.005 is a little more than 0.35. */
    @Test
    void axisHoldsItsValuesWhereProductsAreRounded() {
        assertEquals(0, Axis.around("x", DoubleStream.of(0.35, 0.37)).share(0.35), 0);
    }

    /** As where every run diverged: the picture is empty, not an error. */
    @Test
    void axisWithoutValuesIsAnAxis() {
        assertEquals(0, Axis.around("x", DoubleStream.of(Double.NaN)).from(), 0);
        assertTrue(Axis.logAround("x", DoubleStream.empty()).from() > 0);
    }

    @Test
    void valuesStandBetweenTheEnds() {
        assertEquals(0.25, Axis.linear("x", 10, 50).share(20), 1e-12);
        assertEquals(0.5, new Axis("x", Scale.LOG, 1, 100).share(10), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.05, 0.05",
        "-2.5, -2.5",
        "999, 999",
        "1000, 1k",
        "12500, 12.5k",
        "2e6, 2M",
        "3e9, 3G",
        "1e12, 1T",
        "0.0002, 2e-4",
        "5e16, 5e16"
    })
    void labelsAreShort(double value, String label) {
        assertEquals(label, Scale.label(value));
    }
}
