package glia.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.cli.figure.DataTable;
import glia.core.random.RandomStream;
import glia.core.stat.Spread;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spreads, fits, spectra and tables. */
class StatisticsTest {
    @Test
    void spreadHasMedianSmallestAndLargest() {
        assertEquals(new Spread(2, 1, 9), Spread.of(9, 1, 2));
        assertEquals(new Spread(2.5, 1, 9), Spread.of(List.of(9.0, 1.0, 3.0, 2.0)));
        assertTrue(Double.isNaN(Spread.of(1, Double.NaN, 3).median()));
    }

    @Test
    void exponentOfAPowerIsFound() {
        double[] x = {1, 2, 7, 30};
        double[] y = Arrays.stream(x).map(each -> 5 * StrictMath.pow(each, 0.5)).toArray();
        assertEquals(0.5, Fit.exponent(x, y), 1e-12);
    }

    @Test
    void singularValuesOfAProductOfKnownOnesAreFound() {
        double[][] matrix = {{3, 0}, {0, -2}, {0, 0}};
        double[] squares = Spectrum.squaredSingularValues(matrix);
        Arrays.sort(squares);
        assertArrayEquals(new double[] {4, 9}, squares, 1e-12);
        double[][] turned = {{3 * 0.6, -3 * 0.8}, {2 * 0.8, 2 * 0.6}, {0, 0}};
        squares = Spectrum.squaredSingularValues(turned);
        Arrays.sort(squares);
        assertArrayEquals(new double[] {4, 9}, squares, 1e-12);
        assertEquals(9.0 / 13, Spectrum.share(turned, 1), 1e-12);
    }

    /** A matrix of three outer products has three directions, and those have all its energy. */
    @Test
    void rankThreeHasAllItsEnergyInThreeDirections() {
        RandomStream draws = RandomStream.of(1, 2);
        double[][] matrix = new double[20][12];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 20; i++) {
                for (int j = 0; j < 12; j++) {
                    matrix[i][j] += draws.sub(k).gaussian(i) * draws.sub(k + 10).gaussian(j);
                }
            }
        }
        assertEquals(1, Spectrum.share(matrix, 3), 1e-10);
        assertTrue(Spectrum.share(matrix, 2) < 0.99);
    }

    @Test
    void tableQuotesWhatItMust() {
        DataTable table = new DataTable("a", "b");
        table.row("x, \"y\"", 0.25);
        assertEquals("a,b\n\"x, \"\"y\"\"\",0.25\n", table.csv());
        assertThrows(IllegalArgumentException.class, () -> table.row(1));
    }

    @Test
    void numbersAreShortAndMissingOnesSaidSo() {
        assertEquals("0.917", Text.three(0.91695));
        assertEquals("4.53e5", Text.three(452_789));
        assertEquals("none", Text.three(Double.NaN));
        assertEquals("diverged", Text.percent(Double.NaN));
        assertEquals("97.20 %", Text.percent(97.2));
        assertEquals("2.50e-7", Text.three(0.00000025));
        assertEquals("", Text.points(Double.NaN));
    }

    @Test
    void differencesAreOursLessThePublished() {
        assertEquals("-1,000", Finding.count("", 5000, 4000, "").difference());
        assertEquals("-2.5 %", Finding.number("", 4, 3.9, "").difference());
        assertEquals(
                "+0.80 points",
                Finding.accuracy("", 97.2, new Spread(98, 97, 99)).difference());
        assertEquals("0.80 points below", Shared.beside(97.2, 98));
        assertEquals("not to be compared with (one diverged)", Shared.beside(Double.NaN, 98));
    }
}
