package glia.chip.datapath;

import glia.chip.kernel.Kernels;
import glia.chip.kernel.RowKernels;
import glia.core.archive.Archive;
import java.util.Arrays;

/** Perturbation elements of a tile that hold something for each synapse: a sign, or a value. */
abstract class HeldElements {
    static final RowKernels KERNELS = Kernels.fastest();

    /** Writes the perturbed sums of some inputs: the stored ones plus what the elements add. */
    abstract void addSegment(RowValues inputs, float[] stored, float[] sums);

    /** Whether any element of a row is driven. */
    abstract boolean drives(int row);

    /** Writes factor · θ~ for the elements of a row. */
    abstract void changes(int row, float factor, float[] changes);

    /** Adds factor · θ~ for the elements of a row to values. */
    final void add(int row, float factor, float[] values) {
        float[] products = new float[values.length];
        changes(row, factor, products);
        for (int j = 0; j < values.length; j++) {
            values[j] += products[j];
        }
    }

    /** Which elements of a row are driven, bit j mod 64 of word j / 64; valid until the next call. */
    abstract long[] driven(int row);

    /** Which of the row last asked for have a product with the factor that has no minus sign; valid until the next call. */
    abstract long[] raised(int row, float factor);

    /** Elements ±scale · rows[i] · columns[j]. */
    static final class Signed extends HeldElements {
        private final long[][] signs;
        private final float[] rowFactors;
        private final float[] columnFactors;
        private final long[] driven;
        private final long[] minusColumns;
        private final long[] raised;
        private float scale;

        /** Makes elements for a tile whose rows are {@code width} numbers long. */
        Signed(int rows, int columns, int width) {
            int words = (columns + Long.SIZE - 1) / Long.SIZE;
            signs = new long[rows][words];
            driven = new long[words];
            minusColumns = new long[words];
            raised = new long[words];
            rowFactors = new float[rows];
            columnFactors = new float[width];
        }

        /** Takes the signs from the layer's row {@code firstRow} and column {@code firstColumn} on. */
        void set(float[] rows, float[] columns, float newScale, SignBits bits, int firstRow, int firstColumn) {
            System.arraycopy(rows, 0, rowFactors, 0, rowFactors.length);
            System.arraycopy(columns, 0, columnFactors, 0, columns.length);
            scale = newScale;
            KERNELS.signs(columns, driven, minusColumns);
            for (int i = 0; i < signs.length; i++) {
                cut(bits, firstRow + i, firstColumn, columns.length, signs[i]);
            }
        }

        private static void cut(SignBits bits, int row, int firstColumn, int columns, long[] cut) {
            int shift = firstColumn % Long.SIZE;
            for (int k = 0; k < cut.length; k++) {
                int word = firstColumn / Long.SIZE + k;
                cut[k] = bits.word(row, word) >>> shift;
                if (shift > 0 && k * Long.SIZE + Long.SIZE - shift < columns) {
                    cut[k] |= bits.word(row, word + 1) << (Long.SIZE - shift);
                }
            }
        }

        /** Saves or loads what the elements of a number of columns hold; answers them. */
        Signed state(Archive archive, int columns) {
            for (long[] row : signs) {
                archive.at(row);
            }
            archive.at(rowFactors);
            archive.at(columnFactors, columns);
            archive.at(driven);
            archive.at(minusColumns);
            scale = archive.at(scale);
            return this;
        }

        @Override
        void addSegment(RowValues inputs, float[] stored, float[] sums) {
            Arrays.fill(sums, 0f);
            for (int k = 0; k < inputs.count; k++) {
                int i = inputs.indices[k];
                if (rowFactors[i] != 0f) {
                    KERNELS.addSigned(rowFactors[i] * inputs.values[i], signs[i], sums);
                }
            }
            for (int j = 0; j < sums.length; j++) {
                sums[j] = stored[j] + (scale * columnFactors[j]) * sums[j];
            }
        }

        @Override
        boolean drives(int row) {
            return rowFactors[row] != 0f;
        }

        @Override
        long[] driven(int row) {
            return driven;
        }

        @Override
        long[] raised(int row, float factor) {
            float rowFactor = (factor * scale) * rowFactors[row];
            long minus = Float.floatToRawIntBits(rowFactor) < 0 ? -1L : 0L;
            for (int word = 0; word < raised.length; word++) {
                raised[word] = driven[word] & ~(signs[row][word] ^ minusColumns[word] ^ minus);
            }
            return raised;
        }

        @Override
        void changes(int row, float factor, float[] changes) {
            KERNELS.multiplySigned((factor * scale) * rowFactors[row], signs[row], columnFactors, changes);
        }
    }

    /** Elements of any value. */
    static final class Dense extends HeldElements {
        private final int columns;
        private final float[][] values;
        private final long[] driven;
        private final long[] minus;
        private final long[] raised;

        /** Makes elements for a tile whose rows are {@code width} numbers long. */
        Dense(int rows, int columns, int width) {
            this.columns = columns;
            values = new float[rows][width];
            int words = (width + Long.SIZE - 1) / Long.SIZE;
            driven = new long[words];
            minus = new long[words];
            raised = new long[words];
        }

        /** The values of a row, to be modified. */
        float[] row(int row) {
            return values[row];
        }

        /** Takes the values from the layer's row {@code firstRow} and column {@code firstColumn} on. */
        void set(ParameterValues given, int firstRow, int firstColumn) {
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < columns; j++) {
                    values[i][j] = given.value(firstRow + i, firstColumn + j);
                }
            }
        }

        /** Saves or loads what the elements hold; answers them. */
        Dense state(Archive archive) {
            archive.at(values, columns);
            return this;
        }

        @Override
        void addSegment(RowValues inputs, float[] stored, float[] sums) {
            Arrays.fill(sums, 0f);
            KERNELS.addRows(values, inputs.indices, inputs.count, inputs.values, sums);
            for (int j = 0; j < sums.length; j++) {
                sums[j] = stored[j] + sums[j];
            }
        }

        @Override
        boolean drives(int row) {
            return true;
        }

        @Override
        long[] driven(int row) {
            KERNELS.signs(values[row], driven, minus);
            return driven;
        }

        @Override
        long[] raised(int row, float factor) {
            long factorMinus = Float.floatToRawIntBits(factor) < 0 ? -1L : 0L;
            for (int word = 0; word < raised.length; word++) {
                raised[word] = driven[word] & ~(minus[word] ^ factorMinus);
            }
            return raised;
        }

        @Override
        void changes(int row, float factor, float[] changes) {
            float[] held = values[row];
            for (int j = 0; j < changes.length; j++) {
                changes[j] = factor * held[j];
            }
        }
    }
}
