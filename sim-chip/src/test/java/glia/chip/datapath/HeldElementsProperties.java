package glia.chip.datapath;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glia.chip.device.LayerDevice;
import glia.chip.device.LayerElements;
import glia.core.random.RandomStream;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Elements of a tile against one synapse after the other: of rank one, signs, or values, in any order. */
class HeldElementsProperties {
    /** A tile that stands somewhere in its layer, and what it should hold and have counted. */
    private static final class Case {
        final RandomFloats random;
        final SynapseArray array;
        final int firstRow;
        final int firstColumn;
        final float[] values;
        final float[][] weights;
        final int[][] toggles;
        final int[][] commits;
        final int[][] raised;
        Optional<NaiveElements> elements = Optional.empty();

        Case(int rows, int columns, int firstRow, int firstColumn, long seed) {
            random = new RandomFloats(seed);
            array = new SynapseArray(rows, columns, firstRow, firstColumn, LayerDevice.IDEAL, LayerElements.IDEAL);
            this.firstRow = firstRow;
            this.firstColumn = firstColumn;
            values = random.array(rows, 30);
            weights = new float[rows][columns];
            toggles = new int[rows][columns];
            commits = new int[rows][columns];
            raised = new int[rows][columns];
        }

        void step(int kind) {
            switch (kind) {
                case 0 -> setRankOne();
                case 1 -> setSigned();
                case 2 -> setDense();
                case 3 -> {
                    array.release();
                    elements = Optional.empty();
                }
                case 4 -> {
                    float factor = random.next(0) * 0x1p-4f;
                    array.addPerturbation(factor);
                    elements.ifPresent(set -> change(set, factor));
                }
                case 5 -> addRankOne();
                default -> values[random.below(values.length)] = random.next(30);
            }
        }

        private float[] rowFactors() {
            return random.array(weights.length, 30);
        }

        private float[] columnFactors() {
            return random.array(weights[0].length, 30 * random.below(2));
        }

        private void setRankOne() {
            NaiveElements.RankOne set = new NaiveElements.RankOne(rowFactors(), columnFactors(), random.next(0));
            array.setRankOne(set.rows(), set.columns(), set.scale());
            set(set);
        }

        private void setSigned() {
            RandomStream signs = RandomStream.of(random.below(1000), 1);
            boolean[][] minus = new boolean[weights.length][weights[0].length];
            for (int i = 0; i < minus.length; i++) {
                for (int j = 0; j < minus[i].length; j++) {
                    int column = firstColumn + j;
                    minus[i][j] = (signs.sub(firstRow + i).bits(column / 64) >>> column & 1) != 0;
                }
            }
            NaiveElements.Signed set = new NaiveElements.Signed(rowFactors(), columnFactors(), random.next(0), minus);
            array.setSigned(
                    set.rows(),
                    set.columns(),
                    set.scale(),
                    (row, word) -> signs.sub(row).bits(word));
            set(set);
        }

        private void setDense() {
            float[][] layer = new float[firstRow + weights.length][];
            float[][] own = new float[weights.length][weights[0].length];
            for (int i = 0; i < layer.length; i++) {
                layer[i] = random.array(firstColumn + weights[0].length, 20);
            }
            for (int i = 0; i < own.length; i++) {
                System.arraycopy(layer[firstRow + i], firstColumn, own[i], 0, own[i].length);
            }
            array.setDense((row, column) -> layer[row][column]);
            set(new NaiveElements.Dense(own));
        }

        private void set(NaiveElements set) {
            elements = Optional.of(set);
            count(set, toggles);
        }

        /** Asked by itself, and not of the pattern that is set: then counts would be those of that pattern. */
        private void addRankOne() {
            if (elements.isPresent() && elements.get() instanceof NaiveElements.RankOne) {
                return;
            }
            float factor = random.next(0) * 0x1p-4f;
            NaiveElements.RankOne asked = new NaiveElements.RankOne(rowFactors(), columnFactors(), 1f);
            array.addRankOne(factor, asked.rows(), asked.columns());
            change(asked, factor);
        }

        private void count(NaiveElements set, int[][] counts) {
            for (int i = 0; i < counts.length; i++) {
                for (int j = 0; j < counts[i].length; j++) {
                    counts[i][j] += set.drives(i, j) ? 1 : 0;
                }
            }
        }

        private void change(NaiveElements asked, float factor) {
            count(asked, commits);
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < weights[i].length; j++) {
                    if (asked.drives(i, j)) {
                        weights[i][j] += asked.change(factor, i, j);
                        raised[i][j] += asked.raises(factor, i, j) ? 1 : 0;
                    }
                }
            }
        }

        void assertAgrees() {
            NaiveElements stored = new NaiveElements.Dense(weights);
            float[] sums = stored.perturbed(new float[weights[0].length], values);
            assertSums(sums, array.multiply(values, 0));
            float[] perturbed = elements.map(set -> set.perturbed(sums, values)).orElse(sums);
            assertSums(perturbed, array.multiplyPerturbed(values, 0));
        }

        /** Arrays of sums may be longer than there are columns; a sum of 0 has the sign that adding to it gives. */
        private static void assertSums(float[] expected, float[] actual) {
            assertTrue(expected.length <= actual.length);
            for (int j = 0; j < expected.length; j++) {
                assertEquals(expected[j] + 0f, actual[j] + 0f, "column " + j);
            }
        }

        void assertWritten() {
            array.writes().settle();
            for (int i = 0; i < weights.length; i++) {
                assertArrayEquals(weights[i], array.weights(i));
                assertArrayEquals(toggles[i], array.writes().toggles(i), "toggles");
                assertArrayEquals(commits[i], array.writes().commits(i), "commits");
                assertArrayEquals(raised[i], array.writes().potentiations(i), "potentiations");
            }
        }
    }

    @Property(tries = 400)
    void elementsOfAnyKindDoWhatTheyDoOneSynapseAfterTheOther(
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 150) int columns,
            @ForAll @IntRange(max = 9) int firstRow,
            @ForAll @IntRange(max = 150) int firstColumn,
            @ForAll long seed) {
        Case tile = new Case(rows, columns, firstRow, firstColumn, seed);
        for (int step = 0; step < 40; step++) {
            for (int changes = tile.random.below(3); changes >= 0; changes--) {
                tile.step(tile.random.below(7));
            }
            tile.assertAgrees();
        }
        tile.assertWritten();
    }

    /** Every changed row is a row that takes a slot of the write phase. */
    @Example
    void onlyRowsAskedToChangeCountAsChanged() {
        SynapseArray array = new SynapseArray(3, 2, LayerDevice.IDEAL);
        array.setSigned(new float[] {1f, 0f, 1f}, new float[] {1f, 0f}, 1f, (row, word) -> 0);
        assertEquals(2, array.drivenRows());
        array.startWrite();
        array.addPerturbation(0.5f);
        assertEquals(2, array.rowsChanged());
        array.setDense((row, column) -> row == 1 ? 1f : 0f);
        array.startWrite();
        array.addPerturbation(0.5f);
        assertEquals(1, array.rowsChanged());
        array.setSigned(new float[] {1f, 1f, 1f}, new float[] {0f, 0f}, 1f, (row, word) -> 0);
        array.startWrite();
        array.addPerturbation(0.5f);
        assertEquals(0, array.rowsChanged());
        array.release();
        array.startWrite();
        array.addRankOne(0.5f, new float[] {1f, 1f, 0f}, new float[] {0f, 0f});
        assertEquals(0, array.rowsChanged());
        array.addRankOne(0.5f, new float[] {1f, 1f, 0f}, new float[] {0f, 1f});
        assertEquals(2, array.rowsChanged());
    }

    @Example
    void onlyRowsWhoseRegistersAskForAChangeCountAsChangedByACommit() {
        SynapseArray array = new SynapseArray(3, 2, LayerDevice.IDEAL);
        array.integrate(Optimizer.PLAIN, 2);
        array.startWrite();
        array.addRankOne(1f, new float[] {1f, 0f, -1f}, new float[] {1f, 0f});
        assertEquals(0, array.rowsChanged());
        array.commit(new float[] {0.5f});
        assertEquals(2, array.rowsChanged());
        array.startWrite();
        array.commit(new float[] {0.5f});
        assertEquals(0, array.rowsChanged());
    }
}
