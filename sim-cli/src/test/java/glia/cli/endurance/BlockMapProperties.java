package glia.cli.endurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BlockMapProperties {
    /** The number at (i, j) is (7 i + 3 j) mod 11. */
    @Property(tries = 100)
    void everyBlockHasItsLargestNumberAndItsMean(
            @ForAll @IntRange(min = 1, max = 350) int rows, @ForAll @IntRange(min = 1, max = 350) int columns) {
        BlockMap map = new BlockMap(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                map.add(i, j, (7L * i + 3L * j) % 11);
            }
        }
        double[][] largest = map.largest();
        double[][] means = map.means();
        assertTrue(largest.length <= 100 && largest[0].length <= 100, largest.length + " x " + largest[0].length);
        assertEquals(rows <= 100 && columns <= 100, map.isWhole());
        for (int i = 0; i < largest.length; i++) {
            for (int j = 0; j < largest[0].length; j++) {
                check(map, i, j, rows, columns, largest[i][j], means[i][j]);
            }
        }
    }

    private static void check(BlockMap map, int i, int j, int rows, int columns, double largest, double mean) {
        double most = 0;
        double sum = 0;
        int count = 0;
        for (int row = i * map.blockRows(); row < Math.min(rows, (i + 1) * map.blockRows()); row++) {
            for (int column = j * map.blockColumns();
                    column < Math.min(columns, (j + 1) * map.blockColumns());
                    column++) {
                double number = (7L * row + 3L * column) % 11;
                most = Math.max(most, number);
                sum += number;
                count++;
            }
        }
        assertEquals(most, largest);
        assertEquals(sum / count, mean, 1e-12);
    }
}
